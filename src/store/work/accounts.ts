import { database } from '../sql/database';

/** The ids of `account` rows by account id. New accounts get a row. */
export const accountIds = async (accounts: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const wanted = [...new Set(accounts)];
  const known = await idsByAccount(wanted);
  const missing = wanted.filter((account) => !known.has(account));
  if (missing.length > 0) {
    await addAccounts(missing);
    for (const [account, id] of await idsByAccount(missing)) known.set(account, id);
  }
  return known;
};

/** Inserts rows for accounts; existing ones stay. */
export const addAccounts = async (accounts: readonly string[]): Promise<void> => {
  if (accounts.length === 0) return;
  await database
    .insertInto('account')
    .ignore()
    .values(accounts.map((account) => ({ account_id: account })))
    .execute();
};

const idsByAccount = async (accounts: readonly string[]): Promise<Map<string, number>> => {
  if (accounts.length === 0) return new Map();
  const rows = await database.selectFrom('account').selectAll().where('account_id', 'in', accounts).execute();
  return new Map(rows.map((row) => [row.account_id, Number(row.id)]));
};
