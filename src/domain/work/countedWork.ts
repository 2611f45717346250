import { oldestWeek } from '../forecast/alignmentTrend';
import type { Cascade } from '../strategy/cascade';
import { FIRST_DAY } from '../time/day';
import { firstDayOf, lastDayOf, type WeekCell, type Weeks } from '../time/weeks';
import type { Window, WindowDays } from '../time/window';
import type { Cell } from './cell';
import { sizeIn, type Sizing } from './sizing';
import { type AskedRetags, isAsked, isEffort, type RetagCell } from './retags';
import { STANDINGS, standingOf } from './standing';
import { addTally, EMPTY_TALLY, fromThousandths, type Tally } from './tally';
import { RUN } from './workItem';

/**
 * The parts of the work that numbers count. `effort`: in progress, or done in the window; `planned`: to do; `open`: to
 * do or in progress; `all`: to do, in progress or done; `undated`: done on an unknown day; `added` and `finished`:
 * created, or done, in some weeks, as flow and trends count them (`time/weeks.ts`). All are units, but for
 * `unknownParents`: work items of level 0 and above, units or not, whose parent is not stored.
 */
export const COUNTED_PARTS = [
  'effort',
  'planned',
  'doing',
  'done',
  'doneInWindow',
  'open',
  'all',
  'dropped',
  'undated',
  'blocked',
  'unknownParents',
  'added',
  'finished',
] as const;
export type CountedPart = (typeof COUNTED_PARTS)[number];

/** The parts that are counted by week. */
const WEEKLY = { added: 'added', finished: 'done' } as const satisfies Partial<Record<CountedPart, keyof WeekCell>>;
type WeeklyPart = keyof typeof WEEKLY;

export const isWeekly = (part: CountedPart): part is WeeklyPart => part in WEEKLY;

/** The standings that a number may count. `strategic`: all but Run the business, which alignment is a share of. */
export const COUNTED_STANDINGS = [...STANDINGS, 'strategic'] as const;
export type CountedStanding = (typeof COUNTED_STANDINGS)[number];

/** Work on an objective that is neither an active top-level one nor below one: outside the active plan. */
export const OUTSIDE = 'outside';

/** Which objectives' work a number counts. `below`: also that of the objectives below it */
type CountedObjective = { key: string; below: boolean } | typeof OUTSIDE;

/** What a number counts: the units of a part of the work, of one standing or any, of one objective or any. */
export type CountedWork = {
  part: CountedPart;
  standing: CountedStanding | null;
  objective: CountedObjective | null;
  /** in which weeks: of the parts that are counted by week, and of no other */
  weeks: Weeks | null;
  /** only those without an estimate */
  isUnestimated?: boolean | undefined;
  /** only those assigned to the person with this account id: of all effort on an objective, over projects */
  assignee?: string | undefined;
  /**
   * of the project whose page it is, only what is below the issue with this id: of all open work the issue itself and
   * what is below it at any depth, of all unlinked work what linking the issue would align
   */
  below?: string | undefined;
  /** only those that were retagged so: of effort, and of no other part */
  retags?: AskedRetags | undefined;
};

/** Why nothing can be counted so, in words for whoever asked; `null`: it can. */
export const countedProblem = (counted: CountedWork): string | null => {
  const { part, standing, weeks, isUnestimated, retags } = counted;
  if (isWeekly(part) !== (weeks !== null)) return 'weeks are for work that was added or finished, and needed there';
  if (part === 'added' && standing !== null) return 'what was added is counted whatever its standing is now';
  if (part === 'unknownParents' && standing !== null)
    return 'what has an unknown parent is counted whatever its standing';
  if (counted.assignee !== undefined && !isKeptByPerson(counted))
    return 'by person only all effort on an objective is kept';
  if (counted.below !== undefined && !isKeptBelow(counted))
    return 'below an issue all open or all unlinked work is counted';
  if (isUnestimated && (isWeekly(part) || STATES_OF[part].some(isNumber)))
    return 'of this work it is not kept how much has no estimate';
  if (retags !== undefined && part !== 'effort') return 'retags are counted of effort alone';
  return null;
};

