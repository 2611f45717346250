import { type RawBuilder, sql } from 'kysely';
import { type Assumption, ASSUMPTIONS, type Measure } from '../../domain/tally';
import { NO_WORK, type WorkSizes } from '../../domain/work';
import { database } from '../database';
import type { Row } from '../everyRow';
import { isNot } from '../recount';
import { currentCells } from '../rollups';
import { tallySize } from '../sizes';
import { keptOrCounted } from './kept';
import { byKind, isOneOf, kindId, kindRows, SIZED_OUTCOMES, type SizedKind, WORK_KINDS, type WorkKind } from './kinds';

/** What a cell adds to each sum: units and, where they are sized, thousandths of a point. */
type Addend = { units: RawBuilder<unknown>; size: RawBuilder<unknown> };

const unsized = (units: RawBuilder<unknown>): Addend => ({ units, size: sql`0` });

const ADDENDS: Record<WorkKind, Addend> = {
  ...(Object.fromEntries(
    SIZED_OUTCOMES.flatMap((outcome) =>
      ASSUMPTIONS.map((assumption) => [
        `${outcome}_${assumption}`,
        { units: sql.ref(`r.${outcome}_items`), size: tallySize(outcome, 'points', assumption) },
      ]),
    ),
  ) as Record<SizedKind, Addend>),
  dropped: unsized(sql.ref('r.dropped')),
  unestimated: unsized(sql`r.todo_unestimated + r.doing_unestimated + r.done_unestimated`),
};

/** SELECT of the work that serves each objective itself, over all projects but some. */
export const workCounts = (without: readonly number[]): RawBuilder<unknown> => sql`
  SELECT kinds.kind, sums.serves, 0 AS place, ${byKind(WORK_KINDS, (kind) => sql.ref(`sums.${kind}_units`))} AS units,
    ${byKind(WORK_KINDS, (kind) => sql.ref(`sums.${kind}_size`))} AS size
  FROM (
    SELECT r.serves, ${sql.join(
      WORK_KINDS.flatMap((kind) => [
        sql`SUM(${ADDENDS[kind].units}) AS ${sql.ref(`${kind}_units`)}`,
        sql`SUM(${ADDENDS[kind].size}) AS ${sql.ref(`${kind}_size`)}`,
      ]),
    )}
    FROM ${currentCells()}
    WHERE o.id IS NOT NULL AND ${isNot(without)}
    GROUP BY r.serves
  ) sums CROSS JOIN (${kindRows(...WORK_KINDS)}) kinds`;

/**
 * The work that serves each objective itself, over all projects but the given ones, each project's unestimated units at its own
 * typical estimate: one statement, two where the sums have changed since they were kept.
 */
export const workByObjective = async (
  measure: Measure,
  without: readonly number[] = [],
): Promise<Map<string, WorkSizes>> => {
  const rows = await keptOrCounted(without, workCounts, async (sums) => {
    const { rows } = await sql<Row>`
      SELECT o.objective_key, ${sql.join(WORK_KINDS.map((kind) => sumOf(kind, measure)))}
      FROM (${sums}) sums JOIN objective o ON o.id = sums.serves
      WHERE ${isOneOf(...WORK_KINDS)}
      GROUP BY o.objective_key HAVING SUM(units) > 0`.execute(database);
    return rows;
  });
  return new Map(rows.map((row) => [String(row.objective_key), sizesFrom(row)]));
};

const sumOf = (kind: WorkKind, measure: Measure): RawBuilder<unknown> =>
  sql`SUM(CASE WHEN kind = ${kindId(kind)} THEN ${amountOf(kind, measure)} ELSE 0 END) AS ${sql.ref(kind)}`;

/** Items are counted, so nothing is assumed of them. */
const amountOf = (kind: WorkKind, measure: Measure): RawBuilder<unknown> => {
  if (kind === 'dropped') return sql`units`;
  if (kind === 'unestimated') return measure === 'items' ? sql`0` : sql`units`;
  return measure === 'items' ? sql`units * 1000` : sql`size`;
};

const sizesFrom = (row: Row): WorkSizes => {
  const at = (assumption: Assumption) => ({
    todo: Number(row[`todo_${assumption}`]),
    doing: Number(row[`doing_${assumption}`]),
    done: Number(row[`done_${assumption}`]),
  });
  return {
    ...NO_WORK,
    median: at('median'),
    low: at('low'),
    high: at('high'),
    dropped: Number(row.dropped),
    unestimated: Number(row.unestimated),
  };
};
