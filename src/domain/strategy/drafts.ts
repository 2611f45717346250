import type { Turn } from './turn';

/**
 * What a change tells people who may not see the objective's drafts, whatever its status is today: everything; only the
 * status, where it became a draft or stopped being one; or nothing, where it was a draft before and after.
 */
export const publicPartOf = ({
  statusBefore,
  statusAfter,
}: Pick<Turn, 'statusBefore' | 'statusAfter'>): 'all' | 'status' | 'nothing' => {
  const [wasDraft, isDraft] = [statusBefore === 'draft', statusAfter === 'draft'];
  if (isDraft && (statusBefore === null || wasDraft)) return 'nothing';
  return wasDraft || isDraft ? 'status' : 'all';
};
