import { type RawBuilder, sql } from 'kysely';
import { type WeekCell, weekOf } from '../domain/weeks';
import { servedBy, tally, tallyFrom } from './cells';
import { everyRow, type Row } from './everyRow';
import { currentRows, type Rollup } from './recount';
import { outcomeId, unitRows } from './unitRows';

/** So many weeks before today's are kept apart; the oldest of them also holds all before it. */
export const WEEKS_KEPT = 56;

const SUMS = ['added', 'done'].flatMap((name) => [`${name}_items`, `${name}_points`, `${name}_unestimated`]);
const HOLDS_WEEK = sql`added_items + done_items > 0`;

const DONE = sql.lit(outcomeId('done'));
const DROPPED = sql.lit(outcomeId('dropped'));

/** The domain's `weekOf` in SQL. */
export const weekIn = (day: RawBuilder<unknown>) => sql`FLOOR((${day} + 3) / 7)`;

/**
 * The units by the week in which they were added, and by that in which they were done: each takes part once as added, and once
 * more as done where it is.
 */
export const weekRollup: Rollup = {
  table: 'rollup_week',
  keys: ['serves', 'week'],
  sums: SUMS,
  holds: HOLDS_WEEK,
  counts: (scope) => {
    const oldest = weekOf(scope.asOf) - WEEKS_KEPT;
    return sql`
      SELECT project, serves, week, ${sql.join([...tally('added', sql`finish = 0`), ...tally('done', sql`finish = 1`)])}
      FROM (
        SELECT project, serves, estimate, finish, CASE WHEN week < ${oldest} THEN ${oldest} ELSE week END AS week
        FROM (
          SELECT units.project, units.serves, units.estimate, moments.finish,
            ${weekIn(sql`CASE WHEN moments.finish = 1 AND units.ended > units.created THEN units.ended ELSE units.created END`)} AS week
          FROM (${unitRows(scope)}) units CROSS JOIN (SELECT 0 AS finish UNION ALL SELECT 1 AS finish) moments
          WHERE units.unit = 1 AND units.outcome <> ${DROPPED} AND (moments.finish = 0 OR units.outcome = ${DONE})
        ) dated
      ) items
      GROUP BY project, serves, week`;
  },
};

/**
 * The weeks of all projects, those before the given one added up into it, so that none of the work is missing: one statement,
 * unless there are many thousands of rows. At most `WEEKS_KEPT` weeks before today's are told apart.
 */
export const weekCells = async (oldest: number): Promise<WeekCell[]> => {
  const rows = await everyRow({
    columns: Object.fromEntries(
      ['project', 'serves', 'objective_key', 'week', ...SUMS].map((name) => [name, sql.ref(name)]),
    ),
    from: sql`(
      SELECT project, serves, objective_key, week, ${sql.join(SUMS.map((name) => sql`SUM(${sql.ref(name)}) AS ${sql.ref(name)}`))}
      FROM (
        SELECT r.project, r.serves, o.objective_key, CASE WHEN r.week < ${oldest} THEN ${oldest} ELSE r.week END AS week,
          ${sql.join(SUMS.map((name) => sql.ref(`r.${name}`)))}
        FROM ${currentRows(weekRollup)} WHERE ${HOLDS_WEEK}
      ) kept
      GROUP BY project, serves, objective_key, week
    ) weeks`,
    where: sql`${HOLDS_WEEK}`,
    keys: ['project', 'serves', 'week'],
  });
  return rows.map(weekCellFrom);
};

/** A project's weeks from the given one on: one statement, by index. */
export const projectWeekCells = async (project: number, oldest: number): Promise<WeekCell[]> => {
  const rows = await everyRow({
    columns: {
      ...Object.fromEntries(['project', 'serves', 'week', ...SUMS].map((name) => [name, sql.ref(`r.${name}`)])),
      objective_key: sql.ref('o.objective_key'),
    },
    from: currentRows(weekRollup),
    where: sql`${HOLDS_WEEK} AND r.project = ${project} AND r.week >= ${oldest}`,
    keys: ['project', 'serves', 'week'],
  });
  return rows.map(weekCellFrom);
};

const weekCellFrom = (row: Row): WeekCell => ({
  project: Number(row.project),
  serves: servedBy(row),
  week: Number(row.week),
  added: tallyFrom(row, 'added'),
  done: tallyFrom(row, 'done'),
});
