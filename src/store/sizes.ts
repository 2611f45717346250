import { type RawBuilder, sql } from 'kysely';
import type { Assumption, Measure } from '../domain/tally';

/**
 * The domain's `sizeOf` in SQL: the size, in thousandths, of a tally of a roll-up's row `r`, its unestimated units taken for the
 * typical estimate of their project `p`.
 */
export const tallySize = (name: string, measure: Measure, assumption: Assumption = 'median'): RawBuilder<unknown> =>
  measure === 'items'
    ? sql`${sql.ref(`r.${name}_items`)} * 1000`
    : sql`(${sql.ref(`r.${name}_points`)} + ${sql.ref(`r.${name}_unestimated`)} * ${sql.ref(`p.${assumption}`)})`;
