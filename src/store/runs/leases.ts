import { sql } from 'kysely';
import { database } from '../sql/database';

/**
 * Takes a lease unless it is held. Of two that ask at once only one gets it, because the condition is part of the
 * statement that writes. At most two statements.
 * @param until when the lease expires (epoch milliseconds)
 * @returns whether it was taken
 */
export const takeLease = async (name: string, until: number, now: number): Promise<boolean> => {
  if (await takeExistingLease(name, until, now)) return true;
  const made = await database.insertInto('lease').ignore().values({ name, held_until: until }).executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
};

/**
 * Takes a lease that is known to exist (`makeLeases`, `setLease`) unless it is held. One statement.
 * @returns whether it was taken; a lease that does not exist is not
 */
export const takeExistingLease = async (name: string, until: number, now: number): Promise<boolean> => {
  const renewed = await database
    .updateTable('lease')
    .set({ held_until: until })
    .where('name', '=', name)
    .where('held_until', '<', now)
    .executeTakeFirst();
  return renewed.numUpdatedRows > 0n;
};

/** Makes the leases that do not exist yet, free to be taken. */
export const makeLeases = async (names: readonly string[]): Promise<void> => {
  await database
    .insertInto('lease')
    .ignore()
    .values(names.map((name) => ({ name, held_until: 0 })))
    .execute();
};

/**
 * Releases a lease of one thing, such as a proposal, by deleting its row. One that expired and was taken by somebody
 * else stays theirs.
 * @param until what it was taken until
 */
export const releaseLease = async (name: string, until: number): Promise<void> => {
  await database.deleteFrom('lease').where('name', '=', name).where('held_until', '=', until).execute();
};

/**
 * Deletes leases that expired before an instant, because a crash kept them from being released. Only those with a blank
 * in their name (`proposal 12`), which are made when they are taken; others must exist. One statement.
 */
export const forgetLeases = async (before: number): Promise<void> => {
  await database.deleteFrom('lease').where('name', 'like', '% %').where('held_until', '<', before).execute();
};

/** Sets when a lease expires (epoch milliseconds), whoever holds it. 0 releases it. */
export const setLease = async (name: string, until: number): Promise<void> => {
  await database
    .insertInto('lease')
    .values({ name, held_until: until })
    .onDuplicateKeyUpdate({ held_until: sql`VALUES(held_until)` })
    .execute();
};
