import { type RawBuilder, sql } from 'kysely';
import type { Window } from '../../domain/time/window';
import type { Facet } from '../../domain/work/workItem';
import { outcomeId } from './outcomes';

const DONE = sql.lit(outcomeId('done'));
const DROPPED = sql.lit(outcomeId('dropped'));

/** SQL condition: work item `w` is to do at the end of a day. What ended later counts so. */
export const isTodo = (day: number | RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(w.outcome = ${sql.lit(outcomeId('todo'))} OR (w.outcome IN (${DONE}, ${DROPPED}) AND w.ended > ${day}))`;

/** SQL condition: work item `w` is in progress. */
export const isDoing = sql`w.outcome = ${sql.lit(outcomeId('doing'))}`;

/** SQL condition: work item `w` is over by the end of a day, or on an unknown one. */
export const isOver = (outcome: 'done' | 'dropped', day: number): RawBuilder<unknown> =>
  sql`(w.outcome = ${sql.lit(outcomeId(outcome))} AND (w.ended IS NULL OR w.ended <= ${day}))`;

/** SQL condition: work item `w` was done inside a window. */
export const isDoneIn = ({ from, to }: Window): RawBuilder<unknown> =>
  sql`(w.outcome = ${DONE} AND w.ended >= ${from} AND w.ended <= ${to})`;

/** SQL condition: work item `w` has a facet. Facets are stored between spaces, so `c1` does not match `c12`. */
export const hasFacet = (facet: Facet): RawBuilder<unknown> => sql`w.facets LIKE ${`% ${facet} %`}`;
