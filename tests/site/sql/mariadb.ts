import { randomUUID } from 'node:crypto';
import { type Connection, type ResultSetHeader, type RowDataPacket, createConnection } from 'mysql2/promise';
import { SqlError, type SqlEngine } from './sqlEngine';
import { type MariadbServer, type ServerOptions, findMariadbd, startMariadb } from './mariadbServer';

export { findMariadbd };

let running: Promise<MariadbServer> | null = null;
let users = 0;

/**
 * A fresh database on a MariaDB server of this process's own, which starts with the first engine and ends with the last.
 * Throws when there is no `mariadbd` on the machine: ask `findMariadbd` first.
 * @param options for the server, where this is the first engine
 */
export async function mariadbEngine(options: ServerOptions = {}): Promise<SqlEngine> {
  users++;
  running ??= startMariadb(options);
  const { socketPath } = await running;
  const database = `site_${randomUUID().replaceAll('-', '')}`;
  const admin = await createConnection({ socketPath, user: 'root' });
  await admin.query(`CREATE DATABASE ${database}`);
  await admin.end();
  const connection = await createConnection({
    socketPath,
    user: 'root',
    database,
    supportBigNumbers: true,
    dateStrings: true,
  });

  return {
    name: 'mariadb',
    execute: (query, params) => execute(connection, query, params),
    close: async () => {
      await connection.query(`DROP DATABASE ${database}`);
      await connection.end();
      users--;
      if (users > 0 || !running) return;
      const server = running;
      running = null;
      await (await server).stop();
    },
  };
}

async function execute(connection: Connection, query: string, params: unknown[]): ReturnType<SqlEngine['execute']> {
  try {
    const [result] = await connection.query<RowDataPacket[] | ResultSetHeader>(query, params);
    return { rows: Array.isArray(result) ? result : written(result) };
  } catch (error) {
    if (!isMysqlError(error)) throw error;
    throw new SqlError(error.message, error.code, error.errno, error.sqlState);
  }
}

const written = ({ affectedRows, fieldCount, info, insertId, serverStatus, warningStatus }: ResultSetHeader) => ({
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
