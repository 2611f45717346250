import { type RawBuilder, sql } from 'kysely';
import type { PeopleCount } from '../domain/buyIn';
import type { Measure } from '../domain/tally';
import type { Amount, WeekSum } from '../domain/weeks';
import { WINDOW_DAYS, type WindowDays } from '../domain/window';
import { servedBy } from './cells';
import { database } from './database';
import { everyRow, type Row } from './everyRow';
import { type EffortFlag, peopleFlags } from './people';
import { isNot } from './recount';
import { OVERALL_KINDS, type OverallKind } from './schema';
import { unlessOlder } from './unlessOlder';
import { valueRows } from './valueRows';
import { weekSumsOf } from './weekCells';

const kindId = (kind: OverallKind) => sql.lit(OVERALL_KINDS.indexOf(kind));
const IS_WEEK = sql`kind IN (${kindId('added')}, ${kindId('done')})`;
const IS_FIRST = sql`kind IN (${kindId('added')}, ${kindId('people')})`;

/**
 * SELECT of what the roll-ups of all projects but some add up to: the units by the week in which they were added and done, sized in
 * points, and by window the people who are assigned effort, and aligned effort.
 */
const overallCounts = (without: readonly number[]): RawBuilder<unknown> => sql`
  SELECT kinds.kind, sums.serves, sums.week AS place,
    CASE kinds.kind WHEN ${kindId('done')} THEN sums.done_units ELSE sums.added_units END AS units,
    CASE kinds.kind WHEN ${kindId('done')} THEN sums.done_size ELSE sums.added_size END AS size
  FROM (${weekSumsOf(isNot(without))}) sums CROSS JOIN (${kindsOf('added', 'done')}) kinds
  UNION ALL
  SELECT kinds.kind, 0, windows.days,
    CASE kinds.kind WHEN ${kindId('people')} THEN ${ofWindow('works')} ELSE ${ofWindow('aligned')} END, 0
  FROM (
    SELECT ${sql.join(FLAGS.map(({ name }) => sql`COALESCE(SUM(${sql.ref(`flags.${name}`)}), 0) AS ${sql.ref(name)}`))}
    FROM (${peopleFlags(FLAGS, isNot(without))}) flags JOIN account a ON a.id = flags.part
  ) sums CROSS JOIN (${kindsOf('people', 'alignedPeople')}) kinds
  CROSS JOIN (${valueRows('days', WINDOW_DAYS)}) windows`;

const kindsOf = (...kinds: OverallKind[]) =>
  valueRows(
    'kind',
    kinds.map((kind) => OVERALL_KINDS.indexOf(kind)),
  );

const FLAGS: readonly EffortFlag[] = WINDOW_DAYS.flatMap((days) => [
  { name: `works${days}`, days, aligned: false },
  { name: `aligned${days}`, days, aligned: true },
]);

const ofWindow = (name: 'works' | 'aligned') =>
  sql`CASE windows.days ${sql.join(
    WINDOW_DAYS.map((days) => sql`WHEN ${sql.lit(days)} THEN ${sql.ref(`sums.${name}${days}`)}`),
    sql` `,
  )} END`;

/**
 * What the sums are made of, as a number that each change of it raises: the refreshes of projects, the day up to which they go, and
 * the statuses of objectives.
 */
const BASIS = sql`(
  (SELECT COALESCE(SUM(refreshed + refreshed_day), 0) FROM project) + (SELECT COALESCE(SUM(revision), 0) FROM objective)
)`;

/**
 * Keeps the sums over all projects, so that a page need not add them up: one statement. Whatever has changed since shows in their
 * basis; of two that keep them at once the newer basis stays. What is gone is set to zeros.
 */
