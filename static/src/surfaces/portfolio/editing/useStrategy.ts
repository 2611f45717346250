import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Strategy } from '../../../../../src/contract';
import { ask, type Payload } from '../../../shared/ask';
import { asking } from '../../../shared/queries';
import { useReadAgain } from '../usePortfolio';

const QUESTION = asking('strategy', {});

/** The whole strategy, with drafts and archived objectives. Only strategy editors may ask. */
export const useStrategy = (isEditor = true) => useQuery({ ...QUESTION, enabled: isEditor });

/** One objective whole, as it is stored now: an edit begins with it. */
export const useStatedObjective = (key: string) =>
  useQuery({ ...asking('statedObjective', { key }), staleTime: 0, gcTime: 0 });

function useStrategyMutation<P>(mutationFn: (payload: P) => Promise<Strategy>) {
  const client = useQueryClient();
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn,
    onSuccess: (strategy) => {
      client.setQueryData(QUESTION.queryKey, strategy);
      void readAgain();
    },
    // After a conflict, show what somebody else did.
    onError: () => void client.invalidateQueries(QUESTION),
  });
}

export const useMoveObjective = () =>
  useStrategyMutation((payload: Payload<'moveObjective'>) => ask('moveObjective', payload));

export const useArchiveObjective = () =>
  useStrategyMutation((payload: Payload<'archiveObjective'>) => ask('archiveObjective', payload));

export const useDeleteObjective = () =>
  useStrategyMutation((payload: Payload<'deleteObjective'>) => ask('deleteObjective', payload));

export function useSaveObjective() {
  const readAgain = useReadAgain();
  return useMutation({
    mutationFn: (payload: Payload<'saveObjective'>) => ask('saveObjective', payload),
    onSuccess: () => void readAgain(),
  });
}