/** Whether roll-ups keep by person what a number counts. */
const isKeptByPerson = ({ part, standing, objective, isUnestimated, retags }: CountedWork): boolean =>
  part === 'effort' &&
  standing === null &&
  objective !== null &&
  objective !== OUTSIDE &&
  !isUnestimated &&
  retags === undefined;

/** Whether what a number counts can be found below an issue. */
const isKeptBelow = ({ part, standing, objective, isUnestimated, assignee }: CountedWork): boolean =>
  (isOpenBelow({ part, standing }) || (part === 'all' && standing === 'unlinked')) &&
  objective === null &&
  !isUnestimated &&
  assignee === undefined;

/** Whether what is counted below an issue is all open work, and not what linking it would align. */
export const isOpenBelow = ({ part, standing }: Pick<CountedWork, 'part' | 'standing'>): boolean =>
  part === 'open' && standing === null;

/** What is counted of work that serves the same. */
export const UNIT_STATES = [
  'todo',
  'doing',
  'doneInWindow',
  'done',
  'dropped',
  'undated',
  'blocked',
  'unknownParents',
  'added',
  'finished',
] as const;
export type UnitState = (typeof UNIT_STATES)[number];

/** The states that a part of the work holds. */
const STATES_OF: Record<CountedPart, readonly UnitState[]> = {
  effort: ['doing', 'doneInWindow'],
  planned: ['todo'],
  doing: ['doing'],
  done: ['done'],
  doneInWindow: ['doneInWindow'],
  open: ['todo', 'doing'],
  all: ['todo', 'doing', 'done'],
  dropped: ['dropped'],
  undated: ['undated'],
  blocked: ['blocked'],
  unknownParents: ['unknownParents'],
  added: ['added'],
  finished: ['finished'],
};

/** The parts of unlinked work that a page lists. */
export const UNLINKED_PARTS = ['effort', 'planned', 'all'] as const;
export type UnlinkedPart = (typeof UNLINKED_PARTS)[number];

/** The states of unlinked work. Of all of it those done before the window are left out: nobody links them any more. */
export const unlinkedStates = (part: UnlinkedPart): readonly UnitState[] =>
  part === 'all' ? [...STATES_OF.planned, ...STATES_OF.effort] : STATES_OF[part];

const DONE: ReadonlySet<UnitState> = new Set<UnitState>(['done', 'doneInWindow', 'undated', 'finished']);

/** Which states a number counts of work that serves `serves`; none if it counts nothing of it. */
const countedStates = (counted: CountedWork, cascade: Cascade): ((serves: string | null) => UnitState[]) => {
  const { part, standing, objective } = counted;
  const isOn = onObjective(objective, cascade);
  return (serves) =>
    isOn(serves)
      ? STATES_OF[part].filter((state) => {
          const own = standingOf(serves, DONE.has(state), cascade.statusOf);
          return standing === null || own === standing || (standing === 'strategic' && own !== 'run');
        })
      : [];
};

/** Whether work that serves `serves` is on the objectives that are asked for. */
const onObjective = (asked: CountedObjective | null, cascade: Cascade): ((serves: string | null) => boolean) => {
  if (asked === null) return () => true;
  if (asked === OUTSIDE) return (serves) => serves !== null && serves !== RUN && cascade.activeTop(serves) === null;
  const keys = new Set([asked.key, ...(asked.below ? cascade.subtree(asked.key) : [])]);
  return (serves) => serves !== null && keys.has(serves);
};

/** A project's units that serve the same, as far as a number counts them. `isSized`: more than their number is kept */
export type CountedCell = {
  project: number;
  serves: string | null;
  states: readonly UnitState[];
  tally: Tally;
  isSized: boolean;
};

