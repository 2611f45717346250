import { sql } from 'kysely';
import type { Cell } from '../../domain/work/cell';
import type { Coverage } from '../../domain/work/coverage';
import type { TypicalEstimate } from '../../domain/work/estimate';
import type { Measure } from '../../domain/work/tally';
import type { WindowDays } from '../../domain/time/window';
import { columnsOf } from '../sql/columnsOf';
import { selectAllByBytes } from '../sql/selectAllByBytes';
import { type ServedKey, servedKeys } from '../strategy/servedKeys';
import { cellReader } from './cellColumns';
import { unpackCells } from './packed';
import type { ProjectSums } from './sums';

/** A project's sums. A text is `''` if it was not asked for, or nothing was counted yet. */
export type ReadSums = { project: number; typical: TypicalEstimate } & ProjectSums;

/** What a row weighs beside its texts. */
const ROW_BYTES = 200;

/** The texts that a project's page shows. */
export const projectTexts = (measure: Measure): (keyof ProjectSums)[] => [
  'cells',
  'weeks_items',
  ...(measure === 'points' ? (['weeks_points'] as const) : []),
  'retags',
];

/** The texts that the portfolio shows: who works on what, too. */
export const portfolioTexts = (measure: Measure): (keyof ProjectSums)[] => [...projectTexts(measure), 'people'];

/** The sums of these projects, or of all, a row each. One statement or two and one for each 2 MB. */
export const readSums = async (
  texts: readonly (keyof ProjectSums)[],
  projects?: readonly number[],
): Promise<ReadSums[]> => {
  if (projects?.length === 0) return [];
  const rows = await selectAllByBytes({
    columns: columnsOf('p', ['id', 'median', 'low', 'high', ...texts]),
    from: sql`project p`,
    where: projects === undefined ? sql`p.cells IS NOT NULL` : sql`p.id IN (${sql.join(projects)})`,
    keys: ['id'],
    texts,
    rowBytes: ROW_BYTES,
  });
  return rows.map((row) => ({
    project: Number(row.id),
    typical: { median: Number(row.median), low: Number(row.low), high: Number(row.high) },
    cells: String(row.cells ?? ''),
    weeks_items: String(row.weeks_items ?? ''),
    weeks_points: String(row.weeks_points ?? ''),
    people: String(row.people ?? ''),
    components: String(row.components ?? ''),
    teams: String(row.teams ?? ''),
    retags: String(row.retags ?? ''),
  }));
};

/** The sums of the projects that a viewer's numbers cover. One statement or two and one for each 2 MB. */
export const coveredSums = async (
  texts: readonly (keyof ProjectSums)[],
  { covers, covered }: Coverage,
): Promise<ReadSums[]> => {
  const sums = await readSums(texts, covers === 'all' ? undefined : [...covered]);
  return sums.filter(({ project }) => covered.has(project));
};

/** The cells in some sums, for a window. */
export const cellsIn = (sums: readonly ReadSums[], days: WindowDays, servedKey: ServedKey): Cell[] => {
  const cellOf = cellReader(days);
  return sums.flatMap(({ project, cells }) =>
    unpackCells(cells).map(({ serves, numbers }) => cellOf(project, servedKey(serves), numbers)),
  );
};

/** The cells of a project. Two statements. */
export const projectCells = (project: number, days: WindowDays): Promise<Cell[]> => readCells(days, project);

/** The cells of all projects. Two statements, or three and one for each 2 MB. */
export const portfolioCells = (days: WindowDays): Promise<Cell[]> => readCells(days);

const readCells = async (days: WindowDays, project?: number): Promise<Cell[]> => {
  const projects = project === undefined ? undefined : [project];
  const [sums, servedKey] = await Promise.all([readSums(['cells'], projects), servedKeys()]);
  return cellsIn(sums, days, servedKey);
};
