import { type RawBuilder, sql } from 'kysely';
import type { Goal, KeyResult } from '../../domain/strategy/keyResult';
import { batches } from '../../domain/batches';
import { numberIn, type Row } from '../sql/rowValues';
import { database } from '../sql/database';
import type { KeyResultTable } from '../sql/schema';

/** SELECT of the key results of stated objectives, to follow `OBJECTIVE_PART`. */
export const KEY_RESULT_PART = sql`
  UNION ALL
  SELECT 1, k.id, k.objective, k.position, 0, k.weight, k.baseline, k.target, k.low, k.high, k.title, k.kind, k.unit, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
  FROM key_result k`;
export const NO_KEY_RESULTS = sql``;

/** A key result in a row of `KEY_RESULT_PART`. */
export const keyResultFrom = (row: Row, objective: string): KeyResult => ({
  id: Number(row.id),
  objective,
  title: String(row.title),
  unit: String(row.parent),
  goal: goalFrom(row),
  weight: numberIn(row.weight),
});

const goalFrom = (row: Row): Goal =>
  row.status === 'maintain'
    ? { kind: 'maintain', low: Number(row.low), high: Number(row.high) }
    : { kind: 'reach', baseline: numberIn(row.start), target: numberIn(row.target) };

/** The key results of an objective after a change; all others are deleted. */
export type RevisedKeyResults = { objective: number; revision: number; keyResults: readonly KeyResult[] };

/** SQL condition: the objective's row does not contain this change or a newer one yet. That row is written last. */
const isOlder = (objective: RawBuilder<unknown>, revision: RawBuilder<unknown> | number) =>
  sql`EXISTS (SELECT 1 FROM objective o WHERE o.id = ${objective} AND o.revision < ${revision})`;

/** Rows in a statement, within every engine's limit of parameters. */
const ROWS_A_STATEMENT = 300;

/**
 * Writes key results as changes left them, then deletes those that the changes removed. What a newer change wrote
 * stays. Two statements, unless they are many.
 */
export const storeRevisedKeyResults = async (revised: readonly RevisedKeyResults[]): Promise<void> => {
  if (revised.length === 0) return;
  for (const batch of batches(revised.flatMap(rowsOf), ROWS_A_STATEMENT)) await upsert(batch);
  const gone = revised.map(({ objective, revision, keyResults }) => {
    const kept = keyResults.length === 0 ? sql`` : sql`AND id NOT IN (${sql.join(keyResults.map(({ id }) => id))})`;
    return sql`(objective = ${objective} ${kept} AND ${isOlder(sql.ref('key_result.objective'), revision)})`;
  });
  await sql`DELETE FROM key_result WHERE ${sql.join(gone, sql` OR `)}`.execute(database);
};

type Written = KeyResultTable & { revision: number };

const rowsOf = ({ objective, revision, keyResults }: RevisedKeyResults): Written[] =>
  keyResults.map(({ id, title, unit, goal, weight }, position) => ({
    id,
    objective,
    title,
    unit,
    kind: goal.kind,
    baseline: goal.kind === 'reach' ? goal.baseline : null,
    target: goal.kind === 'reach' ? goal.target : null,
    low: goal.kind === 'maintain' ? goal.low : null,
    high: goal.kind === 'maintain' ? goal.high : null,
    weight,
    position,
    revision,
  }));

const COLUMNS = [
  'id',
  'objective',
  'title',
  'unit',
  'kind',
  'baseline',
  'target',
  'low',
  'high',
  'weight',
  'position',
] as const satisfies readonly (keyof KeyResultTable)[];

/** Upserts key results of objectives whose row is of an older revision. INSERT … SELECT, because VALUES takes no condition. */
const upsert = async (rows: readonly Written[]): Promise<void> => {
  const all = [...COLUMNS, 'revision'] as const;
  const given = rows.map(
    (row) => sql`SELECT ${sql.join(all.map((column) => sql`${row[column]} AS ${sql.ref(column)}`))}`,
  );
  const taken = COLUMNS.filter((column) => column !== 'id').map(
    (column) => sql`${sql.ref(column)} = VALUES(${sql.ref(column)})`,
  );
  await sql`
    INSERT INTO key_result (${sql.join(COLUMNS.map((column) => sql.ref(column)))})
    SELECT ${sql.join(COLUMNS.map((column) => sql.ref(`n.${column}`)))}
    FROM (${sql.join(given, sql` UNION ALL `)}) n
    WHERE ${isOlder(sql.ref('n.objective'), sql.ref('n.revision'))}
    ON DUPLICATE KEY UPDATE ${sql.join(taken)}`.execute(database);
};
