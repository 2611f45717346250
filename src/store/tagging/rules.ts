import { sql } from 'kysely';
import type { Refusal } from '../../domain/tagging/rule';
import { RUN } from '../../domain/work/workItem';
import { database } from '../sql/database';
import { lookedUpFrom } from '../sql/hints';
import { RUN_ID } from '../sql/storedNumbers';
import { accountIds } from '../work/accounts';
import { addJob } from './jobs';

/**
 * A standing rule. Its `id` is that of its job. `owner`: account id, `null`: the person was erased; `project`: `null`:
 * everywhere; `to`: an objective's key or `RUN`; `isActive`: whether that can be tagged; `refused`: why it pauses
 */
export type TagRule = {
  id: number;
  owner: string | null;
  project: number | null;
  jql: string;
  to: string;
  isActive: boolean;
  isOn: boolean;
  refused: Refusal | null;
  pageToken: string | null;
  found: number;
  sweepDue: number;
  /** how many issues the audit log says it tagged */
  noted: number;
};

/** All rules in their order: those for every project come first. One statement. */
export const allRules = async (): Promise<TagRule[]> => {
  const rows = await database
    .selectFrom('tag_rule as r')
    .modifyFront(lookedUpFrom('r', 'j', 'a', 'o'))
    .innerJoin('tagging_job as j', 'j.id', 'r.id')
    .leftJoin('account as a', 'a.id', 'r.owner')
    .leftJoin('objective as o', 'o.id', 'j.target')
    .select(['r.id', 'r.project', 'r.jql', 'r.is_on', 'r.refused', 'r.page_token', 'r.found', 'r.sweep_due'])
    .select(['a.account_id', 'j.target', 'j.undone_noted', 'o.objective_key', 'o.status'])
    .orderBy(sql`CASE WHEN r.project IS NULL THEN 0 ELSE 1 END`)
    .orderBy('r.place')
    .orderBy('r.id')
    .execute();
  return rows.map((row) => {
    const isRun = Number(row.target) === RUN_ID;
    return {
      id: Number(row.id),
      owner: row.account_id,
      project: row.project === null ? null : Number(row.project),
      jql: row.jql,
      to: isRun ? RUN : (row.objective_key ?? ''),
      isActive: isRun || row.status === 'active',
      isOn: Number(row.is_on) === 1,
      refused: row.refused,
      pageToken: row.page_token,
      found: Number(row.found),
      sweepDue: Number(row.sweep_due),
      noted: Number(row.undone_noted),
    };
  });
};

/** Whether a rule tags issues now. */
export const isAtWork = ({ isOn, refused, isActive }: TagRule): boolean => isOn && refused === null && isActive;

/** Whether a rule was stated or changed, and its sweep has found nothing yet: what waits for it was taken by what it said before. */
export const isStatedAnew = ({ sweepDue, pageToken }: TagRule): boolean => sweepDue === 0 && pageToken === null;

/** A rule as somebody states it. `target`: an objective's id, or `RUN_ID` */
export type StatedRule = { jql: string; target: number; isOn: boolean };

/** To be swept at once, whatever Jira said of it before. */
const STATED_ANEW = { refused: null, page_token: null, found: 0, sweep_due: 0 };

/**
 * Adds a rule of a project (`null`: of every project), whose owner is who states it. Its job comes first: a job without
 * a rule does nothing.
 */
export const addRule = async (
  { jql, target, isOn }: StatedRule,
  { project, place }: { project: number | null; place: number },
  by: string,
  now: number,
): Promise<void> => {
  const id = await addJob({ project, source: 'rule', state: 'finished', target }, by, now);
  const owner = await ownerOf(by);
  await database
    .insertInto('tag_rule')
    .values({ id, owner, project, jql, place, is_on: isOn ? 1 : 0, ...STATED_ANEW })
    .execute();
};

/** Changes a rule, which whoever changes it then owns. What waits for it goes before it is swept: `isStatedAnew`. */
export const changeRule = async (id: number, { jql, target, isOn }: StatedRule, by: string): Promise<void> => {
  const owner = await ownerOf(by);
  await database.updateTable('tagging_job').set({ author: owner, target }).where('id', '=', id).execute();
  await database
    .updateTable('tag_rule')
    .set({ owner, jql, is_on: isOn ? 1 : 0, ...STATED_ANEW })
    .where('id', '=', id)
    .execute();
};

const ownerOf = async (account: string): Promise<number | null> => (await accountIds([account])).get(account) ?? null;

/** Stores the places of rules. One statement, so that an order is never half changed. */
export const storeRulePlaces = async (ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  const cases = ids.map((id, place) => sql`WHEN ${id} THEN ${place}`);
  await sql`UPDATE tag_rule SET place = CASE id ${sql.join(cases, sql` `)} ELSE place END
    WHERE id IN (${sql.join(ids)})`.execute(database);
};

/** Lets a rule pause, or go on (`null`). */
export const refuseRule = async (id: number, refused: Refusal | null): Promise<void> => {
  await database.updateTable('tag_rule').set({ refused }).where('id', '=', id).execute();
};

/** Notes how far the sweep of a rule is, and when the next one is due; not where somebody stated it anew meanwhile. */
export const noteSweep = async (
  { id, pageToken, sweepDue, jql }: TagRule,
  next: { pageToken: string | null; found: number; sweepDue: number },
): Promise<void> => {
  await database
    .updateTable('tag_rule')
    .set({ page_token: next.pageToken, found: next.found, sweep_due: next.sweepDue })
    .where('id', '=', id)
    .where('jql', '=', jql)
    .where('sweep_due', '=', sweepDue)
    .where((where) => (pageToken === null ? where('page_token', 'is', null) : where('page_token', '=', pageToken)))
    .execute();
};

export const deleteRule = async (id: number): Promise<void> => {
  await database.deleteFrom('tag_rule').where('id', '=', id).execute();
};

/** Lets the job of a rule be walked through. */
export const runRule = async (id: number): Promise<void> => {
  await database
    .updateTable('tagging_job')
    .set({ state: 'running' })
    .where('id', '=', id)
    .where('state', '=', 'finished')
    .execute();
};

/** Notes how many issues the audit log says that a rule tagged. */
export const noteTagged = async (id: number, noted: number): Promise<void> => {
  await database.updateTable('tagging_job').set({ undone_noted: noted }).where('id', '=', id).execute();
};

/** Notes that somebody cleared the tags of issues, so that no rule tags them. One statement, or none. */
export const noteCleared = async (ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return;
  await database
    .insertInto('cleared_issue')
    .ignore()
    .values(ids.map((id) => ({ id })))
    .execute();
};

/** Those of some issues whose tag somebody cleared. One statement, or none. */
export const clearedAmong = async (ids: readonly number[]): Promise<ReadonlySet<number>> => {
  if (ids.length === 0) return new Set();
  const rows = await database.selectFrom('cleared_issue').select('id').where('id', 'in', ids).execute();
  return new Set(rows.map(({ id }) => Number(id)));
};
