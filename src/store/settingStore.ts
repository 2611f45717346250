import { sql } from 'kysely';
import { database } from './database';

/** The JSON value kept under a name; `undefined` where none is. The caller checks its shape. */
export const readSetting = async (name: string): Promise<unknown> => {
  const row = await database.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.value);
};

export const writeSetting = async (name: string, value: unknown): Promise<void> => {
  await database
    .insertInto('setting')
    .values({ name, value: JSON.stringify(value) })
    .onDuplicateKeyUpdate({ value: sql`VALUES(value)` })
    .execute();
};
