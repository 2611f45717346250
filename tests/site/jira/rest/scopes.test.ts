import { readFileSync } from 'node:fs';
import { findOpenApi } from '../openapi/find';
import { CALLS_BY_SCOPE, refusedForScope } from './scopes';
import { onlyWith } from '../../../onlyWith';

type Operation = { 'x-atlassian-oauth2-scopes'?: { scopes: string[]; state: string }[] };
type OpenApi = { paths: Record<string, Record<string, Operation>> };

const path = findOpenApi();
if (path === null) console.warn('Without Atlassian’s OpenAPI document the scopes of calls are not compared with it.');

/** The document names no scope for the fields of apps. */
const named = Object.entries(CALLS_BY_SCOPE).filter(([scope]) => scope !== 'write:app-data:jira');

onlyWith(path).each(named)('calls that need "%s" need it by Atlassian’s document', (scope, calls) => {
  const { paths } = JSON.parse(readFileSync(path ?? '', 'utf8')) as OpenApi;
  const scopesOf = (call: string): string[] => {
    const [method = '', at = ''] = call.split(' ');
    const operation = paths[`/rest/api/3${at}`]?.[method.toLowerCase()];
    if (!operation) throw new Error(`Jira has no ${call}.`);
    const current = operation['x-atlassian-oauth2-scopes']?.filter(({ state }) => state === 'Current') ?? [];
    return current.flatMap(({ scopes }) => scopes);
  };
  for (const call of calls) expect([call, scopesOf(call)]).toEqual([call, scope === '' ? [] : [scope]]);
});

test.each([
  ['GET', '/project/search?startAt=0', 'read:jira-work'],
  ['GET', '/issue/WEB-1', 'read:jira-work'],
  ['PUT', '/issue/WEB-1', 'write:jira-work'],
  ['GET', '/myself?expand=groups', 'read:jira-user'],
  ['POST', '/app/field/value', 'write:app-data:jira'],
])('%s %s is refused without its scope only', async (method, at, scope) => {
  const request = new Request(`https://jira.example/rest/api/3${at}`, { method });
  expect(refusedForScope(request, [scope])).toBeNull();
  const refused = refusedForScope(
    request,
    Object.keys(CALLS_BY_SCOPE).filter((other) => other !== scope),
  );
  expect([refused?.status, await refused?.json()]).toEqual([
    401,
    { code: 401, message: 'Unauthorized; scope does not match' },
  ]);
});
