import type { Cascade } from '../strategy/cascade';
import type { Cell } from './cell';
import { sizeIn, type Sizing } from './sizing';
import { type Standing, standingOf } from './standing';
import { addTally, EMPTY_TALLY, fromThousandths, type Tally } from './tally';

/**
 * The parts of the work that numbers count. `effort`: in progress, or done in the window; `planned`: to do; `all`: to
 * do, in progress or done; `undated`: done on an unknown day.
 */
export const COUNTED_PARTS = ['effort', 'planned', 'doing', 'done', 'all', 'dropped', 'undated', 'blocked'] as const;
export type CountedPart = (typeof COUNTED_PARTS)[number];

/** What a number counts: the units of a part of the work, of one standing or any, of one objective or any. */
export type CountedWork = {
  part: CountedPart;
  standing: Standing | null;
  /** `below`: also those of the objectives below it */
  objective: { key: string; below: boolean } | null;
};

/** What is counted of units that serve the same. */
export const UNIT_STATES = ['todo', 'doing', 'doneInWindow', 'done', 'dropped', 'undated', 'blocked'] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/** The states that a part of the work holds. */
export const STATES_OF: Record<CountedPart, readonly UnitState[]> = {
  effort: ['doing', 'doneInWindow'],
  planned: ['todo'],
  doing: ['doing'],
  done: ['done'],
  all: ['todo', 'doing', 'done'],
  dropped: ['dropped'],
  undated: ['undated'],
  blocked: ['blocked'],
};

const isDone = (state: UnitState): boolean => state === 'done' || state === 'doneInWindow' || state === 'undated';

/** Which states a number counts of work that serves `serves`; none if it counts nothing of it. */
export const countedStates = (counted: CountedWork, cascade: Cascade): ((serves: string | null) => UnitState[]) => {
  const { part, standing, objective } = counted;
  const keys = objective && new Set([objective.key, ...(objective.below ? cascade.subtree(objective.key) : [])]);
  return (serves) => {
    if (keys && (serves === null || !keys.has(serves))) return [];
    return STATES_OF[part].filter(
      (state) => standing === null || standingOf(serves, isDone(state), cascade.statusOf) === standing,
    );
  };
};

/** Units of which the roll-ups keep no more than the number. */
const isNumber = (state: UnitState): state is 'dropped' | 'undated' | 'blocked' =>
  state === 'dropped' || state === 'undated' || state === 'blocked';

const tallyOf = (cell: Cell, state: UnitState): Tally =>
  isNumber(state) ? { items: cell[state], points: 0, unestimated: cell[state] } : cell[state];

/**
 * A number by roll-ups: units, and their size; `null`: it is not kept. Of dropped, undated and blocked units only the
 * number is.
 */
export const countedTotal = (
  cells: readonly Cell[],
  states: (serves: string | null) => readonly UnitState[],
  sizing: Sizing,
): { units: number; size: number | null } => {
  let [units, size, isKept] = [0, 0, true];
  for (const cell of cells) {
    const own = states(cell.serves);
    isKept &&= !own.some(isNumber);
    const tally = own.map((state) => tallyOf(cell, state)).reduce(addTally, EMPTY_TALLY);
    units += tally.items;
    size += sizeIn(sizing, cell.project, tally);
  }
  return { units, size: isKept || sizing.measure === 'items' ? fromThousandths(size) : null };
};
