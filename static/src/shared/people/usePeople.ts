import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { MINUTE_MS } from '../../../../src/domain/time/milliseconds';
import type { Person } from '../jira/people';
import { queryKeyOf } from '../queries';
import { loadPerson } from './loadPerson';

/** Names and pictures change rarely. */
const FRESH_MS = 10 * MINUTE_MS;

const personQuery = (accountId: string) =>
  queryOptions({
    queryKey: queryKeyOf('person', accountId),
    queryFn: () => loadPerson(accountId),
    staleTime: FRESH_MS,
  });

/** People by account id; `null`: Jira hides them; absent: not read. */
export function usePeople(accountIds: readonly string[]): ReadonlyMap<string, Person | null> {
  const ids = [...new Set(accountIds)];
  const results = useQueries({ queries: ids.map(personQuery) });
  return new Map(
    ids.flatMap((id, index): [string, Person | null][] => {
      const person = results[index]?.data;
      return person === undefined ? [] : [[id, person]];
    }),
  );
}

/** Reads a person. `data` is `null` if Jira hides them. */
export const usePerson = (accountId: string | null) =>
  useQuery({ ...personQuery(accountId ?? ''), enabled: accountId !== null });
