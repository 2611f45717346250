import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useOutletContext } from 'react-router-dom';
import type { Day, FunctionKind, Portfolio } from '../../../../src/contract';
import { ask } from '../../shared/ask';
import { readShown } from '../../shared/jira/issues';
import { asking, queryKeyOf, type QueryName } from '../../shared/queries';
import { syncPoll } from '../../shared/syncPoll';
import { useLook } from './look';

/** Reads the figures of all tabs at once, so that they agree. Only for the shell; tabs call `usePortfolio`. */
export function usePortfolioQuery() {
  const look = useLook();
  return useQuery({
    ...asking('portfolio', look),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => syncPoll(state.data?.sync),
  });
}

/** The figures that the shell has read. Only in a tab. */
export const usePortfolio = () => useOutletContext<Portfolio>();

export function useFunctionMatrix(by: FunctionKind) {
  const look = useLook();
  return useQuery({
    ...asking('functionMatrix', { ...look, by }),
    placeholderData: keepPreviousData,
  });
}

export function useObjectiveDetail(key: string) {
  const look = useLook();
  return useQuery({
    ...asking('objectiveDetail', { ...look, key }),
    // Never another objective's figures.
    placeholderData: (before) => (before?.objective.objective.key === key ? before : undefined),
  });
}

/** Blocked work as Jira shows it to the viewer. */
async function readBlocked(key: string) {
  const work = await ask('blockedWork', { key });
  return { total: work.total, ...(await readShown(work)) };
}

export const useBlockedWork = (key: string) =>
  useQuery({ queryKey: queryKeyOf('blockedWork', key), queryFn: () => readBlocked(key) });

/** What changed since a day; `null`: since the last review. */
export function useReview(since: Day | null) {
  const look = useLook();
  return useQuery({
    ...asking('review', { ...look, since }),
    placeholderData: keepPreviousData,
  });
}

/** The answers that a change of the strategy or of the work invalidates. */
const OF_THE_STRATEGY = new Set<QueryName>([
  'portfolio',
  'functionMatrix',
  'objectiveDetail',
  'blockedWork',
  'review',
  'strategy',
  'dueCheckIns',
  'proposedEpics',
  'objectiveImpact',
]);

/** Returns a function that invalidates these answers. */
export function useReadAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: ({ queryKey }) => OF_THE_STRATEGY.has(queryKey[0] as QueryName) });
}
