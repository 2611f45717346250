import { type RawBuilder, sql } from 'kysely';

/** The domain's `weekOf` in SQL: the number of the week of a day, Monday first. */
export const weekIn = (day: RawBuilder<unknown>): RawBuilder<unknown> => sql`FLOOR((${day} + 3) / 7)`;
