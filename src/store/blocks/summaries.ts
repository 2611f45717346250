import { sql } from 'kysely';
import { gatheredBy } from '../../domain/gatheredBy';
import { type EstimateCounts, type TypicalEstimate, typicalEstimate } from '../../domain/work/estimate';
import { batchesByBytes } from '../sql/batchesByBytes';
import { columnsOf } from '../sql/columnsOf';
import { database } from '../sql/database';
import { perProject } from '../sql/perProject';
import { selectAllByBytes } from '../sql/selectAllByBytes';
import type { Row } from '../sql/rowValues';
import { CELL_COLUMNS } from './cellColumns';
import { unpackEstimates } from './packed';
import { type ProjectSums, type SummedBlock, sumsOf } from './sums';

/** A project's figures as a whole, made of its blocks. */
export type Summary = {
  id: number;
  typical: TypicalEstimate;
  sums: ProjectSums;
  /** sum of its blocks' versions that were counted: the summary with the higher basis is newer */
  basis: number;
};

const TEXTS = [
  'weeks_items',
  'weeks_points',
  'people',
  'estimates',
  'components',
  'teams',
  'parents',
  'retags',
] as const;
/** What a block weighs beside these. */
const ROW_BYTES = 350;

/** Adds the blocks of projects up. One statement, or two and one for each 2 MB of their texts. */
export const projectSummaries = async (projects: readonly number[]): Promise<Summary[]> => {
  if (projects.length === 0) return [];
  const whole = ['id', 'project', 'serves', 'refreshed', ...CELL_COLUMNS];
  const rows = await selectAllByBytes({
    columns: columnsOf('b', [...whole, ...TEXTS]),
    whole,
    from: sql`block b`,
    where: sql`b.project IN (${sql.join(projects)})`,
    keys: ['id'],
    index: { table: 'b', name: 'block_by_project' },
    texts: TEXTS,
    rowBytes: ROW_BYTES,
  });
  const blocks = gatheredBy(rows, (row) => Number(row.project));
  return projects.map((id) => summaryOf(id, blocks.get(id) ?? []));
};

const summaryOf = (id: number, rows: readonly Row[]): Summary => {
  return {
    id,
    typical: typicalEstimate(together(rows.map(({ estimates }) => unpackEstimates(String(estimates))))),
    sums: sumsOf(rows.map(summedFrom)),
    basis: rows.reduce((sum, { refreshed }) => sum + Number(refreshed), 0),
  };
};

const summedFrom = (row: Row): SummedBlock => ({
  serves: Number(row.serves),
  numbers: CELL_COLUMNS.map((column) => Number(row[column])),
  weeks_items: String(row.weeks_items),
  weeks_points: String(row.weeks_points),
  people: String(row.people),
  components: String(row.components ?? ''),
  teams: String(row.teams ?? ''),
  parents: String(row.parents ?? ''),
  retags: String(row.retags ?? ''),
});

/** How often each estimate occurs in several lists of counts. */
const together = (lists: readonly EstimateCounts[]): EstimateCounts => {
  const counts = new Map<number, number>();
  for (const { estimate, count } of lists.flat()) counts.set(estimate, (counts.get(estimate) ?? 0) + count);
  return [...counts].map(([estimate, count]) => ({ estimate, count }));
};

/**
 * Stores summaries, and when they were made. A newer one stays. One statement for each 400 kB of sums. Until it is stored the project
 * counts as out of date, because its `basis` is too low. Whoever waits for it (`beginCounting`) need not wait any longer.
 */
export const storeSummaries = async (
  projects: readonly Summary[],
  at: { now: number; today: number },
): Promise<void> => {
  for (const some of batchesByBytes(projects, ({ sums }) => Object.values(sums).join(''))) {
    const each = <Value>(valueOf: (project: Summary) => Value) =>
      perProject(sql.ref('id'), some, ({ id }) => id, valueOf);
    const basis = each((project) => project.basis);
    await database
      .updateTable('project')
      .set({
        cells: each(({ sums }) => sums.cells),
        weeks_items: each(({ sums }) => sums.weeks_items),
        weeks_points: each(({ sums }) => sums.weeks_points),
        people: each(({ sums }) => sums.people),
        components: each(({ sums }) => sums.components),
        teams: each(({ sums }) => sums.teams),
        parents: each(({ sums }) => sums.parents),
        retags: each(({ sums }) => sums.retags),
        refreshed_at: at.now,
        refreshed_day: at.today,
        median: each(({ typical }) => typical.median),
        low: each(({ typical }) => typical.low),
        high: each(({ typical }) => typical.high),
        failed_recounts: 0,
        set_aside: null,
        counting_until: 0,
        basis,
      })
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .where('basis', '<=', basis)
      .execute();
  }
};
