import { sql } from '@forge/sql';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  MysqlAdapter,
  MysqlIntrospector,
  MysqlQueryCompiler,
  type QueryResult,
} from 'kysely';
import { timed } from './statementTime';

/** Forge SQL's answer to a statement that writes. */
type WriteAnswer = { affectedRows?: number; insertId?: number };

/** Forge SQL takes one statement a call and has no transactions, so the connection is just its client. */
const connection: DatabaseConnection = {
  async executeQuery<R>({ sql: text, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows } = await timed(() =>
      sql
        .prepare<R>(text)
        .bindParams(...parameters)
        .execute(),
    );
    if (Array.isArray(rows)) return { rows };
    const written = rows as WriteAnswer;
    return { rows: [], numAffectedRows: BigInt(written.affectedRows ?? 0), insertId: BigInt(written.insertId ?? 0) };
  },
  streamQuery() {
    throw new Error('Forge SQL does not stream.');
  },
};

const noTransactions = (): Promise<void> => Promise.reject(new Error('Forge SQL has no transactions.'));
const nothing = (): Promise<void> => Promise.resolve();

const driver: Driver = {
  init: nothing,
  acquireConnection: () => Promise.resolve(connection),
  beginTransaction: noTransactions,
  commitTransaction: noTransactions,
  rollbackTransaction: noTransactions,
  releaseConnection: nothing,
  destroy: nothing,
};

/** Kysely's MySQL dialect over Forge SQL (TiDB). */
export const forgeDialect: Dialect = {
  createDriver: () => driver,
  createQueryCompiler: () => new MysqlQueryCompiler(),
  createAdapter: () => new MysqlAdapter(),
  createIntrospector: (database) => new MysqlIntrospector(database),
};
