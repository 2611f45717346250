import { QueryClient, queryOptions } from '@tanstack/react-query';
import type { Contract } from '../../../src/contract';
import { AppError, ask, type Payload } from './ask';

/** Only a busy app is asked again by itself: every other refusal stays as it is until a person does something. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => error instanceof AppError && error.code === 'busy' && failures < 2,
      },
    },
  });

/** What is asked: a call of the app, or something that Jira itself tells. */
export type QueryName =
  keyof Contract | 'context' | 'history' | 'keyOf' | 'person' | 'searchGroups' | 'searchPeople' | 'seenIssues';

/** The key of an answer: what is asked, then of what. Fewer parts name all answers that begin with them. */
export const keyOf = (name: QueryName, ...of: readonly unknown[]) => [name, ...of] as const;

/** A call of the app as a query. */
export const asking = <K extends keyof Contract>(call: K, payload: Payload<K>) =>
  queryOptions({ queryKey: keyOf(call, payload), queryFn: () => ask(call, payload) });
