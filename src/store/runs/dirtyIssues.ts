import { sql } from 'kysely';
import type { FailureCode } from '../../domain/failure';
import { database } from '../sql/database';

/** An issue's mark. `token` differs each time it is marked */
export type Mark = { id: number; token: number };

/** Upserts marks, and puts issues back that were set aside. Tokens must never have been used. One statement. */
export const storeMarks = async (marks: readonly Mark[]): Promise<void> => {
  if (marks.length === 0) return;
  await database
    .insertInto('dirty_issue')
    .values(marks.map(({ id, token }) => ({ id, token, set_aside: null })))
    .onDuplicateKeyUpdate({ token: sql`VALUES(token)`, set_aside: null })
    .execute();
};

/** Marks the children of these issues. Says whether there are any. One statement. */
export const storeChildrenMarks = async (parents: readonly number[], token: number): Promise<boolean> => {
  if (parents.length === 0) return false;
  const { numAffectedRows = 0n } = await sql`
    INSERT INTO dirty_issue (id, token) SELECT id, ${token} FROM work_item WHERE parent IN (${sql.join(parents)})
    ON DUPLICATE KEY UPDATE token = VALUES(token), set_aside = NULL`.execute(database);
  return numAffectedRows > 0n;
};

/** Marks that wait for a drain, by issue id, without those set aside. */
export const waitingMarks = async (limit: number): Promise<Mark[]> => {
  const rows = await database
    .selectFrom('dirty_issue')
    .selectAll()
    .where('set_aside', 'is', null)
    .orderBy('id')
    .limit(sql.lit(limit))
    .execute();
  return rows.map((row) => ({ id: Number(row.id), token: Number(row.token) }));
};

/** The marks of these issues, set aside or not. */
export const marksOf = async (ids: readonly number[]): Promise<Mark[]> => {
  if (ids.length === 0) return [];
  const rows = await database.selectFrom('dirty_issue').selectAll().where('id', 'in', ids).execute();
  return rows.map((row) => ({ id: Number(row.id), token: Number(row.token) }));
};

/** Those of these issues that are set aside. */
export const setAsideAmong = async (ids: readonly number[]): Promise<Set<number>> => {
  if (ids.length === 0) return new Set();
  const rows = await database
    .selectFrom('dirty_issue')
    .select('id')
    .where('id', 'in', ids)
    .where('set_aside', 'is not', null)
    .execute();
  return new Set(rows.map(({ id }) => Number(id)));
};

/** Deletes marks whose token is still the given one. Says how many were deleted. */
export const clearMarks = async (marks: readonly Mark[]): Promise<number> => {
  if (marks.length === 0) return 0;
  const { numDeletedRows } = await database
    .deleteFrom('dirty_issue')
    .where((where) => where.or(marks.map(({ id, token }) => where.and({ id, token }))))
    .executeTakeFirst();
  return Number(numDeletedRows);
};

/**
 * Sets marked issues aside: no drain reads them until they are marked or tried again. Marks with another token than
 * given stay. One statement.
 */
export const setMarksAside = async (marks: readonly Mark[], code: FailureCode): Promise<void> => {
  if (marks.length === 0) return;
  await database
    .updateTable('dirty_issue')
    .set({ set_aside: code })
    .where((where) => where.or(marks.map(({ id, token }) => where.and({ id, token }))))
    .execute();
};
