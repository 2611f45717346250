import { randomUUID } from 'node:crypto';
import type { ConnectionOptions, Pool, ResultSetHeader, RowDataPacket } from 'mysql2/promise';
import { mysql } from './mysql';
import type { DatabaseServer } from './serverProcess';
import { SqlError, type SqlEngine, type WriteResult } from './sqlEngine';

export type MysqlOptions = {
  name: SqlEngine['name'];
  /** starts the server that all engines of this process share */
  start: () => Promise<DatabaseServer>;
  /** statements that may run at the same time */
  connections: number;
  /** tells this server from others of the same name, such as one with more memory */
  variant?: string;
};

/** In a test: the servers of its process. They take seconds to start, so they stay for the next test file, and end with the process. */
const { databaseServers: ofTests } = globalThis as { databaseServers?: Map<string, Promise<DatabaseServer>> };

/** Makes engines on one server of this process. It starts with the first, and ends with the last but in tests. */
export class MysqlEngines {
  private readonly servers = ofTests ?? new Map<string, Promise<DatabaseServer>>();
  private users = 0;

  constructor(private readonly options: MysqlOptions) {}

  private get key(): string {
    return `${this.options.name} ${this.options.variant ?? ''}`;
  }

  /** A fresh database. */
  async open(): Promise<SqlEngine> {
    const { name, connections } = this.options;
    this.users += 1;
    const { connection } = await this.server();
    const database = `site_${randomUUID().replaceAll('-', '')}`;
    await asAdmin(connection, `CREATE DATABASE ${database}`);
    const { createPool } = await mysql();
    // As Forge SQL does: big numbers as strings, dates as written.
    const pool = createPool({
      ...connection,
      database,
      connectionLimit: connections,
      supportBigNumbers: true,
      dateStrings: true,
      maxPreparedStatements: 500,
    });
    return {
      name,
      execute: (query, params) => execute(pool, query, params),
      close: async () => {
        await pool.end();
        await asAdmin(connection, `DROP DATABASE ${database}`);
        await this.leave();
      },
    };
  }

  private server(): Promise<DatabaseServer> {
    const running = this.servers.get(this.key) ?? this.options.start();
    this.servers.set(this.key, running);
    return running;
  }

  private async leave(): Promise<void> {
    this.users -= 1;
    if (this.users > 0 || ofTests) return;
    const server = this.servers.get(this.key);
    this.servers.delete(this.key);
    await (await server)?.stop();
  }
}

async function asAdmin(options: ConnectionOptions, statement: string): Promise<void> {
  const { createConnection } = await mysql();
  const admin = await createConnection(options);
  await admin.query(statement);
  await admin.end();
}

/** MySQL's error for statements that cannot be prepared: 1295. */
const NOT_PREPARED = 'ER_UNSUPPORTED_PS';

/**
 * Runs a statement as Forge SQL does: prepared, with mysql2's types, so that a bound number arrives as a DOUBLE. So a
 * bound LIMIT gives the error that Forge gives ("Incorrect arguments to LIMIT").
 */
async function execute(pool: Pool, query: string, params: unknown[]): ReturnType<SqlEngine['execute']> {
  try {
    return answer(await pool.execute<Result>(query, params as never));
  } catch (error) {
    if (!isMysqlError(error)) throw error;
    if (error.code === NOT_PREPARED) return answer(await pool.query<Result>(query));
    throw new SqlError(error.message, error.code, error.errno, error.sqlState);
  }
}

type Result = RowDataPacket[] | ResultSetHeader;

const answer = ([result]: [Result, unknown]): Awaited<ReturnType<SqlEngine['execute']>> => ({
  rows: Array.isArray(result) ? result : written(result),
});

const written = ({
  affectedRows,
  fieldCount,
  info,
  insertId,
  serverStatus,
  warningStatus,
}: ResultSetHeader): WriteResult => ({
  affectedRows,
  fieldCount,
  info,
  insertId,
  serverStatus,
  warningStatus,
});

type MysqlError = Error & { code: string; errno: number; sqlState: string };

const isMysqlError = (error: unknown): error is MysqlError =>
  error instanceof Error && 'sqlState' in error && 'errno' in error;
