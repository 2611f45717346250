import { sql } from 'kysely';
import { database } from '../sql/database';

/** The JSON value kept under a name; `undefined` where none is. The caller checks its shape. */
export const readSetting = async (name: string): Promise<unknown> => {
  const row = await database.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.value);
};

/** The JSON values kept under some names: one statement. */
export const readSettings = async <Name extends string>(
  names: readonly Name[],
): Promise<Partial<Record<Name, unknown>>> => {
  const rows = await database.selectFrom('setting').selectAll().where('name', 'in', names).execute();
  return Object.fromEntries(rows.map(({ name, value }) => [name, JSON.parse(value)])) as Partial<Record<Name, unknown>>;
};

export const writeSetting = async (name: string, value: unknown): Promise<void> => {
  await database
    .insertInto('setting')
    .values({ name, value: JSON.stringify(value) })
    .onDuplicateKeyUpdate({ value: sql`VALUES(value)` })
    .execute();
};

/**
 * Keeps another JSON value under a name, unless what is kept there is no longer the text of `before` (`null`: nothing). Says whether it
 * was kept: of two that change the same value at once, one is told that it came too late.
 */
export const replaceSetting = async (name: string, before: unknown, after: unknown): Promise<boolean> => {
  const value = JSON.stringify(after);
  if (before === null) {
    const made = await database.insertInto('setting').ignore().values({ name, value }).executeTakeFirst();
    if ((made.numInsertedOrUpdatedRows ?? 0n) > 0n) return true;
  }
  const replaced = await database
    .updateTable('setting')
    .set({ value })
    .where('name', '=', name)
    .where('value', '=', JSON.stringify(before))
    .executeTakeFirst();
  // Where both are the same, a database may say that nothing changed.
  return replaced.numUpdatedRows > 0n || JSON.stringify(before) === value;
};
