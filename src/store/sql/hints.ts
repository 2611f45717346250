import { type RawBuilder, sql } from 'kysely';

// Hints for TiDB's planner, so that no plan hangs on its statistics. Other engines read them as comments.

/** To use an index, and further hints. */
export const useIndex = (
  { table, name }: { table: string; name: string },
  ...further: readonly string[]
): RawBuilder<unknown> => sql.raw(`/*+ ${[`USE_INDEX(${table}, ${name})`, ...further].join(' ')} */`);

/**
 * To look the rows of these aliases up by their keys, one for each row that they are joined to. Left to itself the planner reads such a
 * table whole where it thinks that many rows are joined, as it does of a table without statistics, even an empty one.
 */
export const lookedUp = (...aliases: readonly string[]): RawBuilder<unknown> => sql.raw(`/*+ ${lookUps(aliases)} */`);

/** As `lookedUp`, for what is joined to the rows of one alias, which is read first. */
export const lookedUpFrom = (first: string, ...aliases: readonly string[]): RawBuilder<unknown> =>
  sql.raw(`/*+ LEADING(${[first, ...aliases].join(', ')}) ${lookUps(aliases)} */`);

const lookUps = (aliases: readonly string[]): string => `INL_JOIN(${aliases.join(', ')})`;
