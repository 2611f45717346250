import { sql } from 'kysely';
import { type BlockFigures, PART_KINDS, type PartKind } from '../../domain/work/blockFigures';
import { CELL_COLUMNS, columnsFrom, numbersFrom } from './cellColumns';
import { batchesByBytes } from '../sql/batchesByBytes';
import { database } from '../sql/database';
import type { BlockTable } from '../sql/schema';
import { NOTHING_ID } from '../sql/storedNumbers';
import { effortNumber } from './effortNumbers';
import type { OutdatedBlock } from './outdated';
import { packEstimates, packParts, packPeople, packPersonUnits, packWeekItems, packWeekPoints } from './packed';
import { packRetags } from './packedRetags';

/** A block with its figures. */
export type CountedBlock = { block: OutdatedBlock; figures: BlockFigures };

const FIGURES = [
  'items',
  'due',
  ...CELL_COLUMNS,
  'weeks_items',
  'weeks_points',
  'people',
  'person_units',
  'estimates',
  'components',
  'teams',
  'parents',
  'retags',
] as const satisfies readonly (keyof BlockTable)[];

/** The kinds of parts that are kept of work. What has an objective needs no parent to get one from. */
export const partKindsOf = (serves: number): readonly PartKind[] =>
  PART_KINDS.filter((kind) => kind !== 'parent' || serves === NOTHING_ID);

/**
 * Upserts the figures of blocks as of a day. Figures of a newer version, or of a later day of one version, stay. One
 * statement for each 400 kB.
 * @returns the rows that were given to be stored
 */
export const storeFigures = async (counted: readonly CountedBlock[], day: number): Promise<BlockRow[]> => {
  const rows = counted.map((one) => rowOf(one, day));
  for (const batch of batchesByBytes(rows, (row) => COLUMNS.map((column) => row[column]).join())) {
    const kept = (column: string) =>
      sql`${sql.ref(column)} = CASE WHEN ${IS_NEWER} THEN VALUES(${sql.ref(column)}) ELSE ${sql.ref(`block.${column}`)} END`;
    const values = batch.map((row) => sql`(${sql.join(COLUMNS.map((column) => row[column]))})`);
    // The two compared columns come last, because MySQL assigns from left to right.
    await sql`
      INSERT INTO block (${sql.join(COLUMNS.map((column) => sql.ref(column)))}) VALUES ${sql.join(values)}
      ON DUPLICATE KEY UPDATE ${sql.join([...FIGURES, 'day', 'refreshed'].map(kept))}`.execute(database);
  }
  return rows;
};

const COLUMNS = ['id', 'project', 'serves', 'version', ...FIGURES, 'refreshed', 'day'] as const;

type BlockRow = Record<(typeof COLUMNS)[number], number | string | null>;

const rowOf = ({ block, figures }: CountedBlock, day: number): BlockRow => {
  const { id, project, serves, version } = block;
  const weeks = [{ serves, weeks: figures.weeks }];
  return {
    id,
    project,
    serves,
    version,
    items: figures.items,
    due: figures.due,
    ...columnsFrom(figures.whole),
    weeks_items: packWeekItems(weeks),
    weeks_points: packWeekPoints(weeks),
    people: packPeople([{ serves, efforts: figures.people.map(effortNumber) }]),
    person_units: packPersonUnits(figures.people),
    estimates: packEstimates(figures.estimates),
    components: partsText('component', block, figures),
    teams: partsText('team', block, figures),
    parents: partsText('parent', block, figures),
    retags: packRetags([{ serves, retags: figures.retags }]),
    refreshed: version,
    day,
  };
};

const partsText = (kind: PartKind, { serves }: OutdatedBlock, { parts }: BlockFigures): string =>
  packParts(
    parts.filter((one) => one.kind === kind).map(({ part, sums }) => ({ serves, part, numbers: numbersFrom(sums) })),
  );

const IS_NEWER = sql`(VALUES(refreshed) > block.refreshed OR (VALUES(refreshed) = block.refreshed AND VALUES(day) >= block.day))`;
