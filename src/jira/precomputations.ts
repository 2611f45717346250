import { route } from '@forge/api';
import { z } from 'zod';
import { type App, ask } from './request';

/** Results that Jira answers a call with, at the most. */
const A_PAGE = 100;

const precomputation = z.object({
  id: z.string(),
  functionName: z.string(),
  operator: z.string(),
  arguments: z.array(z.string()).default([]),
  value: z.string().nullish(),
  error: z.string().nullish(),
});

/** What Jira keeps of a JQL function of the app, for all who search: the JQL that stands for a call of it, or an error. */
export type Precomputation = z.infer<typeof precomputation>;

const page = z.object({ values: z.array(precomputation), isLast: z.boolean() });

/** A page of what Jira keeps of the app's JQL functions. One call. */
export const precomputationsFrom = (as: App, startAt: number): Promise<z.infer<typeof page>> =>
  ask(
    { as, path: route`/rest/api/3/jql/function/computation?startAt=${startAt}&maxResults=${A_PAGE}&orderBy=created` },
    page,
    ({ values }) => values.length,
  );

/** A new result: JQL, or an error where the call has become invalid. */
export type NewResult = { id: string; value: string } | { id: string; error: string };

/** Replaces what Jira keeps. Those that it has forgotten meanwhile are skipped. One call. */
export const storePrecomputations = async (as: App, values: readonly NewResult[]): Promise<void> => {
  await ask(
    {
      as,
      method: 'POST',
      path: route`/rest/api/3/jql/function/computation?skipNotFoundPrecomputations=true`,
      body: { values },
    },
    z.unknown(),
    () => 0,
  );
};
