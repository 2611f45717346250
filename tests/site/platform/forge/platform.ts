import type { JiraSite } from '../../jira/jiraSite';
import { answerForApp } from '../../jira/rest/answerForApp';
import type { SqlEngine } from '../sql/sqlEngine';
import { type Asker, FunctionEnded, FunctionTimeOut } from './appFunctions';
import type { Faults } from './faults';
import type { Lately } from './lately';
import type { Queues } from './queues';
import { type Destination, outsideInvocations } from './seam';
import { answerSql } from './sqlEndpoint';
import type { StatementLog } from './statementLog';
import { TextResponse } from './textResponse';

export type Services = {
  jira: JiraSite;
  engine: SqlEngine;
  log: StatementLog;
  faults: Faults;
  queues: () => Queues;
  /** The requests to change the schema. */
  schemaChanges: Lately;
};

/** Forge SQL takes so many requests to its DDL endpoint a minute of an installation, whatever they hold (limits-sql). */
const SCHEMA_CHANGES_A_MINUTE = 25;

/** A refusal of the platform's own proxy, which `@forge/api` turns into an error. */
const proxyError = (status: number, reason: string): Response =>
  new Response(reason, { status, headers: { 'forge-proxy-error': reason } });

/** No function may take longer. */
const LONGEST_SECONDS = 900;

/** Sends what the app asks of the platform to the service it is meant for. */
export async function answerApp(
  services: Services,
  destination: Destination,
  path: string,
  init: RequestInit | undefined,
  asker: Asker,
): Promise<Response> {
  const { jira, log, faults, queues } = services;
  const { principal } = asker;
  const { type, provider, remote } = destination;
  const body = typeof init?.body === 'string' ? init.body : '';
  if (type === 'sql') return withFaults(faults, asker, () => limitedSql(services, path, body));
  if (remote === 'stargate' && path.startsWith('/webhook/queue/')) return queues().answer(path, JSON.parse(body));
  if (remote !== 'jira') throw new Error(`The local site has no ${type} ${remote ?? ''}, which was asked for ${path}.`);

  const accountId = provider === 'user' ? (destination.accountId ?? principal?.accountId) : undefined;
  if (provider === 'user' && accountId === undefined) return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');
  if (accountId !== undefined && accountId !== principal?.accountId)
    return proxyError(403, 'IMPERSONATION_NOT_ALLOWED');
  log.jira++;
  const request = new Request(new URL(path, jira.baseUrl), init);
  const caller = accountId === undefined ? ({ kind: 'app' } as const) : ({ kind: 'user', accountId } as const);
  const faulty = faults.answer(request, body);
  if (faulty === 'timeOut') return timeOut(jira, asker);
  const response = faulty ?? (await outsideInvocations(() => answerForApp(jira, request, caller)));
  const sent = faults.distort(request, await response.text());
  log.jiraBytes += Buffer.byteLength(sent);
  return new TextResponse(sent, response);
}

/**
 * Refuses what is one change of the schema too many. What Forge answers then is not documented: a bare 429 is the least that its SDK
 * can make of it (`UNKNOWN_ERROR`), so that nobody relies on more.
 */
async function limitedSql({ engine, log, schemaChanges }: Services, path: string, body: string): Promise<Response> {
  if (path.endsWith('/ddl')) {
    log.schemaChanges++;
    if (!schemaChanges.note(1, SCHEMA_CHANGES_A_MINUTE)) return new TextResponse('Too many requests', { status: 429 });
  }
  return answerSql(engine, log, path, body);
}

/** A statement, and what the site's faults make of it. */
async function withFaults(faults: Faults, asker: Asker, statement: () => Promise<Response>): Promise<Response> {
  const fault = faults.nextStatement();
  if (fault === null) return statement();
  if (fault.when === 'after') await statement();
  if (fault.what === 'functionEnds') return asker.end(new FunctionEnded('The function was ended at a statement.'));
  return Response.json(
    { code: 'SQL_EXECUTION_ERROR', message: 'The database is not there.', context: {} },
    { status: 503 },
  );
}

async function timeOut({ clock }: JiraSite, { limitSeconds, end }: Asker): Promise<never> {
  const seconds = Math.min(limitSeconds, LONGEST_SECONDS);
  await clock.wait(seconds * 1000);
  return end(new FunctionTimeOut(`Jira did not answer within the ${seconds} s of the function.`));
}
