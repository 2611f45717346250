import { sql } from 'kysely';
import type { CheckInOutline } from '../../domain/strategy/checkIn';
import type { PastChange, StateOutline } from '../../domain/strategy/turn';
import { lastDayOf, weekOf } from '../../domain/time/weeks';
import { selectAll } from '../sql/selectAll';
import { selectAllByBytes } from '../sql/selectAllByBytes';
import { weekIn } from '../sql/weekIn';
import { onlyValues } from './checkInOutlines';

/**
 * What the strategy's state at the end of each past week needs: of each objective the first change of every week, which
 * tells how the week before ended, and the first after `asOf`. One statement, unless thousands changed.
 * @param weeks how many weeks before that of `asOf` the past begins
 */
export const pastChanges = async (asOf: number, weeks: number): Promise<PastChange[]> => {
  const since = lastDayOf(weekOf(asOf) - weeks) + 1;
  const span = sql`CASE WHEN day > ${asOf} THEN -1 ELSE ${weekIn(sql`day`)} END`;
  const rows = await selectAllByBytes({
    columns: {
      objective: sql.ref('e.objective'),
      revision: sql.ref('e.revision'),
      day: sql.ref('e.day'),
      objective_key: sql.ref('o.objective_key'),
      outline_before: sql.ref('e.outline_before'),
    },
    from: sql`(
      SELECT objective, MIN(revision) AS revision FROM strategy_event WHERE day >= ${since} GROUP BY objective, ${span}
    ) first JOIN strategy_event e ON e.objective = first.objective AND e.revision = first.revision
      JOIN objective o ON o.id = e.objective`,
    where: sql`1 = 1`,
    keys: ['objective', 'revision'],
    texts: ['outline_before'],
    rowBytes: 150,
  });
  return rows.map((row) => ({
    objective: String(row.objective_key),
    revision: Number(row.revision),
    day: Number(row.day),
    // The app wrote this text, so its shape is known.
    before: row.outline_before === null ? null : (JSON.parse(String(row.outline_before)) as StateOutline),
  }));
};

/**
 * The values that key results had at the end of each past week and on `asOf`: of each the newest of every week, and of
 * all that is older. One statement, unless there are tens of thousands.
 * @param weeks how many weeks before that of `asOf` the past begins
 */
export const weeklyValues = async (asOf: number, weeks: number): Promise<CheckInOutline[]> => {
  const since = lastDayOf(weekOf(asOf) - weeks) + 1;
  const span = sql`CASE WHEN day < ${since} THEN -1 ELSE ${weekIn(sql`day`)} END`;
  const rows = await selectAll({
    columns: {
      objective: sql.ref('m.objective'),
      key_result: sql.ref('m.key_result'),
      day: sql.ref('m.day'),
      of_draft: sql.ref('m.of_draft'),
      check_in: sql.ref('m.check_in'),
      value: sql.ref('m.value'),
      objective_key: sql.ref('o.objective_key'),
    },
    from: sql`(
      SELECT objective, key_result, MAX(day) AS day FROM measurement WHERE day <= ${asOf} GROUP BY objective, key_result, ${span}
    ) newest JOIN measurement m ON m.objective = newest.objective AND m.key_result = newest.key_result AND m.day = newest.day
      JOIN objective o ON o.id = m.objective`,
    where: sql`1 = 1`,
    keys: ['objective', 'key_result', 'day', 'of_draft'],
  });
  return rows.map((row) => ({
    ...onlyValues(row),
    values: new Map([[Number(row.key_result), Number(row.value)]]),
  }));
};
