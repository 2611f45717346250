import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MINUTE_MS } from '../../../../../src/domain/time/milliseconds';
import { ask } from '../../../shared/ask';
import { asking } from '../../../shared/queries';
import { isMoving } from './state';

/** Polling intervals, while something moves and while nothing does. A hidden page does not poll. */
const MOVING_MS = 10_000;
const STILL_MS = MINUTE_MS;

const QUESTION = asking('operations', {});

export const useOperations = () =>
  useQuery({
    ...QUESTION,
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? MOVING_MS : STILL_MS),
  });

/** Starts another full sync, and shows at once that it runs. */
export function useSyncAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ask('syncAgain', {}),
    onSuccess: (sync) => client.setQueryData(QUESTION.queryKey, (before) => before && { ...before, sync }),
    // Also after a failure: somebody else may have started one.
    onSettled: () => client.invalidateQueries(QUESTION),
  });
}
