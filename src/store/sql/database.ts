import { Kysely } from 'kysely';
import { forgeDialect } from './forgeDialect';
import type { Tables } from './schema';

/** The app's database. Stateless: each statement is a call of its own to Forge SQL. */
export const database = new Kysely<Tables>({ dialect: forgeDialect });
