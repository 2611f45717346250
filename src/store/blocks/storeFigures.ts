import { sql } from 'kysely';
import type { BlockFigures } from '../../domain/work/blockFigures';
import { batches } from '../../domain/batches';
import { CELL_COLUMNS, columnsFrom } from './cellColumns';
import { database } from '../sql/database';
import type { BlockTable } from '../sql/schema';
import { allNewerWin } from '../sql/newerWins';
import type { OutdatedBlock } from './outdated';
import { effortNumber, packEstimates, packPeople, packPersonUnits, packWeekItems, packWeekPoints } from './packed';
import { partKindId } from './parts';

/** A block with its figures. */
export type CountedBlock = { block: OutdatedBlock; figures: BlockFigures };

/** Well below the limits of a statement: 1 MiB on Forge, and parameters. */
const BLOCKS_A_STATEMENT = 50;
const PARTS_A_STATEMENT = 500;

const FIGURES = [
  'items',
  'due',
  ...CELL_COLUMNS,
  'weeks_items',
  'weeks_points',
  'people',
  'person_units',
  'estimates',
] as const satisfies readonly (keyof BlockTable)[];

/**
 * Upserts the figures of blocks as of a day. Figures of a newer version, or of a later day of one version, stay. A statement for each
 * 50 blocks and each 500 parts. Parts come first: those of a version count as soon as the block says that it was counted.
 */
export const storeFigures = async (counted: readonly CountedBlock[], day: number): Promise<void> => {
  await storeParts(counted);
  for (const batch of batches(counted, BLOCKS_A_STATEMENT)) {
    const columns = ['id', 'project', 'serves', 'version', ...FIGURES, 'refreshed', 'day'] as const;
    const rows = batch.map(({ block, figures }) => {
      const { serves } = block;
      const weeks = [{ serves, weeks: figures.weeks }];
      const values: Record<(typeof columns)[number], number | string | null> = {
        id: block.id,
        project: block.project,
        serves,
        version: block.version,
        items: figures.items,
        due: figures.due,
        ...columnsFrom(figures.whole),
        weeks_items: packWeekItems(weeks),
        weeks_points: packWeekPoints(weeks),
        people: packPeople([{ serves, efforts: figures.people.map(effortNumber) }]),
        person_units: packPersonUnits(figures.people),
        estimates: packEstimates(figures.estimates),
        refreshed: block.version,
        day,
      };
      return sql`(${sql.join(columns.map((column) => values[column]))})`;
    });
    const kept = (column: string) =>
      sql`${sql.ref(column)} = CASE WHEN ${IS_NEWER} THEN VALUES(${sql.ref(column)}) ELSE ${sql.ref(`block.${column}`)} END`;
    // The two compared columns come last, because MySQL assigns from left to right.
    await sql`
      INSERT INTO block (${sql.join(columns.map((column) => sql.ref(column)))}) VALUES ${sql.join(rows)}
      ON DUPLICATE KEY UPDATE ${sql.join([...FIGURES, 'day', 'refreshed'].map(kept))}`.execute(database);
  }
};

const IS_NEWER = sql`(VALUES(refreshed) > block.refreshed OR (VALUES(refreshed) = block.refreshed AND VALUES(day) >= block.day))`;

const storeParts = async (counted: readonly CountedBlock[]): Promise<void> => {
  const columns = ['kind', 'project', 'serves', 'part', 'block', ...CELL_COLUMNS, 'version'] as const;
  const rows = counted.flatMap(({ block, figures }) =>
    figures.parts.map(({ kind, part, sums }) => {
      const values: Record<(typeof columns)[number], number> = {
        kind: partKindId(kind),
        project: block.project,
        serves: block.serves,
        part,
        block: block.id,
        ...columnsFrom(sums),
        version: block.version,
      };
      return sql`(${sql.join(columns.map((column) => values[column]))})`;
    }),
  );
  for (const batch of batches(rows, PARTS_A_STATEMENT)) {
    await sql`
      INSERT INTO block_part (${sql.join(columns.map((column) => sql.ref(column)))}) VALUES ${sql.join(batch)}
      ON DUPLICATE KEY UPDATE ${allNewerWin('block_part', 'version', CELL_COLUMNS)}`.execute(database);
  }
};

/**
 * Deletes parts that their block no longer has, so that the table does not grow for ever. One statement. A slower count may write such a
 * row again; it does not count, because its version is older than the block's.
 */
export const forgetOldParts = async (): Promise<void> => {
  await sql`
    DELETE FROM block_part WHERE version < (SELECT b.refreshed FROM block b WHERE b.id = block_part.block)`.execute(
    database,
  );
};
