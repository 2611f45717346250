import { type RawBuilder, sql } from 'kysely';

/** What differs from project to project, in a statement about several of them: `id` is the column that tells them apart. */
export const perProject = <Part, Value>(
  id: RawBuilder<unknown>,
  parts: readonly Part[],
  projectOf: (part: Part) => number,
  valueOf: (part: Part) => Value,
): RawBuilder<Value> => {
  const cases = parts.map((part) => sql`WHEN ${projectOf(part)} THEN ${valueOf(part)}`);
  return sql`CASE ${id} ${sql.join(cases, sql` `)} END`;
};
