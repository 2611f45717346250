import { type RawBuilder, sql } from 'kysely';

/** A CASE expression for a value by id; one for all is written once. `column`: that of the ids */
export const perId = <Part, Value>(
  column: RawBuilder<unknown>,
  parts: readonly Part[],
  idOf: (part: Part) => number,
  valueOf: (part: Part) => Value,
): RawBuilder<Value> => {
  const [first, ...others] = new Set(parts.map(valueOf));
  if (first !== undefined && others.length === 0) return sql`${first}`;
  const cases = parts.map((part) => sql`WHEN ${idOf(part)} THEN ${valueOf(part)}`);
  return sql`CASE ${column} ${sql.join(cases, sql` `)} END`;
};
