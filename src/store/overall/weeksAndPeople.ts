import { type RawBuilder, sql } from 'kysely';
import type { PeopleCount } from '../../domain/buyIn';
import type { Measure } from '../../domain/tally';
import type { Amount, WeekSum } from '../../domain/weeks';
import { WINDOW_DAYS, type WindowDays } from '../../domain/window';
import { servedBy } from '../cells';
import { everyRow, type Row } from '../everyRow';
import { type EffortFlag, peopleFlags } from '../people';
import { isNot } from '../recount';
import { valueRows } from '../valueRows';
import { weekSumsOf } from '../weekCells';
import { keptOrCounted } from './kept';
import { byKind, isOneOf, kindRows } from './kinds';

const WEEK_KINDS = ['added', 'done'] as const;
const IS_WEEK = isOneOf(...WEEK_KINDS);
const PEOPLE_KINDS = ['people', 'alignedPeople'] as const;
type PeopleKind = (typeof PEOPLE_KINDS)[number];
export const IS_PEOPLE = isOneOf(...PEOPLE_KINDS);
const IS_FIRST = isOneOf('added', 'people');

/**
 * SELECT of what the roll-ups of all projects but some add up to: the units by the week in which they were added and done, sized in
 * points, and by window the people who are assigned effort, and aligned effort.
 */
export const weekAndPeopleCounts = (without: readonly number[]): RawBuilder<unknown> => sql`
  SELECT kinds.kind, sums.serves, sums.week AS place,
    ${byKind(WEEK_KINDS, (kind) => sql.ref(`sums.${kind}_units`))} AS units,
    ${byKind(WEEK_KINDS, (kind) => sql.ref(`sums.${kind}_size`))} AS size
  FROM (${weekSumsOf(isNot(without))}) sums CROSS JOIN (${kindRows(...WEEK_KINDS)}) kinds
  UNION ALL
  SELECT kinds.kind, 0, windows.days,
    ${byKind(PEOPLE_KINDS, ofWindow)}, 0
  FROM (
    SELECT ${sql.join(FLAGS.map(({ name }) => sql`COALESCE(SUM(${sql.ref(`flags.${name}`)}), 0) AS ${sql.ref(name)}`))}
    FROM (${peopleFlags(FLAGS, isNot(without))}) flags JOIN account a ON a.id = flags.part
  ) sums CROSS JOIN (${kindRows(...PEOPLE_KINDS)}) kinds
  CROSS JOIN (${valueRows('days', WINDOW_DAYS)}) windows`;

const FLAGS: readonly EffortFlag[] = WINDOW_DAYS.flatMap((days) => [
  { name: `people${days}`, days, aligned: false },
  { name: `alignedPeople${days}`, days, aligned: true },
]);

const ofWindow = (name: PeopleKind) =>
  sql`CASE windows.days ${sql.join(
    WINDOW_DAYS.map((days) => sql`WHEN ${sql.lit(days)} THEN ${sql.ref(`sums.${name}${days}`)}`),
    sql` `,
  )} END`;

export type Overall = { weeks: WeekSum[]; people: PeopleCount };

/** Which sums are asked for: the weeks in a measure, and the people of a window. */
type Look = { measure: Measure; days: WindowDays };

/**
 * The sums over all projects but some: one statement, two where they have changed since they were kept. What it answers does not grow with the number of projects.
 */
export const overallSums = async (look: Look, without: readonly number[]): Promise<Overall> => {
  const rows = await keptOrCounted(without, weekAndPeopleCounts, (sums) => readSums(look, sums));
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
        FROM (${sums}) sums WHERE ${IS_WEEK} OR (${IS_PEOPLE} AND place = ${days})
        GROUP BY is_week, serves, place
      ) places LEFT JOIN objective o ON o.id = places.serves
    ) answered`,
    where: sql`1 = 1`,
    keys: ['is_week', 'serves', 'place'],
  });
};
