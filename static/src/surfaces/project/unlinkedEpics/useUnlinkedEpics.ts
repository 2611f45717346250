import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UnlinkedEpic } from '../../../../../src/contract';
import { ask, type Data, type Payload } from '../../../shared/ask';
import { type IssueSummary, readShown } from '../../../shared/jira/issues';
import { queryKeyOf } from '../../../shared/queries';

const KEY = queryKeyOf('unlinkedEpics');

/** An epic with what Jira shows of it. */
export type ShownEpic = UnlinkedEpic & IssueSummary;

const withShown = async (epics: Data<'unlinkedEpics'>) => ({ ...epics, ...(await readShown(epics)) });

/** The project's unlinked epics that are not over, with their proposals. */
export const useUnlinkedEpics = () =>
  useQuery({ queryKey: KEY, queryFn: async () => withShown(await ask('unlinkedEpics', {})) });

/** Proposes an epic, or withdraws the proposal. */
export function useProposeEpic() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (payload: Payload<'proposeEpic'>) => withShown(await ask('proposeEpic', payload)),
    onSuccess: (epics) => void client.setQueryData(KEY, epics),
    // Somebody else may have decided meanwhile.
    onError: () => void client.invalidateQueries({ queryKey: KEY }),
  });
}
