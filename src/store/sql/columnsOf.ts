import { type RawBuilder, sql } from 'kysely';

/** Columns of a table by its alias, each selected under its own name. */
export const columnsOf = (alias: string, names: readonly string[]): Record<string, RawBuilder<unknown>> =>
  Object.fromEntries(names.map((name) => [name, sql.ref(`${alias}.${name}`)]));
