import { sql } from 'kysely';
import { DAY_MS } from '../../domain/time/milliseconds';
import { database } from '../sql/database';

/*
 * Account ids are in the table `account` alone. Other tables hold its numbers, which are never used again, so a person
 * is erased everywhere by deleting one row.
 */

/**
 * After so many days without being seen in use, an account may be about to be deleted (`accountsInUse.ts`), so whoever
 * uses it again says so first.
 */
const IDLE_DAYS = 14;

/** Today in UTC: days since 1970-01-01. */
const today = (): number => Math.floor(Date.now() / DAY_MS);

/** Whether an account that was last seen on this day must be stored again before its number is used. */
export const isIdle = (seen: number): boolean => seen < today() - IDLE_DAYS;

/** The ids of `account` rows by account id. New accounts get a row. */
export const accountIds = async (accounts: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const wanted = [...new Set(accounts)];
  const known = await idsInUse(wanted);
  const missing = wanted.filter((account) => !known.has(account));
  if (missing.length > 0) {
    await addAccounts(missing);
    for (const [account, id] of await idsInUse(missing)) known.set(account, id);
  }
  return known;
};

/** Inserts rows for accounts; existing ones keep their number and are in use from today. One statement, or none. */
export const addAccounts = async (accounts: readonly string[]): Promise<void> => {
  if (accounts.length === 0) return;
  const [seen, updated_at] = [today(), Date.now()];
  await database
    .insertInto('account')
    .values(accounts.map((account) => ({ account_id: account, seen, updated_at })))
    .onDuplicateKeyUpdate({ seen: sql`VALUES(seen)` })
    .execute();
};

const idsInUse = async (accounts: readonly string[]): Promise<Map<string, number>> => {
  if (accounts.length === 0) return new Map();
  const rows = await database
    .selectFrom('account')
    .select(['id', 'account_id', 'seen'])
    .where('account_id', 'in', accounts)
    .execute();
  return new Map(rows.filter(({ seen }) => !isIdle(Number(seen))).map((row) => [row.account_id, Number(row.id)]));
};
