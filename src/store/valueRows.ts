import { type RawBuilder, sql } from 'kysely';

/** SELECT of some numbers, a row each, under a name: for a CROSS JOIN that lets each row take part once for every number. */
export const valueRows = (name: string, values: readonly number[]): RawBuilder<unknown> =>
  sql.join(
    values.map((value) => sql`SELECT ${sql.lit(value)} AS ${sql.ref(name)}`),
    sql` UNION ALL `,
  );
