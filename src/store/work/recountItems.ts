import { type RawBuilder, sql } from 'kysely';
import { database } from '../sql/database';
import type { Dropping } from '../../domain/work/dropped';
import { outcomeId } from './outcomes';

/**
 * What changed statuses, resolutions and types mean now. Ids are Jira's. A work item is affected if it has one of
 * `statuses`, `resolutions` or the types of `levels`.
 */
export type ChangedConfiguration = {
  statuses: readonly number[];
  /** those of `statuses` whose category is known, by it */
  todo: readonly number[];
  doing: readonly number[];
  done: readonly number[];
  resolutions: readonly number[];
  levels: readonly { type: number; level: number }[];
  /** what is known of each in the category done, changed or not: those that mean dropped, and the others */
  dropped: Record<Dropping, readonly number[]>;
  kept: Record<Dropping, readonly number[]>;
};

/** The id of the last item in the batch after an id; `null`: none is left. */
export const endOfBatch = async (after: number, limit: number): Promise<number | null> => {
  const { rows } = await sql<{ last: number | null }>`
    SELECT MAX(id) AS last FROM (
      SELECT id FROM work_item WHERE id > ${after} ORDER BY id LIMIT ${sql.lit(limit)}
    ) stretch`.execute(database);
  const last = rows[0]?.last ?? null;
  return last === null ? null : Number(last);
};

/**
 * The affected work items with ids above `after` and up to `upTo`: those with a wrong outcome or level, or all. One
 * statement.
 */
export const itemsToRecount = async (
  { after, upTo, all }: { after: number; upTo: number; all: boolean },
  meant: ChangedConfiguration,
): Promise<number[]> => {
  const concerned = [
    isOneOf('status', meant.statuses),
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
 * Sets outcome and level of these work items, by the Jira ids stored at that moment. One statement. What they and
 * others serve then is derived by `pushDown`.
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
 * The domain's `outcomeOf` in SQL. For what Jira did not list, the row decides: whether its status is done, and whether
 * that or its resolution means dropped.
 */
const outcomeBy = ({ todo, doing, done, dropped, kept }: ChangedConfiguration): RawBuilder<unknown> => sql`
  CASE WHEN ${isOneOf('status', todo)} THEN ${TODO} WHEN ${isOneOf('status', doing)} THEN ${DOING}
    WHEN NOT (${isOneOf('status', done)}) AND outcome NOT IN (${DONE}, ${DROPPED}) THEN outcome
    WHEN ${isOneOf('status', dropped.status)} OR ${isOneOf('resolution', dropped.resolution)} THEN ${DROPPED}
    WHEN ${isOneOf('status', kept.status)} AND (resolution IS NULL OR ${isOneOf('resolution', kept.resolution)})
      THEN ${DONE}
    WHEN outcome = ${DROPPED} THEN ${DROPPED} ELSE ${DONE} END`;

const levelBy = ({ levels }: ChangedConfiguration): RawBuilder<unknown> =>
  sql`CASE type ${sql.join(
    orNothing(levels, { type: NOTHING, level: 0 }).map(({ type, level }) => sql`WHEN ${type} THEN ${sql.lit(level)}`),
    sql` `,
  )} ELSE level END`;

/** Never NULL, so it can be negated. */
const isOneOf = (column: 'status' | 'resolution' | 'type', ids: readonly number[]): RawBuilder<unknown> =>
  sql`COALESCE(${sql.ref(column)} IN (${sql.join(orNothing(ids, NOTHING))}), 1 = 0)`;

/** Jira has no such id. It stands in empty lists, so that the statement is the same whatever changed. */
const NOTHING = -1;

const orNothing = <T>(list: readonly T[], nothing: T): readonly T[] => (list.length === 0 ? [nothing] : list);
