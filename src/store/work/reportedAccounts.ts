import { sql } from 'kysely';
import { database } from '../sql/database';
import { useIndex } from '../sql/hints';

/** A stored account, and since when what is stored of it is up to date (epoch milliseconds). */
export type StoredAccount = { id: number; accountId: string; updatedAt: number };

/** Accounts last reported to Atlassian up to an instant (epoch milliseconds), the longest ago first. One statement. */
export const accountsToReport = async (before: number, limit: number): Promise<StoredAccount[]> => {
  const rows = await database
    .selectFrom('account')
    .modifyFront(useIndex({ table: 'account', name: 'account_by_reported_at' }))
    .select(['id', 'account_id', 'updated_at'])
    .where('reported_at', '<=', before)
    .orderBy('reported_at')
    .limit(sql.lit(limit))
    .execute();
  return rows.map((row) => ({ id: Number(row.id), accountId: row.account_id, updatedAt: Number(row.updated_at) }));
};

/** Notes when accounts were reported. One statement, or none. */
export const noteReported = async (ids: readonly number[], at: number): Promise<void> => {
  if (ids.length === 0) return;
  await database.updateTable('account').set({ reported_at: at }).where('id', 'in', ids).execute();
};

/** Notes that what is stored of accounts is up to date. One statement, or none. */
export const noteUpdated = async (ids: readonly number[], at: number): Promise<void> => {
  if (ids.length === 0) return;
  await database.updateTable('account').set({ updated_at: at }).where('id', 'in', ids).execute();
};

/**
 * Erases people: no account id of theirs is left, and the numbers in other tables stand for nobody. Three statements,
 * or none.
 */
export const eraseAccounts = async (accounts: readonly StoredAccount[]): Promise<void> => {
  if (accounts.length === 0) return;
  const ids = accounts.map(({ accountId }) => accountId);
  await database.deleteFrom('visitor_answer').where('account', 'in', ids).execute();
  await database.deleteFrom('visitor_spending').where('account', 'in', ids).execute();
  await database
    .deleteFrom('account')
    .where(
      'id',
      'in',
      accounts.map(({ id }) => id),
    )
    .execute();
};
