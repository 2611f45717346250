import { type RawBuilder, sql } from 'kysely';
import { type DoneWeek, EFFORT_WEEKS } from '../domain/alignmentTrend';
import type { Standing } from '../domain/standing';
import type { Measure } from '../domain/tally';
import { TREND_WEEKS } from '../domain/trend';
import { weekOf } from '../domain/weeks';
import { tally } from './cells';
import { database } from './database';
import type { Row } from './everyRow';
import { type Rollup, rowsOfProjects } from './recount';
import { tallySize } from './sizes';
import { DONE_STANDING } from './standing';
import { outcomeId, unitRows } from './unitRows';
import { valueRows } from './valueRows';

/** So many weeks before today's are kept apart, which is what trends look back on; the oldest of them also holds all before it. */
export const WEEKS_KEPT = TREND_WEEKS + EFFORT_WEEKS;

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
  keys: ['project', 'serves', 'week'],
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
          FROM (${unitRows(scope)}) units CROSS JOIN (${valueRows('finish', [0, 1])}) moments
          WHERE units.unit = 1 AND units.outcome <> ${DROPPED} AND (moments.finish = 0 OR units.outcome = ${DONE})
        ) dated
      ) items
      GROUP BY project, serves, week`;
  },
};

/** SELECT of the weeks of some projects added up, sized in points; `which` is a condition on their rows `r`. */
export const weekSumsOf = (which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  SELECT r.serves, r.week, ${sql.join(
    (['added', 'done'] as const).flatMap((part) => [
      sql`SUM(${sql.ref(`r.${part}_items`)}) AS ${sql.ref(`${part}_units`)}`,
      sql`SUM(${tallySize(part, 'points')}) AS ${sql.ref(`${part}_size`)}`,
    ]),
  )}
  FROM ${rowsOfProjects(weekRollup)}
  WHERE ${HOLDS_WEEK} AND ${which}
  GROUP BY r.serves, r.week`;

/** What was done in a project in each week since one, in a measure, by today's standing of work that is done: one statement. */
export const projectDone = async (project: number, since: number, measure: Measure): Promise<DoneWeek[]> => {
  const { rows } = await sql<Row>`
    SELECT week, standing, SUM(size) AS size FROM (
      SELECT r.week, ${DONE_STANDING} AS standing, ${tallySize('done', measure)} AS size
      FROM ${rowsOfProjects(weekRollup)}
      WHERE r.project = ${project} AND r.week >= ${since} AND r.done_items > 0
    ) done GROUP BY week, standing`.execute(database);
  return rows.map(({ week, standing, size }) => ({
    week: Number(week),
    standing: standing as Standing,
    size: Number(size),
  }));
};
