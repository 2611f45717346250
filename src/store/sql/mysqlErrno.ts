import { ForgeSQLAPIError } from '@forge/sql';
import { z } from 'zod';

/** MySQL's error numbers, which TiDB shares. */
export const NO_SUCH_TABLE = 1146;
export const DUPLICATE_COLUMN = 1060;
export const DUPLICATE_INDEX = 1061;

/** Where a Forge SQL error carries the database's own. */
const context = z.object({ debug: z.object({ errno: z.number() }) });

/** The MySQL error number of a statement that the database refused; `null`: another error. */
export const mysqlErrno = (error: unknown): number | null => {
  if (!(error instanceof ForgeSQLAPIError)) return null;
  const parsed = context.safeParse(error.context);
  return parsed.success ? parsed.data.debug.errno : null;
};
