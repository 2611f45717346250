import { rewind } from '../../../src/domain/reference/rewind';
import type { Cell } from '../../../src/domain/work/cell';
import { rollUp } from '../../../src/domain/reference/rollUp';
import { type ServedUnit, servedUnits as unitsServed } from '../../../src/domain/reference/servedUnits';
import { addTally, EMPTY_TALLY, tallyOf } from '../../../src/domain/work/tally';
import { type WeekCell, weekOf } from '../../../src/domain/time/weeks';
import { inWindow, type Window } from '../../../src/domain/time/window';
import type { SyncedItem, WorkItem } from '../../../src/domain/work/workItem';
import type { FunctionCell } from '../../../src/store/blocks/parts';
import { WEEKS_KEPT } from '../../../src/domain/forecast/alignmentTrend';
import type { Assignment } from '../../domain/scores/countPeople';

/** What the counting rules need of an item, and its functions. */
export type CutItem = WorkItem & Pick<SyncedItem, 'component' | 'team'>;

/** Effort units of a project that are assigned to a person, serve the same and are alike done or not. */
export type PersonEffort = Assignment & { project: number; units: number };

/** All that is rolled up, as of a window's last day. */
export type Rollups = {
  cells: Cell[];
  components: FunctionCell[];
  teams: FunctionCell[];
  people: PersonEffort[];
  weeks: WeekCell[];
};

/** The roll-ups as the counting rules make them from the items themselves. */
export const plainRollups = (items: readonly CutItem[], window: Window): Rollups => ({
  cells: rollUp(items, window),
  components: plainFunctionCells(items, 'component', window),
  teams: plainFunctionCells(items, 'team', window),
  people: plainPeople(items, window),
  weeks: plainWeeks(items, window.to, weekOf(window.to) - WEEKS_KEPT),
});

/** Each part of a project is rolled up as if it were a project of its own. */
const plainFunctionCells = (items: readonly CutItem[], kind: 'component' | 'team', window: Window): FunctionCell[] => {
  const partOf = (item: CutItem): string => JSON.stringify([item.project, item[kind]]);
  const parts = [...new Set(items.map(partOf))];
  const apart = items.map((item) => ({ ...item, project: parts.indexOf(partOf(item)) }));
  return rollUp(apart, window).map((cell) => {
    const [project, part] = JSON.parse(parts[cell.project] ?? '') as [number, FunctionCell['part']];
    return { ...cell, project, part };
  });
};

/** The units as of a day, with what they serve. */
export const servedUnits = (items: readonly WorkItem[], asOf: number): ServedUnit[] => unitsServed(rewind(items, asOf));

const plainPeople = (items: readonly WorkItem[], window: Window): PersonEffort[] => {
  const found = new Map<string, PersonEffort>();
  for (const { project, assignee, serves, outcome, ended } of servedUnits(items, window.to)) {
    const done = outcome === 'done';
    if (assignee === null || !(outcome === 'doing' || (done && ended !== null && inWindow(ended, window)))) continue;
    const id = JSON.stringify([project, assignee, serves, done]);
    found.set(id, { project, assignee, serves, done, units: (found.get(id)?.units ?? 0) + 1 });
  }
  return [...found.values()];
};

const plainWeeks = (items: readonly WorkItem[], asOf: number, oldest: number): WeekCell[] => {
  const found = new Map<string, WeekCell>();
  const count = (unit: ReturnType<typeof servedUnits>[number], part: 'added' | 'done', day: number): void => {
    const { project, serves, estimate } = unit;
    const week = Math.max(oldest, weekOf(day));
    const id = JSON.stringify([project, serves, week]);
    const cell = found.get(id) ?? { project, serves, week, added: EMPTY_TALLY, done: EMPTY_TALLY };
    found.set(id, { ...cell, [part]: addTally(cell[part], tallyOf(estimate)) });
  };
  for (const unit of servedUnits(items, asOf)) {
    if (unit.outcome === 'dropped') continue;
    count(unit, 'added', unit.created);
    if (unit.outcome === 'done') count(unit, 'done', Math.max(unit.ended ?? unit.created, unit.created));
  }
  return [...found.values()];
};

/** The same in an order of its own, so that two can be compared. */
export const inOrder = (rollups: Rollups): Rollups => ({
  cells: sorted(rollups.cells),
  components: sorted(rollups.components),
  teams: sorted(rollups.teams),
  people: sorted(rollups.people),
  weeks: sorted(rollups.weeks),
});

/** What tells rows apart; each kind of row has some of these. */
type Named = {
  project: number;
  serves: string | null;
  part?: FunctionCell['part'];
  assignee?: string;
  done?: unknown;
  week?: number;
};

const sorted = <T extends Named>(rows: readonly T[]): T[] => {
  const id = ({ project, serves, part, assignee, done, week }: T): string =>
    JSON.stringify([project, serves, part, assignee, done === true, week]);
  return [...rows].sort((a, b) => (id(a) < id(b) ? -1 : 1));
};
