import { sql } from 'kysely';
import type { FailureCode } from '../../domain/failure';
import { database } from '../sql/database';

/** An issue that Jira said has changed. `token` differs each time it is marked. */
export type DirtyIssue = { id: number; token: number };

/**
 * Marks issues as changed, again where they are marked already: one statement. Tokens must be unlike any before. What was set aside is
 * read again.
 */
export const upsertDirtyMarks = async (marks: readonly DirtyIssue[]): Promise<void> => {
  if (marks.length === 0) return;
  await database
    .insertInto('dirty_issue')
    .values(marks.map(({ id, token }) => ({ id, token, set_aside: null })))
    .onDuplicateKeyUpdate({ token: sql`VALUES(token)`, set_aside: null })
    .execute();
};

/** Marks what names one of these issues as its parent: one statement. Says whether there is any. */
export const upsertChildrenMarks = async (parents: readonly number[], token: number): Promise<boolean> => {
  if (parents.length === 0) return false;
  const { numAffectedRows = 0n } = await sql`
    INSERT INTO dirty_issue (id, token) SELECT id, ${token} FROM work_item WHERE parent IN (${sql.join(parents)})
    ON DUPLICATE KEY UPDATE token = VALUES(token), set_aside = NULL`.execute(database);
  return numAffectedRows > 0n;
};

/** Marks of issues that wait to be read, oldest issue first; not of those that are set aside. */
export const dirtyIssues = async (limit: number): Promise<DirtyIssue[]> => {
  const rows = await database
    .selectFrom('dirty_issue')
    .selectAll()
    .where('set_aside', 'is', null)
    .orderBy('id')
    .limit(sql.lit(limit))
    .execute();
  return rows.map((row) => ({ id: Number(row.id), token: Number(row.token) }));
};

/** The marks of these issues. */
export const dirtyMarks = async (ids: readonly number[]): Promise<DirtyIssue[]> => {
  if (ids.length === 0) return [];
  const rows = await database.selectFrom('dirty_issue').selectAll().where('id', 'in', ids).execute();
  return rows.map((row) => ({ id: Number(row.id), token: Number(row.token) }));
};

/** Clears marks, except those that were set again since they were read. Says how many. */
export const clearDirty = async (marks: readonly DirtyIssue[]): Promise<number> => {
  if (marks.length === 0) return 0;
  const { numDeletedRows } = await database
    .deleteFrom('dirty_issue')
    .where((where) => where.or(marks.map(({ id, token }) => where.and({ id, token }))))
    .executeTakeFirst();
  return Number(numDeletedRows);
};

/**
 * Sets the issues of some marks aside, because they cannot be read: they are not drained until they are marked again, or tried again:
 * one statement. A mark that was set again since it was read stays.
 */
export const setIssuesAside = async (marks: readonly DirtyIssue[], code: FailureCode): Promise<void> => {
  if (marks.length === 0) return;
  await database
    .updateTable('dirty_issue')
    .set({ set_aside: code })
    .where((where) => where.or(marks.map(({ id, token }) => where.and({ id, token }))))
    .execute();
};
