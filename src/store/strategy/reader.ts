import { type RawBuilder, sql } from 'kysely';

/** Who reads what people wrote of objectives. */
export type Reader = { account: string; mayEdit: boolean };

/**
 * SQL condition: a reader sees the drafts of the objective `o`, whose owner's account is `w`: `seesDraftsOf` in
 * `src/insight/portfolio/visibleObjective.ts`.
 */
const seesDrafts = ({ account, mayEdit }: Reader): RawBuilder<unknown> =>
  mayEdit ? sql`1 = 1` : sql`w.account_id = ${account}`;

/** SQL condition: a reader sees the check-in `c` on it. One that was written of a draft stays with the readers of drafts. */
export const seesCheckIn = (reader: Reader): RawBuilder<unknown> =>
  sql`(${seesDrafts(reader)} OR (o.status <> 'draft' AND c.of_draft = 0))`;

/**
 * SQL condition: a reader sees something of its change `e`. Others than readers of drafts see what `publicPartOf` in
 * `src/domain/strategy/drafts.ts` leaves; while it is a draft, only that it became one.
 */
export const seesChange = (reader: Reader): RawBuilder<unknown> => sql`(${seesDrafts(reader)}
  OR (e.status_after <> 'draft' AND (o.status <> 'draft' OR e.status_before = 'draft'))
  OR (e.status_after = 'draft' AND e.status_before <> 'draft'))`;
