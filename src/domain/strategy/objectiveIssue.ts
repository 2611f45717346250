import type { Outcome } from '../work/workItem';
import type { Objective, StatedStatus } from './objective';
import { isKeyOfIssue } from './objectiveKey';

/** An objective that is an issue. `parent`: the key of the objective above it */
export type ObjectiveIssue = { id: number; key: string; status: StatedStatus; parent: string | null };

/** The issue that an objective is, by id, and its days; `ended`: `null` where it is not over, or nobody knows since when */
export type DatedIssue = { id: number; created: number; ended: number | null };

/** The status of an objective that is an issue, by what came of the issue. */
export const statusOfOutcome = (outcome: Outcome): StatedStatus => {
  if (outcome === 'done') return 'achieved';
  return outcome === 'dropped' ? 'dropped' : 'active';
};

type OfJira = Pick<Objective, 'key' | 'owner' | 'start' | 'target'>;

/** An objective without what Jira alone tells, to those who may see the issue that it is. */
export const withoutJira = <Shown extends OfJira>(objective: Shown): Shown =>
  isKeyOfIssue(objective.key) ? { ...objective, owner: null, start: null, target: null } : objective;

/** Whether a field of an objective that is an issue is stated in the app. The others are Jira's. */
export const isAdded = (field: string): boolean => field === 'weight' || field.startsWith('keyResults');
