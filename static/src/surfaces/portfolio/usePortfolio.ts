import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useOutletContext } from 'react-router-dom';
import { useState } from 'react';
import type { CheckIns, Day, FunctionKind, ObjectiveDetail, Portfolio } from '../../../../src/contract';
import { ask } from '../../shared/ask';
import { asking, queryKeyOf, type QueryName } from '../../shared/queries';
import { syncPoll } from '../../shared/syncPoll';
import { useLook } from '../../shared/routing/look';

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

const cursorOf = ({ checkIns, checkInsLeft }: CheckIns) => {
  const last = checkIns.at(-1);
  return checkInsLeft > 0 && last ? { day: last.day, id: last.id } : null;
};

/** The check-ins of an objective that its page does not have yet: none until `more` is called, then a page at a time. */
export function useOlderCheckIns(detail: ObjectiveDetail) {
  const { key } = detail.objective.objective;
  const first = cursorOf(detail);
  const [isWanted, want] = useState(false);
  const query = useInfiniteQuery({
    queryKey: queryKeyOf('olderCheckIns', key, first),
    queryFn: ({ pageParam }) =>
      pageParam === null
        ? Promise.resolve<CheckIns>({ checkIns: [], checkInsLeft: 0 })
        : ask('olderCheckIns', { key, before: pageParam }),
    initialPageParam: first,
    getNextPageParam: cursorOf,
    enabled: isWanted && first !== null,
  });
  return { ...query, more: () => (isWanted ? void query.fetchNextPage() : want(true)) };
}

/** The changes of an objective, a page at a time. */
export const useObjectiveHistory = (key: string) =>
  useInfiniteQuery({
    queryKey: queryKeyOf('objectiveHistory', key),
    queryFn: ({ pageParam }) => ask('objectiveHistory', { key, before: pageParam }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
  });

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
  'objectiveHistory',
  'olderCheckIns',
  'countedInPortfolio',
  'review',
  'pastPortfolio',
  'strategy',
  'statedObjective',
  'dueCheckIns',
  'proposedEpics',
  'objectiveImpact',
]);

/** Returns a function that invalidates these answers. */
export function useReadAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: ({ queryKey }) => OF_THE_STRATEGY.has(queryKey[0] as QueryName) });
}
