import { type RawBuilder, sql } from 'kysely';

/**
 * Hint for TiDB's planner to look the rows of these aliases up by their keys, one for each row that they are joined to. Left to itself it
 * reads such a table whole where it thinks that many rows are joined, as it does of a table without statistics, though it be empty. Other
 * engines read it as a comment.
 */
export const lookedUp = (...aliases: readonly string[]): RawBuilder<unknown> => sql.raw(`/*+ ${lookUps(aliases)} */`);

/** As `lookedUp`, for what is joined to the rows of one alias, which is read first. */
export const lookedUpFrom = (first: string, ...aliases: readonly string[]): RawBuilder<unknown> =>
  sql.raw(`/*+ LEADING(${[first, ...aliases].join(', ')}) ${lookUps(aliases)} */`);

const lookUps = (aliases: readonly string[]): string => `INL_JOIN(${aliases.join(', ')})`;
