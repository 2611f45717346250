import { sql } from 'kysely';
import type { Act, AuditPlace } from '../../domain/audit';
import { database } from '../sql/database';
import { lookedUp } from '../sql/hints';
import { accountIds } from '../work/accounts';

/** A line of the audit log. `by`: account id; `null`: the person was erased */
export type AuditLine = { id: number; at: number; by: string | null; act: Act };

/** Adds a line. Two statements, four for an account that is not stored yet. */
export const addAuditLine = async ({ what, ...facts }: Act, by: string, at: number): Promise<void> => {
  const author = (await accountIds([by])).get(by) ?? null;
  await database
    .insertInto('audit_line')
    .values({ at, author, what, facts: JSON.stringify(facts) })
    .execute();
};

/** The newest lines, newest first, or those before a place. One statement. */
export const auditLines = async (before: AuditPlace | null, limit: number): Promise<AuditLine[]> => {
  const rows = await database
    .selectFrom('audit_line as l')
    .modifyFront(lookedUp('a'))
    .leftJoin('account as a', 'a.id', 'l.author')
    .select(['l.id', 'l.at', 'l.what', 'l.facts', 'a.account_id'])
    .where('l.at', '<=', before?.at ?? Number.MAX_SAFE_INTEGER)
    .where((where) =>
      where.or([where('l.at', '<', before?.at ?? Number.MAX_SAFE_INTEGER), where('l.id', '<', before?.id ?? 0)]),
    )
    .orderBy('l.at', 'desc')
    .orderBy('l.id', 'desc')
    .limit(sql.lit(limit))
    .execute();
  return rows.map((row) => ({
    id: Number(row.id),
    at: Number(row.at),
    by: row.account_id,
    act: { what: row.what, ...(JSON.parse(row.facts) as object) } as Act,
  }));
};

/** Lines that one statement deletes at the most. */
const LINES_A_STATEMENT = 1000;

/** Deletes lines before an instant (epoch milliseconds), and the oldest beyond a number. */
export const forgetAuditLines = async (before: number, most: number): Promise<void> => {
  const first = await database
    .selectFrom('audit_line')
    .select('at')
    .orderBy('at', 'desc')
    .limit(sql.lit(1))
    .offset(sql.lit(most))
    .executeTakeFirst();
  const oldest = Math.max(before, first === undefined ? 0 : Number(first.at) + 1);
  for (;;) {
    const rows = await database
      .selectFrom('audit_line')
      .select('id')
      .where('at', '<', oldest)
      .orderBy('at')
      .limit(sql.lit(LINES_A_STATEMENT))
      .execute();
    if (rows.length === 0) return;
    await database
      .deleteFrom('audit_line')
      .where(
        'id',
        'in',
        rows.map(({ id }) => Number(id)),
      )
      .execute();
    if (rows.length < LINES_A_STATEMENT) return;
  }
};
