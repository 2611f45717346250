import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InfiniteData, QueryClient } from '@tanstack/react-query';
import type {
  LinkResult,
  Measure,
  Tag,
  UnlinkedPart,
  UnlinkResult,
  WindowDays,
  WorkFilter,
} from '../../../../src/contract';
import { batches } from '../../../../src/domain/batches';
import { MOST_LINKED } from '../../../../src/domain/callLimits';
import { MINUTE_MS } from '../../../../src/domain/time/milliseconds';
import { ask, type Payload } from '../../shared/ask';
import { readFilterNames } from '../../shared/jira/filterNames';
import { readShown } from '../../shared/jira/issues';
import { asking, queryKeyOf } from '../../shared/queries';
import { syncPoll } from '../../shared/syncPoll';

/** Which of the project's work the page shows, and how it is measured. */
export type Look = { window: WindowDays; measure: Measure; filter: WorkFilter };

export const useProjectAlignment = (look: Look) =>
  useQuery({
    ...asking('projectAlignment', look),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => syncPoll(state.data?.sync),
  });

/** The options of the filters. Read once somebody opens a filter, which few do. */
export const useProjectFilters = (isWanted: boolean) =>
  useQuery({
    queryKey: queryKeyOf('projectFilters'),
    queryFn: async () => readFilterNames(await ask('projectFilters', {})),
    staleTime: MINUTE_MS,
    enabled: isWanted,
  });

/** A page of unlinked work, with what Jira shows of it. */
async function readUnlinked(payload: Payload<'unlinkedWork'>) {
  const page = await ask('unlinkedWork', payload);
  return { ...page, ...(await readShown(page)) };
}
type UnlinkedPage = Awaited<ReturnType<typeof readUnlinked>>;

export const useUnlinkedWork = ({ window, filter }: Pick<Look, 'window' | 'filter'>, part: UnlinkedPart) =>
  useInfiniteQuery({
    queryKey: queryKeyOf('unlinkedWork', window, filter, part),
    queryFn: ({ pageParam }) => readUnlinked({ window, filter, part, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });

type Pages = InfiniteData<UnlinkedPage, string | null>;

function without(pages: Pages, linked: Set<string>): Pages {
  const gone = pages.pages.flatMap(({ issues }) => issues).filter(({ id }) => linked.has(id)).length;
  return {
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      issues: page.issues.filter(({ id }) => !linked.has(id)),
      total: page.total - gone,
    })),
  };
}

/** Links issues, and takes them off the list at once. */
export function useLinkIssues() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ issueIds, to, isSuggested }: { issueIds: string[]; to: Tag; isSuggested: boolean }) => {
      const results: LinkResult[] = [];
      for (const some of batches(issueIds, MOST_LINKED)) {
        results.push(...(await ask('linkIssues', { issueIds: some, to, ...(isSuggested && { isSuggested }) })));
      }
      return results;
    },
    onSuccess: (results) => {
      const linked = new Set(results.filter(({ outcome }) => outcome === 'linked').map(({ issueId }) => issueId));
      client.setQueriesData<Pages>(
        { queryKey: queryKeyOf('unlinkedWork') },
        (pages) => pages && without(pages, linked),
      );
    },
    // Also after a failure: some issues may have been linked before it.
    onSettled: () => readAgain(client),
  });
}

/** Takes links back, of issues that nobody has changed since. */
export function useUnlinkIssues() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ issueIds, was }: { issueIds: readonly string[]; was: Tag }) => {
      const results: UnlinkResult[] = [];
      for (const some of batches(issueIds, MOST_LINKED)) {
        results.push(...(await ask('unlinkIssues', { issueIds: some, was, back: null })));
      }
      return results;
    },
    onSettled: () => readAgain(client),
  });
}

/** What links change, read again. */
export const readAgain = (client: QueryClient) =>
  Promise.all(
    (['projectAlignment', 'unlinkedWork', 'undecided', 'triage', 'unlinkedEpics'] as const).map((call) =>
      client.invalidateQueries({ queryKey: queryKeyOf(call) }),
    ),
  );
