import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProposedEpic } from '../../../../../../src/contract';
import { ask, type Data, type Payload } from '../../../../shared/ask';
import { type IssueSummary, readListed } from '../../../../shared/jira/issues';
import { queryKeyOf } from '../../../../shared/queries';
import { useReadAgain } from '../../usePortfolio';

/** A proposed epic as Jira shows it to the viewer. */
export type ShownProposal = ProposedEpic & { issue: IssueSummary };

/** `hidden`: how many more there are that Jira hides from the viewer */
type Proposals = { epics: ShownProposal[]; hidden: number };

const withShown = async (proposals: Data<'proposedEpics'>): Promise<Proposals> => {
  const read = await readListed(proposals);
  const epics = read.flatMap(({ listed, shown }) => (shown ? [{ ...listed, issue: shown }] : []));
  return { epics, hidden: proposals.hidden + read.length - epics.length };
};

/** The epics that people proposed, undecided ones first. */
export const useProposals = () =>
  useQuery({ queryKey: queryKeyOf('proposedEpics'), queryFn: async () => withShown(await ask('proposedEpics', {})) });

export function useDecideProposal() {
  const client = useQueryClient();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: async (payload: Payload<'decideProposal'>) => withShown(await ask('decideProposal', payload)),
    onSuccess: (proposals) => {
      client.setQueryData(queryKeyOf('proposedEpics'), proposals);
      // An accepted epic, and the work below it, serve an objective from now on.
      void readAgain();
    },
    // After a conflict, show what somebody else decided.
    onError: () => void client.invalidateQueries({ queryKey: queryKeyOf('proposedEpics') }),
  });
}
