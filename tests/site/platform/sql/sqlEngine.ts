/** What Forge SQL answers in place of rows when a statement returns none (as @forge/sql's UpdateQueryResponse). */
export type WriteResult = {
  affectedRows: number;
  fieldCount: number;
  info: string;
  insertId: number;
  serverStatus: number;
  warningStatus: number;
};

/** A database that takes one statement of MySQL text at a time. Fails with a `SqlError`. */
export interface SqlEngine {
  readonly name: 'embedded' | 'mariadb' | 'tidb';
  execute(query: string, params: unknown[]): Promise<{ rows: unknown[] | WriteResult }>;
  close(): Promise<void>;
}

/** A statement the database refused, with MySQL's names for the reason. */
export class SqlError extends Error {
  override readonly name = 'SqlError';

  constructor(
    message: string,
    readonly code: string,
    readonly errno: number,
    readonly sqlState: string,
  ) {
    super(message);
  }
}

export const writeResult = (affectedRows: number, insertId = 0): WriteResult => ({
  affectedRows,
  fieldCount: 0,
  info: '',
  insertId,
  serverStatus: 2,
  warningStatus: 0,
});
