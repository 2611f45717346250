import { type RawBuilder, sql } from 'kysely';

/** A CASE expression for a value that differs by project. `id`: the column with the project's id */
export const perProject = <Part, Value>(
  id: RawBuilder<unknown>,
  parts: readonly Part[],
  projectOf: (part: Part) => number,
  valueOf: (part: Part) => Value,
): RawBuilder<Value> => {
  const cases = parts.map((part) => sql`WHEN ${projectOf(part)} THEN ${valueOf(part)}`);
  return sql`CASE ${id} ${sql.join(cases, sql` `)} END`;
};
