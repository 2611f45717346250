import { Kysely } from 'kysely';
import { forgeDialect } from './forgeDialect';
import type { Tables } from './schema';

/** The app's database. Each statement is one call to Forge SQL; there is no connection to keep. */
export const database = new Kysely<Tables>({ dialect: forgeDialect });
