import { type RawBuilder, sql } from 'kysely';
import type { EffortSnapshot, ObjectiveSnapshot, ProjectSnapshot, Standings } from '../../domain/strategy/snapshot';
import { batches } from '../../domain/batches';
import { DAILY_RECORD_DAYS, WEEKLY_RECORD_DAYS } from '../../domain/retention';
import { database } from '../sql/database';
import { selectAll } from '../sql/selectAll';
import type { Row } from '../sql/rowValues';
import { weekIn } from '../sql/weekIn';
import { tagIds } from './objectives';
import type { ObjectiveSnapshotTable, ProjectSnapshotTable } from '../sql/snapshotTables';

const ROWS_A_STATEMENT = 300;

export const OBJECTIVE_SIZES = [
  'todo_items',
  'doing_items',
  'done_items',
  'todo_points',
  'doing_points',
  'done_points',
  'open_work',
] as const satisfies readonly (keyof ObjectiveSnapshotTable)[];

export const PROJECT_SIZES = [
  'aligned_items',
  'run_items',
  'stale_items',
  'unlinked_items',
  'aligned_points',
  'run_points',
  'stale_points',
  'unlinked_points',
] as const satisfies readonly (keyof ProjectSnapshotTable)[];

/** What was planned in a project, by standing, in items. Packed into one short text, because it is kept for years. */
const packPlan = ({ aligned, run, stale, unlinked }: Standings): string => [aligned, run, stale, unlinked].join(' ');

/** The plan in such a text; `null`: none was recorded. */
export const planIn = (packed: string | null): Standings | null => {
  if (packed === null) return null;
  const [aligned = 0, run = 0, stale = 0, unlinked = 0] = packed.split(' ').map(Number);
  return { aligned, run, stale, unlinked };
};

/** The sizes of a snapshot of any kind in a SELECT of several. */
export const SIZES = PROJECT_SIZES.map((_, index) => `size${index}`);

const taken = <Column extends string>(columns: readonly Column[]) =>
  Object.fromEntries(columns.map((column) => [column, sql`VALUES(${sql.ref(column)})`]));

/** Upserts the snapshots of objectives for a day. One statement for a few hundred. */
export const storeObjectiveSnapshots = async (snapshots: readonly ObjectiveSnapshot[]): Promise<void> => {
  const ids = await tagIds(snapshots.map(({ objective }) => objective));
  const rows = snapshots.flatMap(({ objective, day, items, points, keyResultProgress, health, openWork }) => {
    const id = ids.get(objective);
    if (id === undefined) return [];
    return {
      objective: id,
      day,
      todo_items: items.todo,
      doing_items: items.doing,
      done_items: items.done,
      todo_points: points.todo,
      doing_points: points.doing,
      done_points: points.done,
      key_results: keyResultProgress,
      health,
      open_work: openWork,
    };
  });
  for (const batch of batches(rows, ROWS_A_STATEMENT)) {
    await database
      .insertInto('objective_snapshot')
      .values(batch)
      .onDuplicateKeyUpdate(taken([...OBJECTIVE_SIZES, 'key_results', 'health']))
      .execute();
  }
};

/** Upserts the snapshots of projects' effort for a day. One statement for a few hundred. */
export const storeProjectSnapshots = async (snapshots: readonly ProjectSnapshot[]): Promise<void> => {
  const rows = snapshots.map(({ project, day, items, points, planned }) => ({
    project,
    day,
    planned: planned && packPlan(planned),
    aligned_items: items.aligned,
    run_items: items.run,
    stale_items: items.stale,
    unlinked_items: items.unlinked,
    aligned_points: points.aligned,
    run_points: points.run,
    stale_points: points.stale,
    unlinked_points: points.unlinked,
  }));
  for (const batch of batches(rows, ROWS_A_STATEMENT)) {
    await database
      .insertInto('project_snapshot')
      .values(batch)
      .onDuplicateKeyUpdate(taken([...PROJECT_SIZES, 'planned']))
      .execute();
  }
};

/** Day of the week, counted from Monday as 0. */
const SUNDAY = 6;