export const keepOverall = async (): Promise<void> => {
  const updates = ['units', 'size', 'version'].map(
    (column) => sql`${sql.ref(column)} = ${unlessOlder('overall', 'version', column)}`,
  );
  await sql`
    INSERT INTO overall (kind, serves, place, version, units, size)
    SELECT kind, serves, place, ${BASIS}, SUM(units), SUM(size)
    FROM (${overallCounts([])} UNION ALL SELECT kind, serves, place, 0, 0 FROM overall) counts
    GROUP BY kind, serves, place ORDER BY kind, serves, place
    ON DUPLICATE KEY UPDATE ${sql.join(updates)}`.execute(database);
};

/** Whether the kept sums are of today's basis: one statement. */
export const isOverallKept = async (): Promise<boolean> => {
  const { rows } = await sql`SELECT kind FROM overall WHERE version = ${BASIS} LIMIT 1`.execute(database);
  return rows.length > 0;
};

/** Deletes weeks in which nothing is left. */
export const forgetEmptyOverall = async (): Promise<void> => {
  await sql`DELETE FROM overall WHERE ${IS_WEEK} AND units = 0`.execute(database);
};

export type Overall = { weeks: WeekSum[]; people: PeopleCount };

/** Which sums are asked for: the weeks in a measure, and the people of a window. */
type Look = { measure: Measure; days: WindowDays };

/**
 * The sums over all projects but some: one statement where they are kept and no project is left out, two where they have changed
 * since they were kept. What it answers does not grow with the number of projects.
 */
export const overallSums = async (look: Look, without: readonly number[]): Promise<Overall> => {
  const kept = without.length === 0 ? await readSums(look, sql`SELECT * FROM overall WHERE version = ${BASIS}`) : [];
  const rows = kept.length > 0 ? kept : await readSums(look, overallCounts(without));
  const isWeek = (row: Row): boolean => Number(row.is_week) === 1;
  const people = rows.find((row) => !isWeek(row));
  const amount = (row: Row, part: 'first' | 'second'): Amount => {
    const units = Number(row[`${part}_units`]);
    return { units, size: look.measure === 'items' ? units * 1000 : Number(row[`${part}_size`]) };
  };
  return {
    people: { people: Number(people?.first_units ?? 0), aligned: Number(people?.second_units ?? 0) },
    weeks: rows
      .filter(isWeek)
      .map((row) => ({
        serves: servedBy(row),
        week: Number(row.place),
        added: amount(row, 'first'),
        done: amount(row, 'second'),
      }))
      .filter(({ added, done }) => added.units + done.units > 0),
  };
};

/** Rows of a place: what was added there and what was done, or who works and who does so aligned. */
const readSums = ({ measure, days }: Look, sums: RawBuilder<unknown>): Promise<Row[]> => {
  const amounts = measure === 'items' ? ['units'] : ['units', 'size'];
  const columns = amounts.flatMap((amount) => [
    { name: `first_${amount}`, of: sql`CASE WHEN ${IS_FIRST} THEN ${sql.ref(amount)} ELSE 0 END` },
    { name: `second_${amount}`, of: sql`CASE WHEN ${IS_FIRST} THEN 0 ELSE ${sql.ref(amount)} END` },
  ]);
  return everyRow({
    columns: Object.fromEntries(
      ['is_week', 'serves', 'place', 'objective_key', ...columns.map(({ name }) => name)].map((name) => [
        name,
        sql.ref(name),
      ]),
    ),
    from: sql`(
      SELECT places.*, o.objective_key FROM (
        SELECT CASE WHEN ${IS_WEEK} THEN 1 ELSE 0 END AS is_week, serves, place,
          ${sql.join(columns.map(({ name, of }) => sql`SUM(${of}) AS ${sql.ref(name)}`))}
        FROM (${sums}) sums WHERE ${IS_WEEK} OR place = ${days}
        GROUP BY is_week, serves, place
      ) places LEFT JOIN objective o ON o.id = places.serves
    ) answered`,
    where: sql`1 = 1`,
    keys: ['is_week', 'serves', 'place'],
  });
};
