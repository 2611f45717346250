import type { JiraSite } from '../../jira/jiraSite';
import { answerForApp } from '../../jira/rest/answerForApp';
import { refusedForScope } from '../../jira/rest/scopes';
import type { SqlEngine } from '../sql/sqlEngine';
import { type Asker, FunctionEnded, FunctionTimeOut } from './appFunctions';
import type { Faults } from './faults';
import type { Lately } from './lately';
import type { AppManifest } from './manifest';
import type { Queues } from './queues';
import { answerReport, REPORT_PATH } from './personalData';
import { type Destination, outsideInvocations } from './seam';
import { answerSql } from './sqlEndpoint';
import type { StatementLog } from './statementLog';
import { TextRequest } from '../../http/textRequest';
import { TextResponse } from '../../http/textResponse';

export type Services = {
  jira: JiraSite;
  engine: SqlEngine;
  log: StatementLog;
  faults: Faults;
  queues: () => Queues;
  app: AppManifest;
  /** The requests to change the schema. */
  schemaChanges: Lately;
};

/** Forge SQL's limit of requests to its DDL endpoint, a minute and installation, whatever they hold (limits-sql). */
const SCHEMA_CHANGES_A_MINUTE = 25;

/** A refusal by the platform's proxy, which `@forge/api` turns into an error. */
const proxyError = (status: number, reason: string): Response =>
  new Response(reason, { status, headers: { 'forge-proxy-error': reason } });

const toJira = ({ baseUrl }: JiraSite, path: string, init: RequestInit | undefined): Request =>
  new TextRequest(new URL(path, baseUrl), { ...init, body: typeof init?.body === 'string' ? init.body : undefined });

/** The longest time-out of a function. */
const LONGEST_SECONDS = 900;

/** Routes a request of the app to its service. */
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
  if (remote === 'stargate' && path === REPORT_PATH) {
    const refused = faults.answer(toJira(jira, path, init), body);
    if (refused === 'timeOut') return timeOut(jira, asker);
    return refused ?? answerReport(jira.directory, services.app.scopes, body);
  }
  if (remote !== 'jira') throw new Error(`The local site has no ${type} ${remote ?? ''}, which was asked for ${path}.`);

  const accountId = provider === 'user' ? (destination.accountId ?? principal?.accountId) : undefined;
  if (provider === 'user' && accountId === undefined) return proxyError(401, 'NEEDS_AUTHENTICATION_ERR');
  if (accountId !== undefined && accountId !== principal?.accountId)
    return proxyError(403, 'IMPERSONATION_NOT_ALLOWED');
  log.jira++;
  const request = toJira(jira, path, init);
  const caller = accountId === undefined ? ({ kind: 'app' } as const) : ({ kind: 'user', accountId } as const);
  const faulty = refusedForScope(request, services.app.scopes) ?? faults.answer(request, body);
  if (faulty === 'timeOut') return timeOut(jira, asker);
  const response = faulty ?? (await outsideInvocations(() => answerForApp(jira, request, caller)));
  const said = await response.text();
  const sent = faults.distort(request, said);
  log.jiraBytes += Buffer.byteLength(sent);
  return sent === said && response instanceof TextResponse ? response : new TextResponse(sent, response);
}

/**
 * Refuses changes of the schema beyond the limit. Forge's answer is not documented. A bare 429 is the least that its
 * SDK can read (`UNKNOWN_ERROR`), so the app relies on nothing more.
 */
async function limitedSql(
  { jira, engine, log, schemaChanges }: Services,
  path: string,
  body: string,
): Promise<Response> {
  if (path.endsWith('/ddl')) {
    log.schemaChanges++;
    if (!schemaChanges.note(1, SCHEMA_CHANGES_A_MINUTE)) return new TextResponse('Too many requests', { status: 429 });
  }
  return answerSql(engine, log, path, body, () => jira.clock.now());
}

/** Runs a statement with the site's faults. */
async function withFaults(faults: Faults, asker: Asker, statement: () => Promise<Response>): Promise<Response> {
  const fault = faults.nextStatement();
  if (fault === null) return statement();
  if (fault.when === 'after') await statement();
  if (fault.what === 'functionEnds') return asker.end(new FunctionEnded('The function was ended at a statement.'));
  return TextResponse.json(
    { code: 'SQL_EXECUTION_ERROR', message: 'The database is not there.', context: {} },
    { status: 503 },
  );
}

async function timeOut({ clock }: JiraSite, { limitSeconds, end }: Asker): Promise<never> {
  const seconds = Math.min(limitSeconds, LONGEST_SECONDS);
  await clock.wait(seconds * 1000);
  return end(new FunctionTimeOut(`Jira did not answer within the ${seconds} s of the function.`));
}
