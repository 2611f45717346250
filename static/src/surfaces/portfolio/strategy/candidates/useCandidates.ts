import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProposedEpic } from '../../../../../../src/contract';
import { ask, type Data, type Payload } from '../../../../shared/ask';
import { type IssueSummary, readListed } from '../../../../shared/jira/issues';
import { keyOf } from '../../../../shared/queries';
import { useReadAgain } from '../../usePortfolio';

/** A proposed epic as Jira shows it to the viewer; `issue`: `null` if hidden. */
export type ShownCandidate = ProposedEpic & { issue: IssueSummary | null };

const withShown = async (candidates: Data<'proposedEpics'>): Promise<ShownCandidate[]> =>
  (await readListed(candidates)).map(({ listed, shown }) => ({ ...listed, issue: shown }));

/** The epics that people proposed, undecided ones first. */
export const useCandidates = () =>
  useQuery({ queryKey: keyOf('proposedEpics'), queryFn: async () => withShown(await ask('proposedEpics', {})) });

export function useDecideCandidate() {
  const client = useQueryClient();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: async (payload: Payload<'decideProposal'>) => withShown(await ask('decideProposal', payload)),
    onSuccess: (candidates) => {
      client.setQueryData(keyOf('proposedEpics'), candidates);
      // An accepted epic, and the work below it, serve an objective from now on.
      void readAgain();
    },
    // After a conflict, show what somebody else decided.
    onError: () => void client.invalidateQueries({ queryKey: keyOf('proposedEpics') }),
  });
}
