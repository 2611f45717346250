import { type RawBuilder, sql } from 'kysely';
import { type Assumption, ASSUMPTIONS, type Measure } from '../../domain/work/tally';
import { NO_WORK, type WorkSizes } from '../../domain/work/work';
import { database } from '../sql/database';
import type { Row } from '../sql/selectAll';
import { isNot } from './selectCells';

const OUTCOMES = ['todo', 'doing', 'done'] as const;

/**
 * The work that serves each objective itself, over all projects but the given ones, each project's unestimated units at its own
 * typical estimate: one statement. It answers a row for each objective, however many blocks those have.
 */
export const workByObjective = async (
  measure: Measure,
  without: readonly number[] = [],
): Promise<Map<string, WorkSizes>> => {
  const sizes = ASSUMPTIONS.flatMap((assumption) =>
    OUTCOMES.map(
      (outcome) => sql`SUM(${size(outcome, measure, assumption)}) AS ${sql.ref(`${outcome}_${assumption}`)}`,
    ),
  );
  const { rows } = await sql<Row>`
    SELECT o.objective_key, SUM(b.dropped) AS dropped,
      SUM(b.todo_unestimated + b.doing_unestimated + b.done_unestimated) AS unestimated,
      ${sql.join(sizes)}
    FROM block b JOIN project p ON p.id = b.project JOIN objective o ON o.id = b.serves
    WHERE ${isNot(without)}
    GROUP BY o.objective_key
    HAVING SUM(b.todo_items + b.doing_items + b.done_items + b.dropped) > 0`.execute(database);
  return new Map(rows.map((row) => [String(row.objective_key), sizesFrom(row, measure)]));
};

/** The domain's `sizeOf` in SQL, in thousandths. Items are counted, so nothing is assumed of them. */
const size = (outcome: (typeof OUTCOMES)[number], measure: Measure, assumption: Assumption): RawBuilder<unknown> =>
  measure === 'items'
    ? sql`${sql.ref(`b.${outcome}_items`)} * 1000`
    : sql`${sql.ref(`b.${outcome}_points`)} + ${sql.ref(`b.${outcome}_unestimated`)} * ${sql.ref(`p.${assumption}`)}`;

const sizesFrom = (row: Row, measure: Measure): WorkSizes => {
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
    unestimated: measure === 'items' ? 0 : Number(row.unestimated),
  };
};
