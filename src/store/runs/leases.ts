import { sql } from 'kysely';
import { database } from '../sql/database';

/**
 * Takes a lease until an instant (epoch milliseconds), unless somebody holds it. Says whether it was taken.
 * Of two that ask at once, one gets it: the condition is part of the statement that writes.
 */
export const takeLease = async (name: string, until: number, now: number): Promise<boolean> => {
  if (await takeMadeLease(name, until, now)) return true;
  const made = await database.insertInto('lease').ignore().values({ name, held_until: until }).executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
};

/** The same for a lease that `makeLeases` or `setLease` made: one statement. Nobody gets one that there is not. */
export const takeMadeLease = async (name: string, until: number, now: number): Promise<boolean> => {
  const renewed = await database
    .updateTable('lease')
    .set({ held_until: until })
    .where('name', '=', name)
    .where('held_until', '<', now)
    .executeTakeFirst();
  return renewed.numUpdatedRows > 0n;
};

/** Makes those of these leases that there are not yet; nobody holds them. */
export const makeLeases = async (names: readonly string[]): Promise<void> => {
  await database
    .insertInto('lease')
    .ignore()
    .values(names.map((name) => ({ name, held_until: 0 })))
    .execute();
};

/** Sets until when a lease is held, whoever held it; with 0 the next who asks gets it. */
export const setLease = async (name: string, until: number): Promise<void> => {
  await database
    .insertInto('lease')
    .values({ name, held_until: until })
    .onDuplicateKeyUpdate({ held_until: sql`VALUES(held_until)` })
    .execute();
};
