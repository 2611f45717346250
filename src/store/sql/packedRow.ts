import { type RawBuilder, sql } from 'kysely';
import type { Row } from './rowValues';

/** The short name of the text with a row's whole numbers. */
const TOGETHER = 'n';

/**
 * What to select so that a row of an answer is short, and how to read it again: column names are most of a row's bytes,
 * so each gets a short one, and whole numbers are packed into one text under one name.
 *
 * `whole`: columns of whole numbers, never NULL
 */
export const packedRow = (
  columns: Readonly<Record<string, RawBuilder<unknown>>>,
  whole: readonly string[],
): { selected: RawBuilder<unknown>; apart: number; readRow: (row: Row) => Row } => {
  const apart = Object.entries(columns)
    .filter(([name]) => !whole.includes(name))
    .map(([name, column], index) => ({ name, column, as: `c${index.toString(36)}` }));
  const together = sql`CONCAT_WS(' ', ${sql.join(whole.map((name) => columns[name]))}) AS ${sql.ref(TOGETHER)}`;
  return {
    selected: sql.join([
      ...apart.map(({ column, as }) => sql`${column} AS ${sql.ref(as)}`),
      ...(whole.length === 0 ? [] : [together]),
    ]),
    apart: apart.length,
    readRow: (row) => {
      const read: Row = {};
      for (const { name, as } of apart) read[name] = row[as] ?? null;
      if (whole.length === 0) return read;
      const numbers = String(row[TOGETHER]).split(' ');
      whole.forEach((name, index) => (read[name] = Number(numbers[index])));
      return read;
    },
  };
};
