import { z } from 'zod';
import { refusal } from '../sql/policy';
import { type SqlEngine, SqlError } from '../sql/sqlEngine';
import type { StatementLog } from './statementLog';
import { noteShape } from './statementShapes';
import { TextResponse } from '../../http/textResponse';

const MIB = 1024 * 1024;
const REQUEST_BYTES = MIB;
const RESPONSE_BYTES = 4 * MIB;
/** Time limits of statements that read and that write. */
const READ_MS = 5_000;
const WRITE_MS = 10_000;

const request = z.object({ query: z.string(), params: z.array(z.unknown()).default([]) });

const JSON_TYPE = { 'content-type': 'application/json' };

const failed = (status: number, code: string, message: string, debug?: object): Response =>
  new TextResponse(JSON.stringify({ code, message, context: debug ? { debug } : {} }), { status, headers: JSON_TYPE });

/**
 * Answers `POST /api/v1/execute` and `/api/v1/execute/ddl` as Forge SQL does, within its limits.
 * @param now the clock by which an answer says how long its statement ran (milliseconds)
 */
export async function answerSql(
  engine: SqlEngine,
  log: StatementLog,
  path: string,
  body: string,
  now: () => number,
): Promise<Response> {
  if (path !== '/api/v1/execute' && path !== '/api/v1/execute/ddl') {
    return failed(404, 'NOT_FOUND', `Forge SQL has no ${path}.`);
  }
  log.sql++;
  log.sqlBytes += Buffer.byteLength(body);
  if (Buffer.byteLength(body) > REQUEST_BYTES) {
    return failed(413, 'INVALID_SQL_QUERY', 'The request is larger than 1 MiB.');
  }
  const { query, params } = request.parse(JSON.parse(body));
  try {
    const reason = refusal(query, path.endsWith('/ddl'));
    if (reason) return failed(400, 'INVALID_SQL_QUERY', reason);
    if (!path.endsWith('/ddl')) noteShape(query);
    const [from, began] = [performance.now(), now()];
    const result = await engine.execute(query, params);
    const [took, dbExecutionTime] = [performance.now() - from, now() - began];
    const reads = Array.isArray(result.rows);
    if (!reads) log.writes++;
    if (took > (reads ? READ_MS : WRITE_MS)) {
      return failed(408, 'SQL_EXECUTION_ERROR', `The statement took longer than ${reads ? '5 s' : '10 s'}.`);
    }
    const answer = JSON.stringify({ ...result, metadata: { dbExecutionTime } });
    if (Array.isArray(result.rows)) log.rows += result.rows.length;
    log.sqlBytes += Buffer.byteLength(answer);
    if (Buffer.byteLength(answer) > RESPONSE_BYTES) {
      return failed(413, 'SQL_EXECUTION_ERROR', 'The answer is larger than 4 MiB.');
    }
    return new TextResponse(answer, { headers: JSON_TYPE });
  } catch (error) {
    if (error instanceof SyntaxError) return failed(400, 'INVALID_SQL_QUERY', error.message);
    if (!(error instanceof SqlError)) throw error;
    const { message, code, errno, sqlState } = error;
    return failed(400, 'SQL_EXECUTION_ERROR', message, { code, errno, sqlState, sqlMessage: message });
  }
}