/**
 * Deletes the snapshots of days that are over `DAILY_RECORD_DAYS` old, except Sundays', and all that are over
 * `WEEKLY_RECORD_DAYS` old: long trends stay, the tables stay small. One statement for
 * each table.
 */
export const forgetSnapshots = async (today: number): Promise<void> => {
  for (const table of ['objective_snapshot', 'project_snapshot', 'site_snapshot'] as const) {
    await database
      .deleteFrom(table)
      .where((where) =>
        where.or([
          where('day', '<', today - WEEKLY_RECORD_DAYS),
          where('day', 'in', weekdaysBefore(today - DAILY_RECORD_DAYS)),
        ]),
      )
      .execute();
  }
};

/** Days that one statement thins. Each day is thinned when it comes of age; more, in case that was missed. */
const DAYS_THINNED = 60;

/** The last days before a day, except Sundays. By name, so that the Sundays of years are not read. */
const weekdaysBefore = (before: number): number[] =>
  Array.from({ length: DAYS_THINNED }, (_, index) => before - 1 - index).filter((day) => (day + 3) % 7 !== SUNDAY);

export type Snapshots = { objectives: ObjectiveSnapshot[]; effort: EffortSnapshot[] };

/**
 * The snapshots since a day, oldest first. One statement, unless there are many thousands.
 *
 * Of objectives, those that tell something new: see `TELLS_SOMETHING`. Of effort, the newest day of each week, which is
 * what a trend shows, summed over the `covered` projects. A deleted project is in no sum.
 * @param objectives whether those of objectives, which are over all projects, are read
 */
export const snapshotsSince = async (day: number, asked: SnapshotsAsked): Promise<Snapshots> =>
  snapshotsIn(await selectParts(snapshotParts(day, asked), day));

type SnapshotsAsked = { covered: ReadonlySet<number>; objectives: boolean };

/** SELECTs of `snapshotsSince`. */
export const snapshotParts = (day: number, { covered, objectives }: SnapshotsAsked): RawBuilder<unknown>[] => {
  const sized = (sizeAt: (index: number) => RawBuilder<unknown>) =>
    sql.join(SIZES.map((name, index) => sql`${sizeAt(index)} AS ${sql.ref(name)}`));
  const ofObjective = (index: number) => (OBJECTIVE_SIZES[index] ? sql.ref(`s.${OBJECTIVE_SIZES[index]}`) : sql`0`);
  const ofObjectives = sql`
    SELECT ${OBJECTIVE} AS kind, s.objective AS subject, s.day, o.objective_key, s.key_results, s.health, NULL AS planned, ${sized(ofObjective)}
    FROM (${besideNeighbours(day)}) s JOIN objective o ON o.id = s.objective
    WHERE ${TELLS_SOMETHING}`;
  const among = sql`r.project IN (${sql.join(covered.size === 0 ? [NO_PROJECT] : [...covered])})`;
  const ofEffort = sql`
    SELECT ${EFFORT} AS kind, 0 AS subject, r.day, NULL AS objective_key, NULL AS key_results, NULL AS health, NULL AS planned,
      ${sized((index) => sql`SUM(${sql.ref(`r.${PROJECT_SIZES[index]}`)})`)}
    FROM project_snapshot r WHERE r.day IN (${newestOfWeeks(day, among)}) AND ${among} GROUP BY r.day`;
  return objectives ? [ofEffort, ofObjectives] : [ofEffort];
};

/** The snapshots among the rows of such SELECTs. */
export const snapshotsIn = (rows: readonly Row[]): Snapshots => {
  const ofKind = (kind: number): Row[] => rows.filter((row) => Number(row.kind) === kind);
  return {
    objectives: ofKind(OBJECTIVE_KIND).map(objectiveSnapshot),
    effort: ofKind(EFFORT_KIND).map(effortSnapshot),
  };
};

/** Columns of a SELECT of snapshots. `kind`: which of the SELECTs a row is of; sizes are named `size0`, `size1` and so on. */
const PART_COLUMNS = ['kind', 'subject', 'day', 'objective_key', 'key_results', 'health', 'planned', ...SIZES];

