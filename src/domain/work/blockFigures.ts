import type { EstimateCounts } from './estimate';
import type { Cell } from './cell';
import { endsAfter } from './outcomeOn';
import { isLate, type Retags } from './retags';
import { EMPTY_TALLY, type Tally } from './tally';
import { WINDOW_DAYS, type WindowDays } from '../time/window';
import type { Outcome } from './workItem';
import { weekOf } from '../time/weeks';
import { oldestWeek } from '../forecast/alignmentTrend';

/** A work item as far as counting needs it. Components, teams and people are numbers. `parent`: its parent's id, stored or not */
export type CountedItem = {
  id: number;
  level: number;
  /** whether it is a unit (level 0, or above and not broken down) */
  unit: boolean;
  /** whether its parent is not stored */
  orphan: boolean;
  outcome: Outcome;
  /** thousandths of a point */
  estimate: number | null;
  created: number;
  ended: number | null;
  blocked: boolean;
  component: number | null;
  team: number | null;
  assignee: number | null;
  parent: number | null;
  /** see `Retags` */
  retagged: number | null;
};

/** A cell's tallies: units by outcome, and units done in each window. */
export type TallyName = 'todo' | 'doing' | 'done' | `done${WindowDays}`;
export const TALLY_NAMES: readonly TallyName[] = [
  'todo',
  'doing',
  'done',
  ...WINDOW_DAYS.map((days) => `done${days}` as const),
];

/** A cell with the tallies of every window. */
export type CellSums = Record<TallyName, Tally> & {
  dropped: number;
  undated: number;
  unknownParents: number;
  blocked: number;
};

/** The kinds of parts that are functions of the organisation. */
export type FunctionPartKind = 'component' | 'team';
/** The kinds of parts of a block. `parent`: the work directly below one issue */
export type PartKind = FunctionPartKind | 'parent';
export const PART_KINDS: readonly PartKind[] = ['component', 'team', 'parent'];
/** The part without a component, team or parent. The number is stored. */
export const NO_PART = 0;
/** The parts too small to be told apart, together. The number is stored. */
export const OTHER_PARTS = -1;

/**
 * A person's effort units: in progress, and done in each of `WINDOW_DAYS`. `newest`: the largest id of an issue among
 * them
 */
export type PersonSums = { person: number; newest: number; doing: number; done: number[] };

/**
 * Units added and done in a week. Without a known day a unit counts as done when created. The oldest week also holds
 * everything before it.
 */
export type WeekSums = { week: number; added: Tally; done: Tally };

/** All figures of a block: work items that serve the same. */
export type BlockFigures = {
  /** work items, sub-tasks included */
  items: number;
  whole: CellSums;
  parts: { kind: PartKind; part: number; sums: CellSums }[];
  people: PersonSums[];
  weeks: WeekSums[];
  estimates: EstimateCounts;
  retags: Retags[];
  /** the first day after `today` on which the same items make other figures; `null`: none */
  due: number | null;
};

/** The cell of these sums for one window. */
export const cellOf = (project: number, serves: string | null, sums: CellSums, days: WindowDays): Cell => ({
  project,
  serves,
  todo: sums.todo,
  doing: sums.doing,
  done: sums.done,
  doneInWindow: sums[`done${days}`],
  dropped: sums.dropped,
  undated: sums.undated,
  unknownParents: sums.unknownParents,
  blocked: sums.blocked,
});

const emptySums = (): CellSums => ({
  ...(Object.fromEntries(TALLY_NAMES.map((name) => [name, { ...EMPTY_TALLY }])) as Record<TallyName, Tally>),
  dropped: 0,
  undated: 0,
  unknownParents: 0,
  blocked: 0,
});

/**
 * Counts the work items of a block as of a day, by the rules of `reference/rollUp`. It changes its sums in place,
 * because a large site has a million items.
 * @param today the last day of all windows
 * @param kinds of the parts that are told apart
 */
export const blockFigures = (
  items: readonly CountedItem[],
  today: number,
  kinds: readonly PartKind[] = PART_KINDS,
): BlockFigures => {
  const counter = new BlockCounter(today, kinds);
  for (const item of items) counter.add(item);
  return counter.figures();
};

/** Counts the work items of a block one by one: see `blockFigures`. */
export class BlockCounter {
  private readonly whole = emptySums();
  private readonly parts = new Map<string, { kind: PartKind; part: number; sums: CellSums }>();
  private readonly people = new Map<number, PersonSums>();
  private readonly weeks = new Map<number, WeekSums>();
  private readonly estimates = new Map<number, number>();
  private readonly retags = new Map<string, Retags>();
  private items = 0;
  private due = Infinity;

  private readonly oldestWeek: number;

  constructor(
    private readonly today: number,
    private readonly kinds: readonly PartKind[],
  ) {
    this.oldestWeek = oldestWeek(today);
  }

