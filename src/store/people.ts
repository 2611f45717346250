import { type RawBuilder, sql } from 'kysely';
import type { WindowDays } from '../domain/window';
import { database } from './database';
import type { Row } from './everyRow';
import { isNot, rowsOfProjects } from './recount';
import { currentCells, isKind, cellRollup } from './rollups';
import { RUN_ID } from './schema';
import { IS_ALIGNED_DONE, IS_ALIGNED_OPEN } from './standing';

/** Units of the window's effort that a row of a person holds: a unit is in progress or done, never both. */
const effortIn = (days: WindowDays) => sql`(r.doing_items + ${doneIn(days)})`;
const doneIn = (days: WindowDays) => sql.ref(`r.done${days}_items`);

/** Whether a person is assigned effort of a window, run aside; or aligned effort. */
export type EffortFlag = { name: string; days: WindowDays; aligned: boolean };

/** SELECT of some flags, 0 or 1, of everybody who is assigned effort, by `part`; `which` is a condition on the rows `r`. */
export const peopleFlags = (flags: readonly EffortFlag[], which: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  SELECT r.part, ${sql.join(
    flags.map(
      ({ name, days, aligned }) =>
        sql`MAX(CASE WHEN ${aligned ? isAligned(days) : sql`${effortIn(days)} > 0`} THEN 1 ELSE 0 END) AS ${sql.ref(name)}`,
    ),
  )}
  FROM ${rowsOfProjects(cellRollup, isKind('person'))}
  WHERE r.serves <> ${sql.lit(RUN_ID)} AND ${which}
  GROUP BY r.part`;

const isAligned = (days: WindowDays) =>
  sql`(r.doing_items > 0 AND ${IS_ALIGNED_OPEN}) OR (${doneIn(days)} > 0 AND ${IS_ALIGNED_DONE})`;

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
    FROM ${currentCells('person')} JOIN account a ON a.id = r.part
    WHERE ${effortIn(days)} > 0 AND o.objective_key IN (${sql.join(objectives)}) AND ${isNot(without)}
    GROUP BY a.account_id ORDER BY units DESC, a.account_id LIMIT ${sql.lit(limit)}`.execute(database);
  return {
    people: rows.map((row) => ({ accountId: String(row.account_id), units: Number(row.units) })),
    total: Number(rows[0]?.total ?? 0),
  };
};
