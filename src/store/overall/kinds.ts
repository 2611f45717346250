import { type RawBuilder, sql } from 'kysely';
import { type Assumption, ASSUMPTIONS } from '../../domain/tally';
import { valueRows } from '../valueRows';

/**
 * What is added up of the work that serves an objective: its units by outcome, their size with unestimated units taken for each of
 * three typical estimates; and the units dropped and unestimated.
 */
export const SIZED_OUTCOMES = ['todo', 'doing', 'done'] as const;
export type SizedKind = `${(typeof SIZED_OUTCOMES)[number]}_${Assumption}`;
const SIZED_KINDS: readonly SizedKind[] = SIZED_OUTCOMES.flatMap((outcome) =>
  ASSUMPTIONS.map((assumption) => `${outcome}_${assumption}` as const),
);
export const WORK_KINDS = [...SIZED_KINDS, 'dropped', 'unestimated'] as const;
export type WorkKind = (typeof WORK_KINDS)[number];
/**
 * What is added up over all projects, by the number that stands for it. Append only, and so is what it is made of: the numbers are
 * stored, and tests/store/frozen holds them.
 */
export const OVERALL_KINDS = ['added', 'done', 'people', 'alignedPeople', ...WORK_KINDS] as const;
export type OverallKind = (typeof OVERALL_KINDS)[number];

const numberOf = (kind: OverallKind): number => OVERALL_KINDS.indexOf(kind);

export const kindId = (kind: OverallKind): RawBuilder<unknown> => sql.lit(numberOf(kind));

/** A condition on rows of sums. */
export const isOneOf = (...kinds: OverallKind[]): RawBuilder<unknown> => sql`kind IN (${sql.join(kinds.map(kindId))})`;

/** SELECT of some kinds, for a CROSS JOIN that makes a row of each. */
export const kindRows = (...kinds: OverallKind[]): RawBuilder<unknown> => valueRows('kind', kinds.map(numberOf));

/** An expression of the number that each of some kinds has, in a row with its `kind`. */
export const byKind = <Kind extends OverallKind>(
  kinds: readonly Kind[],
  numberIn: (kind: Kind) => RawBuilder<unknown>,
): RawBuilder<unknown> =>
  sql`CASE kinds.kind ${sql.join(
    kinds.map((kind) => sql`WHEN ${kindId(kind)} THEN ${numberIn(kind)}`),
    sql` `,
  )} END`;
