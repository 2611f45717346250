import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Strategy } from '../../../../../src/contract';
import { ask, type Payload } from '../../../shared/ask';
import { useReadAgain } from '../usePortfolio';

/** The whole strategy, drafts and archived objectives included. Only strategy editors may ask. */
export const useStrategy = (isEditor = true) =>
  useQuery({ queryKey: ['strategy'], queryFn: () => ask('strategy', {}), enabled: isEditor });

function useStrategyMutation<P>(mutationFn: (payload: P) => Promise<Strategy>) {
  const client = useQueryClient();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn,
    onSuccess: (strategy) => {
      client.setQueryData(['strategy'], strategy);
      void readAgain();
    },
    // Who was too late sees what the other one did.
    onError: () => void client.invalidateQueries({ queryKey: ['strategy'] }),
  });
}

export const useMoveObjective = () =>
  useStrategyMutation((payload: Payload<'moveObjective'>) => ask('moveObjective', payload));

export const useArchiveObjective = () =>
  useStrategyMutation((payload: Payload<'archiveObjective'>) => ask('archiveObjective', payload));

export function useSaveObjective() {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (payload: Payload<'saveObjective'>) => ask('saveObjective', payload),
    onSuccess: () => void readAgain(),
  });
}