  add(item: CountedItem): void {
    this.items += 1;
    if (item.level < 0) return;
    // An item that is created or ends later changes the figures on that day.
    if (item.created > this.today) return this.noteTurn(item.created);
    if (item.unit && item.estimate !== null)
      this.estimates.set(item.estimate, (this.estimates.get(item.estimate) ?? 0) + 1);
    const endsLater = endsAfter(item, this.today);
    if (endsLater) this.noteTurn(item.ended ?? 0);
    const counted: CountedItem = endsLater ? { ...item, outcome: 'todo', ended: null } : item;
    this.count(this.whole, counted);
    for (const kind of this.kinds) this.count(this.part(kind, item[kind]), counted);
    if (!item.unit || counted.outcome === 'dropped') return;
    this.countWeeks(counted);
    this.countRetag(counted);
    if (counted.assignee !== null) this.countPerson(counted.assignee, counted);
  }

  figures(): BlockFigures {
    return {
      items: this.items,
      whole: this.whole,
      parts: [...this.parts.values()].filter(({ sums }) => holds(sums)),
      people: [...this.people.values()],
      weeks: [...this.weeks.values()].sort((a, b) => a.week - b.week),
      estimates: [...this.estimates]
        .map(([estimate, count]) => ({ estimate, count }))
        .sort((a, b) => a.estimate - b.estimate),
      retags: [...this.retags.values()],
      due: this.due === Infinity ? null : this.due,
    };
  }

  /** Notes that the figures change on a day to come. */
  private noteTurn(day: number): void {
    if (day > this.today) this.due = Math.min(this.due, day);
  }

  private part(kind: PartKind, number: number | null): CellSums {
    const part = number ?? NO_PART;
    const id = `${kind} ${part}`;
    const known = this.parts.get(id);
    if (known) return known.sums;
    const made = { kind, part, sums: emptySums() };
    this.parts.set(id, made);
    return made.sums;
  }

  private count(sums: CellSums, { unit, orphan, outcome, estimate, ended, blocked }: CountedItem): void {
    if (orphan) sums.unknownParents += 1;
    if (!unit) return;
    if (outcome === 'dropped') {
      sums.dropped += 1;
      return;
    }
    addTo(sums[outcome], estimate);
    if (outcome !== 'done') {
      if (blocked) sums.blocked += 1;
    } else if (ended === null) sums.undated += 1;
    else {
      for (const days of WINDOW_DAYS) if (this.endsWithin(ended, days)) addTo(sums[`done${days}`], estimate);
    }
  }

  /** Whether a day lies in the window of `days` days that ends today. Notes the day on which it leaves it. */
  private endsWithin(day: number, days: WindowDays): boolean {
    this.noteTurn(day + days);
    return day > this.today - days;
  }

  private countWeeks({ outcome, estimate, created, ended }: CountedItem): void {
    addTo(this.week(weekOf(created)).added, estimate);
    if (outcome === 'done') addTo(this.week(weekOf(Math.max(ended ?? created, created))).done, estimate);
  }

  private week(of: number): WeekSums {
    const week = Math.max(of, this.oldestWeek);
    const known = this.weeks.get(week);
    if (known) return known;
    const made = { week, added: { ...EMPTY_TALLY }, done: { ...EMPTY_TALLY } };
    this.weeks.set(week, made);
    return made;
  }

  /** Counts a unit of effort by the day on which it was retagged. */
  private countRetag({ outcome, estimate, ended, retagged }: CountedItem): void {
    if (retagged === null || outcome === 'todo') return;
    const within = outcome === 'doing' || ended === null ? null : this.shortestWindow(ended);
    if (outcome === 'done' && within === null) return;
    const late = isLate({ outcome, ended, retagged });
    const id = `${retagged} ${within} ${late}`;
    const known = this.retags.get(id) ?? { day: retagged, within, late, tally: { ...EMPTY_TALLY } };
    this.retags.set(id, known);
    addTo(known.tally, estimate);
  }

  private shortestWindow(ended: number): WindowDays | null {
    return WINDOW_DAYS.find((days) => this.endsWithin(ended, days)) ?? null;
  }

  private countPerson(person: number, { id, outcome, ended }: CountedItem): void {
    const done = WINDOW_DAYS.map((days) =>
      outcome === 'done' && ended !== null && this.endsWithin(ended, days) ? 1 : 0,
    );
    const doing = outcome === 'doing' ? 1 : 0;
    if (doing === 0 && done.every((one) => one === 0)) return;
    const known = this.people.get(person) ?? { person, newest: id, doing: 0, done: WINDOW_DAYS.map(() => 0) };
    known.newest = Math.max(known.newest, id);
    known.doing += doing;
    known.done = known.done.map((sum, at) => sum + (done[at] ?? 0));
    this.people.set(person, known);
  }
}

const addTo = (tally: Tally, estimate: number | null): void => {
  tally.items += 1;
  if (estimate === null) tally.unestimated += 1;
  else tally.points += estimate;
};

const holds = ({ todo, doing, done, dropped, unknownParents }: CellSums): boolean =>
  todo.items + doing.items + done.items + dropped + unknownParents > 0;
