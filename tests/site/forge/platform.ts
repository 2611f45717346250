import type { JiraSite } from '../jira/jiraSite';
import type { SqlEngine } from '../sql/sqlEngine';
import type { Principal } from './appFunctions';
import type { Faults } from './faults';
import type { Queues } from './queues';
import { type Destination, outsideInvocations } from './seam';
import { answerSql } from './sqlEndpoint';
import type { StatementLog } from './statementLog';

export type Services = { jira: JiraSite; engine: SqlEngine; log: StatementLog; faults: Faults; queues: () => Queues };

/** A refusal of the platform's own proxy, which `@forge/api` turns into an error. */
const proxyError = (status: number, reason: string): Response =>
  new Response(reason, { status, headers: { 'forge-proxy-error': reason } });

/** Sends what the app asks of the platform to the service it is meant for. */
export async function answerApp(
  { jira, engine, log, faults, queues }: Services,
  destination: Destination,
  path: string,
  init: RequestInit | undefined,
  principal: Principal | null,
): Promise<Response> {
  const { type, provider, remote } = destination;
  const body = typeof init?.body === 'string' ? init.body : '';
  if (type === 'sql') return answerSql(engine, log, path, body);
  if (remote === 'stargate' && path.startsWith('/webhook/queue/')) return queues().answer(path, JSON.parse(body));
  if (remote !== 'jira') throw new Error(`The local site has no ${type} ${remote ?? ''}, which was asked for ${path}.`);

  const accountId = provider === 'user' ? (destination.accountId ?? principal?.accountId) : undefined;
  if (provider === 'user' && accountId === undefined) return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');
  if (accountId !== undefined && accountId !== principal?.accountId)
    return proxyError(403, 'IMPERSONATION_NOT_ALLOWED');
  log.jira++;
  const request = new Request(new URL(path, jira.baseUrl), init);
  const caller = accountId === undefined ? ({ kind: 'app' } as const) : ({ kind: 'user', accountId } as const);
  const response = faults.answer(request) ?? (await outsideInvocations(() => jira.fetch(request, caller)));
  log.jiraBytes += (await response.clone().arrayBuffer()).byteLength;
  return response;
}
