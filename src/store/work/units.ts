import { type RawBuilder, sql } from 'kysely';
import { NO_PART, OTHER_PARTS, type FunctionPartKind } from '../../domain/work/blockFigures';
import { UNIT_STATES, type UnitState } from '../../domain/work/countedWork';
import type { AskedRetags } from '../../domain/work/retags';
import type { Window } from '../../domain/time/window';
import type { Facet } from '../../domain/work/workItem';
import { outcomeId } from './outcomes';

const DONE = sql.lit(outcomeId('done'));
const DROPPED = sql.lit(outcomeId('dropped'));

/** SQL condition: work item `w` is to do at the end of a day. What ended later counts so. */
const isTodo = (day: number | RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`(w.outcome = ${sql.lit(outcomeId('todo'))} OR (w.outcome IN (${DONE}, ${DROPPED}) AND w.ended > ${day}))`;

/** SQL condition: work item `w` is in progress. */
const isDoing = sql`w.outcome = ${sql.lit(outcomeId('doing'))}`;

/** SQL condition: work item `w` is done at the end of a day. */
const isDone = (day: number): RawBuilder<unknown> =>
  sql`(w.outcome = ${DONE} AND (w.ended IS NULL OR w.ended <= ${day}))`;

/** The day on which a done work item `w` counts as done by week: without one, or with one before it, when it was created. */
const finished = sql`CASE WHEN w.ended > w.created THEN w.ended ELSE w.created END`;

/** `days`: of the weeks that are asked for */
type Days = { window: Window; days: Window };

/** The states that are of units only. */
type OwnState = Exclude<UnitState, 'unknownParents'>;

const inStateOf: Record<OwnState, (asked: Days) => RawBuilder<unknown>> = {
  todo: ({ window: { to } }) => isTodo(to),
  doing: () => isDoing,
  doneInWindow: ({ window: { from, to } }) => sql`w.outcome = ${DONE} AND w.ended >= ${from} AND w.ended <= ${to}`,
  done: ({ window: { to } }) => isDone(to),
  dropped: ({ window: { to } }) => sql`w.outcome = ${DROPPED} AND (w.ended IS NULL OR w.ended <= ${to})`,
  undated: () => sql`w.outcome = ${DONE} AND w.ended IS NULL`,
  blocked: ({ window: { to } }) => sql`w.blocked = 1 AND (${isDoing} OR ${isTodo(to)})`,
  added: ({ window: { to }, days }) =>
    sql`w.created >= ${days.from} AND w.created <= ${days.to} AND (${isDoing} OR ${isTodo(to)} OR ${isDone(to)})`,
  finished: ({ window: { to }, days }) =>
    sql`${isDone(to)} AND ${finished} >= ${days.from} AND ${finished} <= ${days.to}`,
};

const OWN_STATES = UNIT_STATES.filter((state) => state !== 'unknownParents');

/** SQL: 1 if something is asked for, else 0. Compared with 1, it leaves a part of a condition in or out, under one text. */
export const oneIf = (isAsked: boolean): number => (isAsked ? 1 : 0);

/**
 * SQL condition: work item `w` is a unit in one of some states at the end of a window; or, where that is asked for, one
 * whose parent is not stored, unit or not. All states stand in its text, whichever are asked for, so that all lists of
 * units are statements of the same few shapes, which are planned alike.
 * @param days of the weeks in which they were added or finished, for these states
 */
export const isCountedIn = (states: readonly UnitState[], window: Window, days = window): RawBuilder<unknown> => {
  const inState = OWN_STATES.map(
    (state) => sql`(${oneIf(states.includes(state))} = 1 AND ${inStateOf[state]({ window, days })})`,
  );
  return sql`w.created <= ${window.to} AND ((w.unit = 1 AND (${sql.join(inState, sql` OR `)}))
    OR (${oneIf(states.includes('unknownParents'))} = 1 AND w.orphan = 1 AND w.level >= 0))`;
};

const NO_DAYS: Window = { from: 1, to: 0 };

/** SQL condition: work item `w` was retagged so. `null`: or not at all. The rule is the domain's `isLate`. */
export const isRetagged = (retags: AskedRetags | null): RawBuilder<unknown> => {
  const { from, to } = retags === null || retags === 'late' ? NO_DAYS : retags;
  return sql`(${oneIf(retags === null)} = 1 OR (w.retagged >= ${from} AND w.retagged <= ${to})
    OR (${oneIf(retags === 'late')} = 1 AND w.outcome = ${DONE} AND w.retagged > w.ended))`;
};

/** SQL condition: work item `w` has some facets. They are stored between spaces, so `c1` does not match `c12`. */
export const hasFacets = (facets: readonly Facet[]): RawBuilder<unknown> =>
  facets.length === 0
    ? sql`1 = 1`
    : sql.join(
        facets.map((facet) => sql`w.facets LIKE ${`% ${facet} %`}`),
        sql` AND `,
      );

/** Components or teams, by stored number: those of a list, or all others. */
export type HeldParts = { kind: FunctionPartKind; numbers: readonly number[]; isIn: boolean };

/** SQL condition: work item `w` counts for one of these components or teams. `null`: for any */
export const isOfParts = (parts: HeldParts | null): RawBuilder<unknown> => {
  if (parts === null) return sql`1 = 1`;
  const { kind, numbers, isIn } = parts;
  // No part has this number, but a list may not be empty.
  const list = sql.join([OTHER_PARTS, ...numbers]);
  return sql`(COALESCE(CASE WHEN ${kind} = 'team' THEN w.team ELSE w.component END, ${sql.lit(NO_PART)}) IN (${list})) = ${isIn ? 1 : 0}`;
};
