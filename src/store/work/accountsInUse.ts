import { sql } from 'kysely';
import { batches } from '../../domain/batches';
import { database } from '../sql/database';

/** Numbers in a statement. */
const NUMBERS_A_STATEMENT = 1000;
/** Accounts that one statement deletes. */
const ACCOUNTS_A_STATEMENT = 500;

/**
 * The assignees of the work items with ids above `after` and up to `upTo`. `gone`: whose account was erased; `known`:
 * the others that were not yet seen on a day. One statement.
 */
export const assigneesIn = async (
  { after, upTo }: { after: number; upTo: number },
  day: number,
): Promise<{ known: number[]; gone: number[] }> => {
  const { rows } = await sql<{ assignee: number; seen: number | null }>`
    SELECT /*+ INL_JOIN(a) */ named.assignee, a.seen FROM (
      SELECT DISTINCT assignee FROM work_item WHERE id > ${after} AND id <= ${upTo} AND assignee IS NOT NULL
    ) named LEFT JOIN account a ON a.id = named.assignee
    WHERE a.seen IS NULL OR a.seen < ${day}`.execute(database);
  const numbers = (wanted: boolean) =>
    rows.filter(({ seen }) => (seen === null) === wanted).map(({ assignee }) => Number(assignee));
  return { known: numbers(false), gone: numbers(true) };
};

/** The work items with ids above `after` and up to `upTo` that have one of these assignees. One statement. */
export const itemsAssigned = async (
  { after, upTo }: { after: number; upTo: number },
  assignees: readonly number[],
): Promise<number[]> => {
  const rows = await database
    .selectFrom('work_item')
    .select('id')
    .where('id', '>', after)
    .where('id', '<=', upTo)
    .where('assignee', 'in', assignees)
    .execute();
  return rows.map(({ id }) => Number(id));
};

/** Takes these assignees off these work items. One statement. */
export const unassign = async (ids: readonly number[], assignees: readonly number[]): Promise<void> => {
  await database
    .updateTable('work_item')
    .set({ assignee: null })
    .where('id', 'in', ids)
    .where('assignee', 'in', assignees)
    .execute();
};

/**
 * The people whom the strategy, its history, what was set aside, jobs that tag issues and the audit log name. One statement. These tables grow by what people
 * write, not by issues.
 */
export const strategists = async (): Promise<number[]> => {
  const { rows } = await sql<{ person: number }>`
    SELECT owner AS person FROM objective WHERE owner IS NOT NULL
    UNION SELECT author FROM check_in WHERE author IS NOT NULL
    UNION SELECT author FROM strategy_event WHERE author IS NOT NULL
    UNION SELECT before_owner FROM strategy_event WHERE before_owner IS NOT NULL
    UNION SELECT after_owner FROM strategy_event WHERE after_owner IS NOT NULL
    UNION SELECT proposed_by FROM proposal WHERE proposed_by IS NOT NULL
    UNION SELECT decided_by FROM proposal WHERE decided_by IS NOT NULL
    UNION SELECT author FROM deferral WHERE author IS NOT NULL
    UNION SELECT author FROM tagging_job WHERE author IS NOT NULL
    UNION SELECT owner FROM tag_rule WHERE owner IS NOT NULL
    UNION SELECT author FROM audit_line WHERE author IS NOT NULL`.execute(database);
  return rows.map(({ person }) => Number(person));
};

/** Notes that accounts are in use on a day. One statement for each thousand. */
export const noteSeen = async (ids: readonly number[], day: number): Promise<void> => {
  for (const some of batches(ids, NUMBERS_A_STATEMENT)) {
    await database.updateTable('account').set({ seen: day }).where('id', 'in', some).where('seen', '<', day).execute();
  }
};

/** Deletes the accounts that were last seen before a day. Two statements for each 500, at least one. */
export const deleteUnseen = async (day: number): Promise<void> => {
  for (;;) {
    const rows = await database
      .selectFrom('account')
      .select('id')
      .where('seen', '<', day)
      .orderBy('id')
      .limit(sql.lit(ACCOUNTS_A_STATEMENT))
      .execute();
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => Number(id));
    // Asked again: one of them may have come into use meanwhile.
    await database.deleteFrom('account').where('id', 'in', ids).where('seen', '<', day).execute();
    if (rows.length < ACCOUNTS_A_STATEMENT) return;
  }
};
