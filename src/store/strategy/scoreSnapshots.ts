import { sql } from 'kysely';
import { ALL_FACTORS, type FactorKey } from '../../domain/scores/executionIndex';
import type { ScoreSnapshot } from '../../domain/scores/scoreSnapshot';
import { database } from '../sql/database';
import type { Row } from '../sql/rowValues';
import type { SiteSnapshotTable } from '../sql/snapshotTables';

/** The columns of the index and its factors. */
export const SCORE_COLUMNS = [
  'execution_index',
  'clarity',
  'communication',
  'resources',
  'monitoring',
  'adaptability',
  'buy_in',
] as const satisfies readonly (keyof SiteSnapshotTable)[];

const columnOf = (factor: FactorKey): Exclude<keyof SiteSnapshotTable, 'day'> =>
  factor === 'buyIn' ? 'buy_in' : factor;

/** Upserts the site's scores of a day. One statement. */
export const storeScoreSnapshot = async ({ day, index, factors }: ScoreSnapshot): Promise<void> => {
  const { buyIn, ...others } = factors;
  await database
    .insertInto('site_snapshot')
    .values({ day, execution_index: index, ...others, buy_in: buyIn })
    .onDuplicateKeyUpdate(Object.fromEntries(SCORE_COLUMNS.map((column) => [column, sql`VALUES(${sql.ref(column)})`])))
    .execute();
};

/** The scores in a row with `day` and `SCORE_COLUMNS`. */
export const scoresFrom = (row: Row): ScoreSnapshot => {
  const value = (column: string): number | null => (row[column] == null ? null : Number(row[column]));
  return {
    day: Number(row.day),
    index: value('execution_index'),
    factors: Object.fromEntries(ALL_FACTORS.map((factor) => [factor, value(columnOf(factor))])) as Record<
      FactorKey,
      number | null
    >,
  };
};
