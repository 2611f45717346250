import type { KeyResult } from './keyResult';
import type { Objective } from './objective';

/** An objective with its key results: an edit changes them as a whole. */
export type ObjectiveState = { objective: Objective; keyResults: readonly KeyResult[] };

/** A change of an objective: by whom, when, the state before and after. `before` is `null` in the first. */
export type StrategyEvent = {
  objective: string;
  /** counts an objective's changes from 1 */
  revision: number;
  /** epoch milliseconds */
  at: number;
  /** in the site's time zone */
  day: number;
  /** account id; `null`: the person was erased, or it came from a file */
  author: string | null;
  before: ObjectiveState | null;
  after: ObjectiveState;
  /** open units on the objective itself when it was changed */
  openWork: number;
};
