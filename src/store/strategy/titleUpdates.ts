import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { database } from '../sql/database';

/**
 * An objective whose new title is still to be written to issues. `after`: the last issue written; before the first, a
 * negative number unique to this start
 */
export type TitleUpdate = { objective: number; key: string; title: string; after: number };

/** Starts writing titles of objectives, from the first issue. One statement. */
export const startTitleUpdates = async (objectives: readonly number[]): Promise<void> => {
  if (objectives.length === 0) return;
  await database
    .insertInto('title_update')
    .values(objectives.map((objective) => ({ objective, after_issue: -randomInt(1, 2 ** 48 - 1) })))
    .onDuplicateKeyUpdate({ after_issue: sql`VALUES(after_issue)` })
    .execute();
};

export const hasTitleUpdates = async (): Promise<boolean> =>
  (await database.selectFrom('title_update').select('objective').limit(sql.lit(1)).executeTakeFirst()) !== undefined;

/**
 * The title updates whose objective's row has the newest title. Others wait for theirs. A draft's title is not public,
 * so issues get an empty one.
 */
export const readyTitleUpdates = async (): Promise<TitleUpdate[]> => {
  const rows = await database
    .selectFrom('title_update as r')
    .innerJoin('objective as o', 'o.id', 'r.objective')
    .select(['r.objective', 'r.after_issue', 'o.objective_key', 'o.title', 'o.status'])
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM strategy_event e WHERE e.objective = o.id AND e.revision > o.revision)`,
    )
    .orderBy('r.objective')
    .execute();
  return rows.map((row) => ({
    objective: Number(row.objective),
    key: row.objective_key,
    title: row.status === 'draft' ? '' : row.title,
    after: Number(row.after_issue),
  }));
};

/**
 * The next issues, by id, that are tagged with one of these objectives and come after the last one written. A rename reads all
 * issues once, in the order of ids: an index by tag would cost more bytes for every issue than it saves.
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

/** Stores the last issue written, except for titles started anew meanwhile. */
export const storeTitleProgress = async (started: readonly TitleUpdate[], upTo: number): Promise<void> => {
  await database
    .updateTable('title_update')
    .set({ after_issue: upTo })
    .where((where) => where.or(started.map(({ objective, after }) => where.and({ objective, after_issue: after }))))
    .execute();
};

/** Deletes finished title updates, except those started anew meanwhile. */
export const finishTitleUpdates = async (started: readonly TitleUpdate[]): Promise<void> => {
  await database
    .deleteFrom('title_update')
    .where((where) => where.or(started.map(({ objective, after }) => where.and({ objective, after_issue: after }))))
    .execute();
};
