import { sql } from 'kysely';
import { gatheredBy } from '../../domain/gatheredBy';
import { type EstimateCounts, type TypicalEstimate, typicalEstimate } from '../../domain/work/estimate';
import { batchesByBytes, STATEMENT_BYTES } from '../sql/batchesByBytes';
import { columnsOf } from '../sql/columnsOf';
import { database } from '../sql/database';
import { perId } from '../sql/perId';
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

const TEXTS = ['weeks_items', 'weeks_points', 'people', 'estimates', 'components', 'teams', 'retags'] as const;
/** The texts of a row in the order in which they are stored. */
const STORED_TEXTS = [
  'cells',
  'weeks_items',
  'weeks_points',
  'people',
  'components',
  'teams',
  'retags',
] as const satisfies readonly (keyof ProjectSums)[];

/** What a block weighs beside its texts. */
const ROW_BYTES = 350;

/** Adds the blocks of projects up. One statement, or two and one for each 2 MB of their texts. */
export const projectSummaries = async (projects: readonly number[]): Promise<Summary[]> =>
  summariesOf(projects, await figuresOfBlocks(projects));

/** The figures of the blocks of projects, without some of these blocks. One statement, or two and one for each 2 MB of their texts. */
export const figuresOfBlocks = async (projects: readonly number[], without: readonly number[] = []): Promise<Row[]> => {
  if (projects.length === 0) return [];
  const whole = ['id', 'project', 'serves', 'refreshed', ...CELL_COLUMNS];
  // One of them is read too, because where nothing is found it takes a second statement to know that it was not too much.
  const [read, ...unread] = without;
  const rows = await selectAllByBytes({
    columns: columnsOf('b', [...whole, ...TEXTS]),
    whole,
    from: sql`block b`,
    where: sql`b.project IN (${sql.join(projects)})${unread.length === 0 ? sql`` : sql` AND b.id NOT IN (${sql.join(unread)})`}`,
    keys: ['id'],
    index: { table: 'b', name: 'block_by_project' },
    texts: TEXTS,
    rowBytes: ROW_BYTES,
  });
  return rows.filter(({ id }) => Number(id) !== read);
};

/** The summaries of projects, of the figures of all their blocks. */
export const summariesOf = (projects: readonly number[], rows: readonly Row[]): Summary[] => {
  // In order, so that equal sums are equal texts, whichever blocks were read first.
  const inOrder = rows.toSorted((a, b) => Number(a.id) - Number(b.id));
  const blocks = gatheredBy(inOrder, (row) => Number(row.project));
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
  retags: String(row.retags ?? ''),
});

/** How often each estimate occurs in several lists of counts. */
const together = (lists: readonly EstimateCounts[]): EstimateCounts => {
  const counts = new Map<number, number>();
  for (const { estimate, count } of lists.flat()) counts.set(estimate, (counts.get(estimate) ?? 0) + count);
  return [...counts].map(([estimate, count]) => ({ estimate, count }));
};

/** How much of sums is stored at once. A test sets less, so that the rows of a small site are stored in parts. */
export const STORED_AT_ONCE = { bytes: STATEMENT_BYTES };

/** When sums were made: the instant, and the day of their figures. */
type Made = { now: number; today: number };

/**
 * Stores summaries, and when they were made. A newer one stays. One statement for each 400 kB of sums, or one for each text of a row that
 * is heavier. Until it is stored the project counts as out of date, because its `basis` is too low. Whoever waits for it (`beginCounting`)
 * need not wait any longer.
 */
export const storeSummaries = async (projects: readonly Summary[], at: Made): Promise<void> => {
  const isHeavy = (project: Summary): boolean => Buffer.byteLength(textOf(project)) > STORED_AT_ONCE.bytes;
  const light = projects.filter((project) => !isHeavy(project));
  for (const some of batchesByBytes(light, textOf)) await storeAtOnce(some, at);
  for (const project of projects.filter(isHeavy)) await storeInParts(project, at);
};

const textOf = ({ sums }: Summary): string => Object.values(sums).join('');

const storeAtOnce = async (some: readonly Summary[], at: Made): Promise<void> => {
  await database
    .updateTable('project')
    .set({
      ...Object.fromEntries(STORED_TEXTS.map((text) => [text, each(some, ({ sums }) => sums[text])])),
      ...countedColumns(some, at),
    })
    .where(
      'id',
      'in',
      some.map(({ id }) => id),
    )
    .where(holdsNothingNewer(some, at))
    .execute();
};

/**
 * Stores the texts one by one, the versions that they are the sum of last. Meanwhile `basis` is below 0 and says what is being stored. So
 * the project is out of date if a crash comes between, and of two functions that store it at once the one with the older sums writes no
 * more.
 */
const storeInParts = async (project: Summary, at: Made): Promise<void> => {
  const [first, last] = [STORED_TEXTS.at(0), STORED_TEXTS.at(-1)];
  const basis = basisOfPart(project, at);
  for (const text of STORED_TEXTS)
    await database
      .updateTable('project')
      .set({ [text]: project.sums[text], ...(text === last ? countedColumns([project], at) : { basis }) })
      .where('id', '=', project.id)
      .where(text === first ? holdsNothingNewer([project], at) : sql<boolean>`basis = ${basis}`)
      .execute();
};

/** What says that the texts of a row are counted. */
const countedColumns = (some: readonly Summary[], { now, today }: Made) => ({
  refreshed_at: now,
  refreshed_day: today,
  median: each(some, ({ typical }) => typical.median),
  low: each(some, ({ typical }) => typical.low),
  high: each(some, ({ typical }) => typical.high),
  failed_recounts: 0,
  set_aside: null,
  counting_until: 0,
  basis: each(some, ({ basis }) => basis),
});

/** More than there are days. */
const DAYS = 100_000;

/** The basis of a row that is being stored in parts: the lower, the newer the versions, and of the same versions the day. */
const basisOfPart = ({ basis }: Summary, { today }: Made): number => -(basis * DAYS + today + 1);

/** Whether a row neither holds newer sums nor is being given newer ones. */
const holdsNothingNewer = (some: readonly Summary[], at: Made) =>
  sql<boolean>`(basis <= ${each(some, ({ basis }) => basis)} AND basis >= ${each(some, (one) => basisOfPart(one, at))})`;

const each = <Value>(some: readonly Summary[], valueOf: (project: Summary) => Value) =>
  perId(sql.ref('id'), some, ({ id }) => id, valueOf);
