import type { KeyResult } from './keyResult';
import type { Objective } from './objective';

/** An objective with its key results: what one edit changes as a whole. */
export type ObjectiveState = { objective: Objective; keyResults: readonly KeyResult[] };

/** A change of an objective: who, when, what was before and what is after. The first has nothing before. */
export type StrategyEvent = {
  objective: string;
  /** counts the changes of an objective from 1 */
  revision: number;
  /** epoch milliseconds */
  at: number;
  /** in the site's time zone */
  day: number;
  /** account id; `null` once the person was erased, and for what came from a file without a person */
  author: string | null;
  before: ObjectiveState | null;
  after: ObjectiveState;
  /** open units that served the objective itself when the change was made */
  openWork: number;
};
