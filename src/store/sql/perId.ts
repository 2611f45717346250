import { type RawBuilder, sql } from 'kysely';

/** A CASE expression for a value by project; one for all is written once. `id`: the column with the project's id */
export const perProject = <Part, Value>(
  id: RawBuilder<unknown>,
  parts: readonly Part[],
  projectOf: (part: Part) => number,
  valueOf: (part: Part) => Value,
): RawBuilder<Value> => {
  const [first, ...others] = new Set(parts.map(valueOf));
  if (first !== undefined && others.length === 0) return sql`${first}`;
  const cases = parts.map((part) => sql`WHEN ${projectOf(part)} THEN ${valueOf(part)}`);
  return sql`CASE ${id} ${sql.join(cases, sql` `)} END`;
};
