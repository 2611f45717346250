import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, type Payload } from '../../../shared/ask';

const QUERY = ['candidateEpics'];

/** The project's epics that serve nothing and are not over, with what became of proposing them. */
export const useCandidateEpics = () => useQuery({ queryKey: QUERY, queryFn: () => ask('candidateEpics', {}) });

/** Proposes an epic, or takes that back. */
export function useProposeEpic() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (payload: Payload<'proposeEpic'>) => ask('proposeEpic', payload),
    onSuccess: (epics) => void client.setQueryData(QUERY, epics),
    // Who was too late sees what happened meanwhile.
    onError: () => void client.invalidateQueries({ queryKey: QUERY }),
  });
}
