import { type RawBuilder, sql } from 'kysely';
import type { Standing } from '../domain/standing';
import { NOTHING_ID, RUN_ID } from './schema';

/**
 * The domain's `standingOf` in SQL, of a roll-up's rows `r`. The few objectives are looked up once: joined to every row they took most
 * of the time.
 */
const servesOneThat = (is: RawBuilder<unknown>) => sql`r.serves IN (SELECT id FROM objective WHERE ${is})`;

/** Whether it says "aligned" of the open work of a row. */
export const IS_ALIGNED_OPEN = servesOneThat(sql`status = 'active'`);
/** Whether it says so of its done work. */
export const IS_ALIGNED_DONE = servesOneThat(sql`status <> 'unknown'`);

const standing = (is: Standing) => sql.lit(is);

/** What it says of the done work of a row. */
export const DONE_STANDING = sql<Standing>`CASE
  WHEN r.serves = ${sql.lit(NOTHING_ID)} THEN ${standing('unlinked')}
  WHEN r.serves = ${sql.lit(RUN_ID)} THEN ${standing('run')}
  WHEN ${IS_ALIGNED_DONE} THEN ${standing('aligned')} ELSE ${standing('stale')} END`;
