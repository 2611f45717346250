import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { DroppedDecisions, EndedWork } from '../../../../../src/contract';
import type { EndedIssues } from '../../../../../src/domain/work/droppedMoves';
import { MINUTE_MS } from '../../../../../src/domain/time/milliseconds';
import { ask } from '../../../shared/ask';
import { tellDone } from '../../../shared/flags';
import { asking, queryKeyOf } from '../../../shared/queries';

/** What can be decided on, and what is decided. */
export const useDroppedWork = () => useQuery({ ...asking('droppedWork', {}), staleTime: MINUTE_MS });

/** How many issues have ended with each status and resolution: of the whole site, read part by part. */
export const useEndedWork = () =>
  useQuery({ queryKey: queryKeyOf('endedWork'), queryFn: allParts, staleTime: MINUTE_MS });

const allParts = async (): Promise<EndedIssues[]> => {
  const found: EndedIssues[] = [];
  let after: string | null = null;
  do {
    const part: EndedWork = await ask('endedWork', { after });
    found.push(...part.found);
    after = part.next;
  } while (after !== null);
  return found;
};

/** Saves decisions. */
export const useSaveDropped = () => {
  const client = useQueryClient();
  const { queryKey } = asking('droppedWork', {});
  return useMutation({
    mutationFn: (decided: DroppedDecisions) => ask('saveDropped', decided),
    onSuccess: (decided) => {
      client.setQueryData(queryKey, (work) => work && { ...work, decided });
      tellDone(
        'dropped-saved',
        'What counts as dropped is saved',
        'Figures are counted again within a few minutes, without reading the issues from Jira.',
      );
    },
  });
};