/** The states of which the roll-ups keep no more than the number. */
const NUMBERS = ['dropped', 'undated', 'blocked', 'unknownParents'] as const satisfies readonly UnitState[];
const isNumber = (state: UnitState): state is (typeof NUMBERS)[number] => NUMBERS.some((one) => one === state);

const tallyOf = (cell: Cell, state: UnitState): Tally => {
  if (state === 'added' || state === 'finished') return EMPTY_TALLY;
  return isNumber(state) ? { items: cell[state], points: 0, unestimated: cell[state] } : cell[state];
};

/** The units of a cell in some states. */
export const tallyIn = (cell: Cell, states: readonly UnitState[]): Tally =>
  states.map((state) => tallyOf(cell, state)).reduce(addTally, EMPTY_TALLY);

/** All units of a tally, or those without an estimate. */
const askedOf = (tally: Tally, { isUnestimated }: CountedWork): Tally =>
  isUnestimated ? { ...tally, items: tally.unestimated, points: 0 } : tally;

/** What a number counts of some cells. */
export const countedInCells = (cells: readonly Cell[], counted: CountedWork, cascade: Cascade): CountedCell[] => {
  const statesOf = countedStates(counted, cascade);
  return cells.flatMap((cell) => {
    const { project, serves } = cell;
    const states = statesOf(serves);
    if (states.length === 0) return [];
    const isSized = counted.assignee === undefined && !states.some(isNumber);
    return [{ project, serves, states, tally: askedOf(tallyIn(cell, states), counted), isSized }];
  });
};

/**
 * The days of some weeks. Weeks that are too old to be told apart on a day begin with everything, as the oldest that is
 * kept does.
 */
export const daysOfWeeks = ({ first, last }: Weeks, asOf: number): Window => ({
  from: first === null || first <= oldestWeek(asOf) ? FIRST_DAY : firstDayOf(first),
  to: lastDayOf(last),
});

/** What a number counts of some weeks. */
export const countedInWeeks = (
  cells: readonly WeekCell[],
  counted: CountedWork,
  cascade: Cascade,
  asOf: number,
): CountedCell[] => {
  const { part, weeks } = counted;
  if (!isWeekly(part) || weeks === null) return [];
  const { from, to } = daysOfWeeks(weeks, asOf);
  const statesOf = countedStates(counted, cascade);
  return cells.flatMap((cell) => {
    const { project, serves, week } = cell;
    const states = statesOf(serves);
    if (states.length === 0 || firstDayOf(week) > to || lastDayOf(week) < from) return [];
    return [{ project, serves, states, tally: cell[WEEKLY[part]], isSized: true }];
  });
};

/** What a number counts of some retags. */
export const countedInRetags = (
  cells: readonly RetagCell[],
  counted: CountedWork,
  cascade: Cascade,
  days: WindowDays,
): CountedCell[] => {
  const { retags } = counted;
  if (retags === undefined) return [];
  const statesOf = countedStates(counted, cascade);
  return cells.flatMap((cell) => {
    const { project, serves, within } = cell;
    const states = statesOf(serves);
    if (!isAsked(cell, retags) || !isEffort(cell, days)) return [];
    if (!states.includes(within === null ? 'doing' : 'doneInWindow')) return [];
    return [{ project, serves, states, tally: askedOf(cell.tally, counted), isSized: true }];
  });
};

/**
 * A number by roll-ups: units, and their size; `null`: it is not kept. Of `NUMBERS`, and of a person's units, only the
 * number is.
 */
export const countedTotal = (cells: readonly CountedCell[], sizing: Sizing): { units: number; size: number | null } => {
  let [units, size] = [0, 0];
  for (const { project, tally } of cells) {
    units += tally.items;
    size += sizeIn(sizing, project, tally);
  }
  const isKept = sizing.measure === 'items' || cells.every(({ isSized }) => isSized);
  return { units, size: isKept ? fromThousandths(size) : null };
};