/** The rows of some SELECTs of snapshots, by kind, from a day on. One statement, unless there are many thousands. */
export const selectParts = (parts: readonly RawBuilder<unknown>[], since: number): Promise<Row[]> =>
  selectAll({
    columns: Object.fromEntries(PART_COLUMNS.map((name) => [name, sql.ref(name)])),
    from: sql`(${sql.join(parts, sql` UNION ALL `)}) snapshots`,
    where: sql`day >= ${since}`,
    keys: ['kind', 'day', 'subject'],
  });

/** SELECT of the objectives' snapshots since a day, each beside the one before and the day of the next. */
const besideNeighbours = (day: number): RawBuilder<unknown> => sql`
  SELECT kept.*, LAG(day) OVER by_day AS day_before, LAG(health) OVER by_day AS health_before,
    LAG(open_work) OVER by_day AS open_before, LEAD(day) OVER by_day AS day_after
  FROM objective_snapshot kept WHERE kept.day >= ${day}
  WINDOW by_day AS (PARTITION BY objective ORDER BY day)`;

/**
 * SQL condition: the snapshot is the newest of its week, or differs from the one before. The newest of each week are
 * the points of a trend. Signals also ask on which day the health turned, or no open work was left; a snapshot like the
 * one before tells nothing of that.
 */
const TELLS_SOMETHING = sql`(
  s.day_after IS NULL OR ${weekIn(sql`s.day_after`)} <> ${weekIn(sql`s.day`)}
  OR s.day_before IS NULL OR COALESCE(s.health, '') <> COALESCE(s.health_before, '')
  OR (s.open_work = 0) <> (s.open_before = 0)
  OR EXISTS (
    SELECT 1 FROM strategy_event e WHERE e.objective = s.objective AND e.day > s.day_before AND e.day <= s.day
  )
)`;

/** No project has this id. A list in SQL must not be empty. */
export const NO_PROJECT = 0;

/** SELECT of the newest day of each week that has snapshots of some projects. */
const newestOfWeeks = (day: number, among: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  SELECT MAX(day) FROM (SELECT DISTINCT r.day FROM project_snapshot r WHERE r.day >= ${day} AND ${among}) days GROUP BY ${weekIn(sql`day`)}`;

/** The snapshots of one project since a day, oldest first. One statement, by index. */
export const projectSnapshotsSince = async (project: number, day: number): Promise<EffortSnapshot[]> => {
  const rows = await database
    .selectFrom('project_snapshot')
    .selectAll()
    .where('project', '=', project)
    .where('day', '>=', day)
    .orderBy('day')
    .execute();
  return rows.map((row) => effortFrom(Number(row.day), (index) => Number(row[PROJECT_SIZES[index] ?? 'day'])));
};

const OBJECTIVE_KIND = 0;
const EFFORT_KIND = 1;
const OBJECTIVE = sql.lit(OBJECTIVE_KIND);
const EFFORT = sql.lit(EFFORT_KIND);

const sizesIn =
  (row: Row): ((index: number) => number) =>
  (index) =>
    Number(row[`size${index}`]);

/** The snapshot in a row with `objective_key` and `OBJECTIVE_SIZES` as `size0`, `size1` and so on. */
export const objectiveSnapshot = (row: Row): ObjectiveSnapshot => {
  const size = sizesIn(row);
  return {
    objective: String(row.objective_key),
    day: Number(row.day),
    items: { todo: size(0), doing: size(1), done: size(2) },
    points: { todo: size(3), doing: size(4), done: size(5) },
    keyResultProgress: row.key_results === null ? null : Number(row.key_results),
    health: row.health as ObjectiveSnapshot['health'],
    openWork: size(6),
  };
};

/** The snapshot in a row with `PROJECT_SIZES` as `size0`, `size1` and so on. */
export const effortSnapshot = (row: Row): EffortSnapshot => effortFrom(Number(row.day), sizesIn(row));

/** `size`: a size by its index in `PROJECT_SIZES` */
const effortFrom = (day: number, size: (index: number) => number): EffortSnapshot => ({
  day,
  items: { aligned: size(0), run: size(1), stale: size(2), unlinked: size(3) },
  points: { aligned: size(4), run: size(5), stale: size(6), unlinked: size(7) },
});
