import { sql } from 'kysely';
import type { Day } from '../../domain/time/day';
import type { DeferralReason } from '../../domain/work/deferral';
import { database } from '../sql/database';
import { lookedUp } from '../sql/hints';
import { accountIds } from './accounts';

/** Work that somebody set aside. `until`: the last day on which it is; `by`: account id; `null`: the person was erased */
export type StoredDeferral = { issue: number; until: Day; reason: DeferralReason; by: string | null };

/** Those of these issues that are set aside on a day. One statement, none without issues. */
export const deferralsOf = async (issues: readonly number[], day: Day): Promise<StoredDeferral[]> => {
  if (issues.length === 0) return [];
  const rows = await database
    .selectFrom('deferral as d')
    .modifyFront(lookedUp('a'))
    .leftJoin('account as a', 'a.id', 'd.author')
    .select(['d.issue', 'd.until_day', 'd.reason', 'a.account_id'])
    .where('d.issue', 'in', issues)
    .where('d.until_day', '>=', day)
    .execute();
  return rows.map(({ issue, until_day, reason, account_id }) => ({
    issue: Number(issue),
    until: Number(until_day),
    reason,
    by: account_id,
  }));
};

/** Sets issues aside, anew where they are already. At most four statements, none without issues. */
export const storeDeferrals = async (
  issues: readonly number[],
  { until, reason, by }: Omit<StoredDeferral, 'issue'> & { by: string },
): Promise<void> => {
  if (issues.length === 0) return;
  const author = (await accountIds([by])).get(by) ?? null;
  await database
    .insertInto('deferral')
    .values(issues.map((issue) => ({ issue, until_day: until, reason, author })))
    .onDuplicateKeyUpdate({
      until_day: sql`VALUES(until_day)`,
      reason: sql`VALUES(reason)`,
      author: sql`VALUES(author)`,
    })
    .execute();
};

/** Takes issues back. One statement, none without issues. */
export const removeDeferrals = async (issues: readonly number[]): Promise<void> => {
  if (issues.length > 0) await database.deleteFrom('deferral').where('issue', 'in', issues).execute();
};

/** Rows that one statement deletes at the most. */
const ROWS_A_STATEMENT = 1000;

/** Deletes what was set aside until before a day. Two statements for each thousand, at least one. */
export const forgetDeferrals = async (day: Day): Promise<void> => {
  for (;;) {
    const rows = await database
      .selectFrom('deferral')
      .select('issue')
      .where('until_day', '<', day)
      .orderBy('until_day')
      .limit(sql.lit(ROWS_A_STATEMENT))
      .execute();
    await removeDeferrals(rows.map(({ issue }) => Number(issue)));
    if (rows.length < ROWS_A_STATEMENT) return;
  }
};
