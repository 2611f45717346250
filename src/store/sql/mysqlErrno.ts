import { ForgeSQLAPIError } from '@forge/sql';
import { z } from 'zod';

/** MySQL's numbers of errors, which TiDB shares. */
export const NO_SUCH_TABLE = 1146;
export const DUPLICATE_COLUMN = 1060;
export const DUPLICATE_INDEX = 1061;

/** Forge SQL passes the database's own word on beside its own. */
const context = z.object({ debug: z.object({ errno: z.number() }) });

/** The number of the error with which the database refused a statement; `null`: it is no refusal of the database. */
export const mysqlErrno = (error: unknown): number | null => {
  if (!(error instanceof ForgeSQLAPIError)) return null;
  const parsed = context.safeParse(error.context);
  return parsed.success ? parsed.data.debug.errno : null;
};
