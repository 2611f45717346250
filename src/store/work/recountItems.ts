import { type RawBuilder, sql } from 'kysely';
import { database } from '../sql/database';
import { outcomeId } from './outcomes';

/**
 * What statuses, resolutions and types mean, as far as work items are to be counted again by it. Ids are Jira's.
 * A work item is concerned that has one of these statuses, one of the `resolutions`, or one of the types.
 */
export type ChangedConfiguration = {
  todo: readonly number[];
  doing: readonly number[];
  done: readonly number[];
  resolutions: readonly number[];
  levels: readonly { type: number; level: number }[];
  /** all resolutions that are known, by whether they mean that work was dropped */
  dropped: readonly number[];
  notDropped: readonly number[];
};

/** The last of the work items that come next after an id, at most so many; `null`: there is none. */
export const endOfBatch = async (after: number, limit: number): Promise<number | null> => {
  const { rows } = await sql<{ last: number | null }>`
    SELECT MAX(id) AS last FROM (
      SELECT id FROM work_item WHERE id > ${after} ORDER BY id LIMIT ${sql.lit(limit)}
    ) stretch`.execute(database);
  const last = rows[0]?.last ?? null;
  return last === null ? null : Number(last);
};

/**
 * The work items after one id and up to another that are concerned, those whose outcome or level is not what it should be or all: one
 * statement.
 */
export const itemsToRecount = async (
  { after, upTo, all }: { after: number; upTo: number; all: boolean },
  meant: ChangedConfiguration,
): Promise<number[]> => {
  const concerned = [
    isOneOf('status', [...meant.todo, ...meant.doing, ...meant.done]),
    isOneOf('resolution', meant.resolutions),
    isOneOf(
      'type',
      meant.levels.map(({ type }) => type),
    ),
  ];
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM work_item
    WHERE id > ${after} AND id <= ${upTo} AND (${sql.join(concerned, sql` OR `)})
      ${all ? sql`` : sql`AND (outcome <> (${outcomeBy(meant)}) OR level <> (${levelBy(meant)}))`}
    ORDER BY id`.execute(database);
  return rows.map(({ id }) => Number(id));
};

/**
 * Gives these work items the outcome and the level that they should have, by the ids that they have when it is done: one statement. What
 * they and others serve is not worked out here: `pushDown` does that.
 */
export const recountItems = async (ids: readonly number[], meant: ChangedConfiguration): Promise<void> => {
  if (ids.length === 0) return;
  await sql`UPDATE work_item SET outcome = ${outcomeBy(meant)}, level = ${levelBy(meant)}
    WHERE id IN (${sql.join(ids)})`.execute(database);
};

const TODO = sql.lit(outcomeId('todo'));
const DOING = sql.lit(outcomeId('doing'));
const DONE = sql.lit(outcomeId('done'));
const DROPPED = sql.lit(outcomeId('dropped'));

/**
 * The domain's `outcomeOf` for a row. What Jira did not list keeps what the row says of it: a status whether it is in the done category, a
 * resolution whether it means dropped.
 */
const outcomeBy = ({ todo, doing, done, dropped, notDropped }: ChangedConfiguration): RawBuilder<unknown> => sql`
  CASE WHEN ${isOneOf('status', todo)} THEN ${TODO} WHEN ${isOneOf('status', doing)} THEN ${DOING}
    WHEN NOT (${isOneOf('status', done)}) AND outcome NOT IN (${DONE}, ${DROPPED}) THEN outcome
    WHEN ${isOneOf('resolution', dropped)} THEN ${DROPPED}
    WHEN resolution IS NULL OR ${isOneOf('resolution', notDropped)} THEN ${DONE}
    WHEN outcome = ${DROPPED} THEN ${DROPPED} ELSE ${DONE} END`;

const levelBy = ({ levels }: ChangedConfiguration): RawBuilder<unknown> =>
  sql`CASE type ${sql.join(
    orNothing(levels, { type: NOTHING, level: 0 }).map(({ type, level }) => sql`WHEN ${type} THEN ${sql.lit(level)}`),
    sql` `,
  )} ELSE level END`;

/** Never NULL, so that it can be negated. */
const isOneOf = (column: 'status' | 'resolution' | 'type', ids: readonly number[]): RawBuilder<unknown> =>
  sql`COALESCE(${sql.ref(column)} IN (${sql.join(orNothing(ids, NOTHING))}), 1 = 0)`;

/** Jira has no such id. It stands in empty lists, so that the statement is the same whatever changed. */
const NOTHING = -1;

const orNothing = <T>(list: readonly T[], nothing: T): readonly T[] => (list.length === 0 ? [nothing] : list);
