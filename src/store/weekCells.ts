import { type RawBuilder, sql } from 'kysely';
import { EFFORT_WEEKS } from '../domain/alignmentTrend';
import type { Measure } from '../domain/tally';
import { TREND_WEEKS } from '../domain/trend';
import { type Amount, weekOf, type WeekSum } from '../domain/weeks';
import { servedBy, tally } from './cells';
import { everyRow, type Row } from './everyRow';
import { isNot, type Rollup, rowsOfProjects } from './recount';
import { tallySize } from './sizes';
import { outcomeId, unitRows } from './unitRows';

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
          FROM (${unitRows(scope)}) units CROSS JOIN (SELECT 0 AS finish UNION ALL SELECT 1 AS finish) moments
          WHERE units.unit = 1 AND units.outcome <> ${DROPPED} AND (moments.finish = 0 OR units.outcome = ${DONE})
        ) dated
      ) items
      GROUP BY project, serves, week`;
  },
};

/** Whose weeks: one project's, or those of all but some. */
export type Whose = { project: number } | { without: readonly number[] };

/**
 * The weeks of some projects added up, in a measure, those before the given one added up into it, so that none of the work is
 * missing. At most `WEEKS_KEPT` weeks before today's are told apart. One statement; what it answers does not grow with the number
 * of projects.
 */
export const weekSums = async (oldest: number, measure: Measure, whose: Whose): Promise<WeekSum[]> => {
  const amounts = PARTS.flatMap((part) => amountsOf(part, measure));
  const rows = await everyRow({
    columns: Object.fromEntries(
      ['serves', 'of_week', 'objective_key', ...amounts.map(({ name }) => name)].map((name) => [name, sql.ref(name)]),
    ),
    // Objectives come last, to sums: there are many more rows than those.
    from: sql`(
      SELECT sums.*, o.objective_key FROM (
        SELECT r.serves, CASE WHEN r.week < ${oldest} THEN ${oldest} ELSE r.week END AS of_week,
          ${sql.join(amounts.map(({ name, of }) => sql`SUM(${of}) AS ${sql.ref(name)}`))}
        FROM ${rowsOfProjects(weekRollup)}
        WHERE ${HOLDS_WEEK} AND ${'project' in whose ? sql`r.project = ${whose.project}` : isNot(whose.without)}
        GROUP BY r.serves, of_week
      ) sums LEFT JOIN objective o ON o.id = sums.serves
    ) weeks`,
    where: sql`1 = 1`,
    keys: ['serves', 'of_week'],
  });
  const amount = (row: Row, part: Part): Amount => {
    const units = Number(row[`${part}_units`]);
    return { units, size: measure === 'items' ? units * 1000 : Number(row[`${part}_size`]) };
  };
  return rows.map((row) => ({
    serves: servedBy(row),
    week: Number(row.of_week),
    added: amount(row, 'added'),
    done: amount(row, 'done'),
  }));
};

const PARTS = ['added', 'done'] as const;
type Part = (typeof PARTS)[number];

/** In items, sizes follow from the number of units. */
const amountsOf = (part: Part, measure: Measure) => [
  { name: `${part}_units`, of: sql.ref(`r.${part}_items`) },
  ...(measure === 'items' ? [] : [{ name: `${part}_size`, of: tallySize(part, measure) }]),
];
