import type { ObjectiveState, StrategyEvent } from './strategyEvent';

const isDraft = (state: ObjectiveState | null): boolean => state?.objective.status === 'draft';

/**
 * What a change tells people who may not see the objective's drafts, whatever its status is today: everything; only the
 * status, where it became a draft or stopped being one; or nothing, where it was a draft before and after.
 */
export const publicPartOf = ({
  before,
  after,
}: Pick<StrategyEvent, 'before' | 'after'>): 'all' | 'status' | 'nothing' => {
  if (isDraft(after) && (before === null || isDraft(before))) return 'nothing';
  return isDraft(before) || isDraft(after) ? 'status' : 'all';
};
