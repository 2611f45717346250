import { type RawBuilder, sql } from 'kysely';
import type { Window } from '../../domain/time/window';
import type { Facet } from '../../domain/work/workItem';
import { outcomeId } from './outcomes';

const DONE = sql.lit(outcomeId('done'));
const DROPPED = sql.lit(outcomeId('dropped'));

/** Whether a work item `w` is still to do at the end of a day: what ends later counts so until then. */
export const isTodo = (day: number | RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(w.outcome = ${sql.lit(outcomeId('todo'))} OR (w.outcome IN (${DONE}, ${DROPPED}) AND w.ended > ${day}))`;

/** Whether it is in progress. */
export const isDoing = sql`w.outcome = ${sql.lit(outcomeId('doing'))}`;

/** Whether it was done inside a window. */
export const isDoneIn = ({ from, to }: Window): RawBuilder<unknown> =>
  sql`(w.outcome = ${DONE} AND w.ended >= ${from} AND w.ended <= ${to})`;

/** Facets stand between spaces, so that `c1` does not match `c12`. */
export const hasFacet = (facet: Facet): RawBuilder<unknown> => sql`w.facets LIKE ${`% ${facet} %`}`;
