import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useOutletContext } from 'react-router-dom';
import type { Day, FunctionKind, Portfolio } from '../../../../src/contract';
import { ask } from '../../shared/ask';
import { readShown } from '../../shared/jira/issues';
import { asking, keyOf, type QueryName } from '../../shared/queries';
import { syncPoll } from '../../shared/syncPoll';
import { useLook } from './look';

/** Everything that the tabs show, in one reading, so that they agree. For the shell, which hands it on to them. */
export function usePortfolioQuery() {
  const look = useLook();
  return useQuery({
    ...asking('portfolio', look),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => syncPoll(state.data?.sync),
  });
}

/** The reading, in a tab: the shell shows tabs only once it is there. */
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
    // Not what another objective's page showed.
    placeholderData: (before) => (before?.objective.objective.key === key ? before : undefined),
  });
}

/** Blocked work with what Jira shows of it. */
async function readBlocked(key: string) {
  const work = await ask('blockedWork', { key });
  return { total: work.total, ...(await readShown(work)) };
}

export const useBlockedWork = (key: string) =>
  useQuery({ queryKey: keyOf('blockedWork', key), queryFn: () => readBlocked(key) });

/** What changed since a day; with `null` since the last review. */
export function useReview(since: Day | null) {
  const look = useLook();
  return useQuery({
    ...asking('review', { ...look, since }),
    placeholderData: keepPreviousData,
  });
}

/** All that is read of the strategy and the work: what a change of either makes old. */
const OF_THE_STRATEGY = new Set<QueryName>([
  'portfolio',
  'functionMatrix',
  'objectiveDetail',
  'blockedWork',
  'review',
  'strategy',
  'dueCheckIns',
  'proposedEpics',
  'searchObjectives',
]);

/** Reads the page anew after a change of the strategy. */
export function useReadAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: ({ queryKey }) => OF_THE_STRATEGY.has(queryKey[0] as QueryName) });
}
