import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, type Payload } from '../../../../shared/ask';
import { useReadAgain } from '../../usePortfolio';

/** The epics that people proposed, undecided ones first. */
export const useCandidates = () => useQuery({ queryKey: ['candidates'], queryFn: () => ask('candidates', {}) });

export function useDecideCandidate() {
  const client = useQueryClient();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (payload: Payload<'decideCandidate'>) => ask('decideCandidate', payload),
    onSuccess: (candidates) => {
      client.setQueryData(['candidates'], candidates);
      // An accepted epic, and the work below it, serve an objective from now on.
      void readAgain();
    },
    // Who was too late sees what the other one decided.
    onError: () => void client.invalidateQueries({ queryKey: ['candidates'] }),
  });
}
