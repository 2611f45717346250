import { JiraError } from '../errors';
import type { JiraData } from '../jiraData';
import type { Caller } from '../model';
import { bodyOf, json, type Routes } from './route';
import { withObjects } from './objects';

/** The results of the app's JQL functions, which only the app may read and replace. */
export function jqlFunctionRoutes(api: Routes, site: JiraData): void {
  const functionsFor = (caller: Caller) => {
    if (caller.kind !== 'app' || !site.jqlFunctions)
      throw new JiraError(403, ['Only the app that provides a function may see its precomputations.']);
    return site.jqlFunctions;
  };

  api.get('/jql/function/computation', (c) => {
    const all = functionsFor(c.env.caller).list();
    const startAt = Number(c.req.query('startAt') ?? 0);
    const maxResults = Math.min(Number(c.req.query('maxResults') ?? 100), 100);
    const instant = (at: number) => new Date(at).toISOString().replace('Z', '+0000');
    const values = all.slice(startAt, startAt + maxResults).map(({ name, created, updated, used, ...one }) => ({
      ...one,
      functionName: name,
      created: instant(created),
      updated: instant(updated),
      used: instant(used),
    }));
    const isLast = startAt + values.length >= all.length;
    return withObjects(json({ isLast, maxResults, startAt, total: all.length, values }), values.length);
  });

  api.post('/jql/function/computation', async (c) => {
    const functions = functionsFor(c.env.caller);
    const { values = [] } = await bodyOf<{
      values?: ({ id: string; value: string } | { id: string; error: string })[];
    }>(c);
    const isLenient = c.req.query('skipNotFoundPrecomputations') === 'true';
    const missing = values.filter(({ id }) => !functions.list().some((one) => one.id === id)).map(({ id }) => id);
    if (missing.length > 0 && !isLenient)
      return json({ errorMessages: ['Some precomputations were not found.'], notFoundPrecomputationIDs: missing }, 404);
    for (const { id, ...result } of values) functions.replace(id, result);
    return withObjects(json(isLenient ? { notFoundPrecomputationIDs: missing } : {}), 0);
  });
}
