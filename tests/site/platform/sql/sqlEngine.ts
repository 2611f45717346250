/** Forge SQL's answer to a statement that returns no rows (UpdateQueryResponse of @forge/sql). */
export type WriteResult = {
  affectedRows: number;
  fieldCount: number;
  info: string;
  insertId: number;
  serverStatus: number;
  warningStatus: number;
};

/** A database that runs one statement of MySQL text at a time. Throws `SqlError`. */
export interface SqlEngine {
  readonly name: 'embedded' | 'mariadb' | 'tidb';
  execute(query: string, params: unknown[]): Promise<{ rows: unknown[] | WriteResult }>;
  close(): Promise<void>;
}

/** The error of a statement that the database refused, with MySQL's names. */
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
