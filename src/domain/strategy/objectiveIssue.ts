import type { Outcome } from '../work/workItem';
import type { StatedStatus } from './objective';

/** An objective that is an issue. `parent`: the key of the objective above it */
export type ObjectiveIssue = { id: number; key: string; status: StatedStatus; parent: string | null };

/** The status of an objective that is an issue, by what came of the issue. */
export const statusOfOutcome = (outcome: Outcome): StatedStatus => {
  if (outcome === 'done') return 'achieved';
  return outcome === 'dropped' ? 'dropped' : 'active';
};
