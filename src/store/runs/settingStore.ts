import { sql } from 'kysely';
import { database } from '../sql/database';

/** The JSON value stored under a name; `undefined`: none. The caller checks its shape. */
export const readSetting = async (name: string): Promise<unknown> => {
  const row = await database.selectFrom('setting').select('value').where('name', '=', name).executeTakeFirst();
  return row === undefined ? undefined : JSON.parse(row.value);
};

/** The JSON values stored under these names. One statement. */
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
 * Compare and set: stores a value if the stored text is still that of `before` (`null`: nothing stored). Of two that
 * change a value at once, one learns that it came too late.
 * @returns whether the value was stored
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
  // If both are equal, a database may report no change.
  return replaced.numUpdatedRows > 0n || JSON.stringify(before) === value;
};
