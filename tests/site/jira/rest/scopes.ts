import { json } from './route';

/** The classic scope that an app needs for each call, by Atlassian's OpenAPI document. It names none for fields of apps: their own documentation does. */
export const CALLS_BY_SCOPE: Record<string, readonly string[]> = {
  'read:jira-work': [
    'GET /field',
    'GET /issue/{issueIdOrKey}',
    'GET /issue/{issueIdOrKey}/transitions',
    'GET /issuetype',
    'GET /issueLinkType',
    'GET /mypermissions',
    'GET /project/search',
    'GET /project/{projectIdOrKey}',
    'GET /resolution/search',
    'GET /status',
    'POST /changelog/bulkfetch',
    'POST /issue/bulkfetch',
    'POST /jql/match',
    'POST /permissions/project',
    'POST /search/approximate-count',
    'POST /search/jql',
  ],
  'write:jira-work': [
    'POST /issue',
    'PUT /issue/{issueIdOrKey}',
    'DELETE /issue/{issueIdOrKey}',
    'POST /issue/{issueIdOrKey}/transitions',
  ],
  'read:jira-user': [
    'GET /groups/picker',
    'GET /myself',
    'GET /user',
    'GET /user/bulk',
    'GET /user/groups',
    'GET /user/search',
  ],
  'write:app-data:jira': ['POST /app/field/value', 'PUT /app/field/{fieldIdOrKey}/value'],
  '': ['GET /serverInfo', 'POST /permissions/check', 'GET /jql/function/computation', 'POST /jql/function/computation'],
};

const BASE_PATH = '/rest/api/3';

/** Literal paths come first: `/project/search` is no project. */
const PATTERNS = Object.entries(CALLS_BY_SCOPE)
  .flatMap(([scope, calls]) => calls.map((call) => ({ scope, call })))
  .sort((a, b) => Number(a.call.includes('{')) - Number(b.call.includes('{')))
  .map(({ scope, call }) => ({ scope, pattern: new RegExp(`^${call.replace(/\{\w+\}/g, '[^/]+')}$`) }));

/** The answer to a call of the app that lacks the scope for it; `null`: it may be made, or there is no such call. */
export const refusedForScope = (request: Request, scopes: readonly string[]): Response | null => {
  const path = new URL(request.url).pathname.replace(BASE_PATH, '');
  const needed = PATTERNS.find(({ pattern }) => pattern.test(`${request.method} ${path}`))?.scope ?? '';
  if (needed === '' || scopes.includes(needed)) return null;
  return json({ code: 401, message: 'Unauthorized; scope does not match' }, 401);
};
