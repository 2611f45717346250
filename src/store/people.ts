import { type RawBuilder, sql } from 'kysely';
import type { PeopleCount } from '../domain/buyIn';
import { WINDOW_DAYS, type WindowDays, windowEnding } from '../domain/window';
import { countIf } from './cells';
import { database } from './database';
import type { Row } from './everyRow';
import { currentRows, isNot, type Rollup, rowsOfProjects } from './recount';
import { type PersonColumn, RUN_ID } from './schema';
import { outcomeId, unitRows } from './unitRows';

const DOING = sql`outcome = ${sql.lit(outcomeId('doing'))}`;
const DONE = sql`outcome = ${sql.lit(outcomeId('done'))}`;
const LONGEST_WINDOW = Math.max(...WINDOW_DAYS);

const doneSince = (from: number, asOf: number) => sql`${DONE} AND ended >= ${from} AND ended <= ${asOf}`;

/** Who is assigned the effort, by what it serves. */
export const personRollup: Rollup = {
  table: 'rollup_person',
  keys: ['project', 'assignee', 'serves'],
  sums: ['doing', ...WINDOW_DAYS.map((days) => `done${days}` as const)] satisfies PersonColumn[],
  // The windows lie inside each other, so the longest one holds all that is done.
  holds: sql`doing + ${sql.ref(`done${LONGEST_WINDOW}`)} > 0`,
  counts: (scope) => sql`
    SELECT project, assignee, serves, ${sql.join([
      sql`${countIf(DOING)} AS doing`,
      ...WINDOW_DAYS.map(
        (days) =>
          sql`${countIf(doneSince(windowEnding(scope.asOf, days).from, scope.asOf))} AS ${sql.ref(`done${days}`)}`,
      ),
    ])}
    FROM (${unitRows(scope)}) items
    WHERE unit = 1 AND assignee IS NOT NULL
      AND (${DOING} OR (${doneSince(windowEnding(scope.asOf, LONGEST_WINDOW).from, scope.asOf)}))
    GROUP BY project, assignee, serves`,
};

/** Units of the window's effort that a row holds: a unit is in progress or done, never both. */
const effortIn = (days: WindowDays) => sql`(r.doing + ${sql.ref(`r.done${days}`)})`;

/**
 * The domain's `standingOf` in SQL, where it says "aligned": of the work in progress, or of the work that is done. The few objectives
 * are looked up once: joined to every row they took most of the time.
 */
const servesOneThat = (is: RawBuilder<unknown>) => sql`r.serves IN (SELECT id FROM objective WHERE ${is})`;
const IS_ALIGNED_OPEN = servesOneThat(sql`status = 'active'`);
const IS_ALIGNED_DONE = servesOneThat(sql`status <> 'unknown'`);

/** How many people are assigned effort in all projects but the given ones, and how many of them aligned effort: one statement. */
export const countPeople = async (days: WindowDays, without: readonly number[]): Promise<PeopleCount> => {
  const isAligned = sql`(r.doing > 0 AND ${IS_ALIGNED_OPEN}) OR (${sql.ref(`r.done${days}`)} > 0 AND ${IS_ALIGNED_DONE})`;
  const { rows } = await sql<Row>`
    SELECT COUNT(*) AS people, SUM(per.aligned) AS aligned FROM (
      SELECT r.assignee, MAX(CASE WHEN ${isAligned} THEN 1 ELSE 0 END) AS aligned
      FROM ${rowsOfProjects(personRollup)}
      WHERE ${effortIn(days)} > 0 AND r.serves <> ${sql.lit(RUN_ID)} AND ${isNot(without)}
      GROUP BY r.assignee
    ) per JOIN account a ON a.id = per.assignee`.execute(database);
  return { people: Number(rows[0]?.people ?? 0), aligned: Number(rows[0]?.aligned ?? 0) };
};

/** A person with the number of effort units assigned to them. */
export type PersonEffort = { accountId: string; units: number };

/**
 * Who is assigned effort that serves one of these objectives, in all projects but the given ones, most units first, and how many
 * people there are: one statement.
 */
export const peopleServing = async (
  objectives: readonly string[],
  days: WindowDays,
  without: readonly number[],
  limit: number,
): Promise<{ people: PersonEffort[]; total: number }> => {
  if (objectives.length === 0) return { people: [], total: 0 };
  const { rows } = await sql<Row>`
    SELECT a.account_id, SUM(${effortIn(days)}) AS units, COUNT(*) OVER () AS total
    FROM ${currentRows(personRollup)} JOIN account a ON a.id = r.assignee
    WHERE ${effortIn(days)} > 0 AND o.objective_key IN (${sql.join(objectives)}) AND ${isNot(without)}
    GROUP BY a.account_id ORDER BY units DESC, a.account_id LIMIT ${sql.lit(limit)}`.execute(database);
  return {
    people: rows.map((row) => ({ accountId: String(row.account_id), units: Number(row.units) })),
    total: Number(rows[0]?.total ?? 0),
  };
};
