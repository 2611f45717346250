import { type RawBuilder, sql } from 'kysely';
import { columnsOf } from './columnsOf';

/** Stands for NULL among whole numbers, which rows hold in one text: no id, day or estimate is below 0. */
const NONE = -1;

/** Columns of whole numbers of a table by its alias. `optional`: those that may be NULL, to be read by `optionalNumber` */
export const numberColumns = (
  alias: string,
  whole: readonly string[],
  optional: readonly string[],
): Record<string, RawBuilder<unknown>> => ({
  ...columnsOf(alias, whole),
  ...Object.fromEntries(
    optional.map((name) => [name, sql`COALESCE(${sql.ref(`${alias}.${name}`)}, ${sql.lit(NONE)})`]),
  ),
});

/** A number of an optional column; `null`: there is none. */
export const optionalNumber = (value: unknown): number | null => (Number(value) === NONE ? null : Number(value));
