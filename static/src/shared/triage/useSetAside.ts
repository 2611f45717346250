import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DeferResult } from '../../../../src/contract';
import { batches } from '../../../../src/domain/batches';
import { MOST_LINKED } from '../../../../src/domain/callLimits';
import { queryKeyOf } from '../queries';
import { type Defer, useTriageScope } from './scope';

/** Sets work aside, or brings it back (`deferral`: `null`), of what the viewer may edit. */
export function useSetAside() {
  const scope = useTriageScope();
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ ids, deferral }: { ids: readonly string[]; deferral: Defer['deferral'] }) => {
      const results: DeferResult[] = [];
      for (const issueIds of batches(ids, MOST_LINKED)) results.push(...(await scope.defer({ issueIds, deferral })));
      return results;
    },
    onSettled: () => client.invalidateQueries({ queryKey: queryKeyOf('undecided') }),
  });
}
