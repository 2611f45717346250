/** Who proposes an epic, or takes that back. `mayEdit`: they edit the strategy */
export type Proposer = { account: string; mayEdit: boolean };

/** Whether a person may withdraw or replace a proposal: it is their own, or they edit the strategy. Only while undecided. */
export const mayWithdraw = (
  { state, proposedBy }: { state: 'proposed' | 'accepted' | 'declined'; proposedBy: string | null },
  { account, mayEdit }: Proposer,
): boolean => state === 'proposed' && (mayEdit || proposedBy === account);
