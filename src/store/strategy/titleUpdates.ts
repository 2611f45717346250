import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { database } from '../sql/database';

/**
 * An objective whose new title has not reached the field's value on all issues that carry it. `after` is the last issue that it
 * has reached; before the first, a negative number that no other start has.
 */
export type TitleUpdate = { objective: number; key: string; title: string; after: number };

/** Starts bringing the titles of objectives to issues, from the first issue: one statement. */
export const startTitleUpdates = async (objectives: readonly number[]): Promise<void> => {
  if (objectives.length === 0) return;
  await database
    .insertInto('retitle')
    .values(objectives.map((objective) => ({ objective, after_issue: -randomInt(1, 2 ** 48 - 1) })))
    .onDuplicateKeyUpdate({ after_issue: sql`VALUES(after_issue)` })
    .execute();
};

export const hasTitleUpdates = async (): Promise<boolean> =>
  (await database.selectFrom('retitle').select('objective').limit(sql.lit(1)).executeTakeFirst()) !== undefined;

/** All of them whose row holds the newest title: others wait until it does. */
export const readyTitleUpdates = async (): Promise<TitleUpdate[]> => {
  const rows = await database
    .selectFrom('retitle as r')
    .innerJoin('objective as o', 'o.id', 'r.objective')
    .select(['r.objective', 'r.after_issue', 'o.objective_key', 'o.title'])
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM strategy_event e WHERE e.objective = o.id AND e.revision > o.revision)`,
    )
    .orderBy('r.objective')
    .execute();
  return rows.map((row) => ({
    objective: Number(row.objective),
    key: row.objective_key,
    title: row.title,
    after: Number(row.after_issue),
  }));
};

/**
 * The next issues, by id, that carry one of these objectives and that its title has not reached. Goes through the issues in the order
 * of their ids from where the last call stopped, so that a rename reads each issue once: an index by tag would cost every issue of the
 * site more bytes for ever than it saves.
 */
export const nextIssuesToUpdate = async (
  started: readonly TitleUpdate[],
  limit: number,
): Promise<{ id: number; objective: number }[]> => {
  if (started.length === 0) return [];
  const rows = await database
    .selectFrom('work_item')
    .select(['id', 'tag'])
    .where((where) =>
      where.or(
        started.map(({ objective, after }) => where.and([where('tag', '=', objective), where('id', '>', after)])),
      ),
    )
    .orderBy('id')
    .limit(sql.lit(limit))
    .execute();
  return rows.map((row) => ({ id: Number(row.id), objective: Number(row.tag) }));
};

/** Notes that these titles have reached all issues up to one, those excepted that were started anew meanwhile. */
export const storeTitleProgress = async (started: readonly TitleUpdate[], upTo: number): Promise<void> => {
  await database
    .updateTable('retitle')
    .set({ after_issue: upTo })
    .where((where) => where.or(started.map(({ objective, after }) => where.and({ objective, after_issue: after }))))
    .execute();
};

/** Notes that these titles have reached all issues, with the same exception. */
export const finishTitleUpdates = async (started: readonly TitleUpdate[]): Promise<void> => {
  await database
    .deleteFrom('retitle')
    .where((where) => where.or(started.map(({ objective, after }) => where.and({ objective, after_issue: after }))))
    .execute();
};
