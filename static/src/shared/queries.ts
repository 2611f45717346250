import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Contract } from '../../../src/contract';
import { CallError, ask, type Payload } from './ask';

/** Retries only `busy`, twice at most. Any other error lasts until a person does something. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => error instanceof CallError && error.code === 'busy' && failures < 2,
      },
    },
  });

/** What is asked: a call of the app, or something of Jira. */
export type QueryName =
  | keyof Contract
  | 'context'
  | 'history'
  | 'issueFacts'
  | 'issueKey'
  | 'jqlMatch'
  | 'learned'
  | 'linked'
  | 'pageAddress'
  | 'person'
  | 'searchGroups'
  | 'searchPeople'
  | 'seenIssues'
  | 'servedHere'
  | 'undecided';

/** A query key: what is asked, then of what. A shorter key matches all that begin with it. */
export const queryKeyOf = (name: QueryName, ...of: readonly unknown[]) => [name, ...of] as const;

/** A call of the app as a query. */
export const asking = <K extends keyof Contract>(call: K, payload: Payload<K>) =>
  queryOptions({ queryKey: queryKeyOf(call, payload), queryFn: () => ask(call, payload) });
