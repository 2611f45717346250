import { database } from './database';

/**
 * Takes a lease until an instant (epoch milliseconds), unless somebody holds it. Says whether it was taken.
 * Of two that ask at once, one gets it: the condition is part of the statement that writes.
 */
export const takeLease = async (name: string, until: number, now: number): Promise<boolean> => {
  const renewed = await database
    .updateTable('lease')
    .set({ until })
    .where('name', '=', name)
    .where('until', '<', now)
    .executeTakeFirst();
  if (renewed.numUpdatedRows > 0n) return true;
  const made = await database.insertInto('lease').ignore().values({ name, until }).executeTakeFirst();
  return (made.numInsertedOrUpdatedRows ?? 0n) > 0n;
};

/** Gives a lease back, so that the next who asks gets it. */
export const releaseLease = async (name: string): Promise<void> => {
  await database.updateTable('lease').set({ until: 0 }).where('name', '=', name).execute();
};
