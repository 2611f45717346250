import { byObjective } from '../strategy/byObjective';
import type { CheckInOutline } from '../strategy/checkIn';
import { Cascade } from '../strategy/cascade';
import { datedObjectivesOn } from '../strategy/pastObjectives';
import type { DatedIssue } from '../strategy/objectiveIssue';
import type { KeyResult } from '../strategy/keyResult';
import { objectiveFigures } from '../strategy/objectiveFigures';
import type { ObjectiveSnapshot } from '../strategy/snapshot';
import type { PastChange, StateOutline } from '../strategy/turn';
import type { WeekSum } from '../time/weeks';
import { NO_WORK, type WorkSizes } from '../work/work';
import { sumsByPoint } from './ownSizes';
import { trendDays } from './trend';

type Known = {
  cascade: Cascade;
  /** the issues that objectives are, by the objectives' keys */
  issues: ReadonlyMap<string, DatedIssue>;
  keyResults: readonly KeyResult[];
  /** the changes since the first day of the trend; of those between two of its days, the first of each objective suffices */
  events: readonly PastChange[];
  /** values are needed: of each key result the newest of each of the trend's days */
  checkIns: readonly CheckInOutline[];
  /** by items, which every unit has; all work, what is older in the oldest week */
  weeks: readonly WeekSum[];
  asOf: number;
  /** the first day on which the app recorded anything of the work; before it nobody could have answered what it shows */
  since: number;
  cadenceDays: number;
};

/**
 * The health of objectives on the days of a trend, reconstructed for viewers whose numbers cover some projects only: what is recorded was
 * computed over all. It comes from the strategy and the check-ins of each day, from the days of objectives that are issues, and from the
 * weeks in which today's units were created and done. Signals of stale work cannot be reconstructed, because a unit that was linked
 * elsewhere leaves no trace: `openWork` counts what serves the objective today.
 */
export const pastHealth = ({
  cascade: today,
  asOf,
  since,
  cadenceDays,
  checkIns,
  weeks,
  ...known
}: Known): ObjectiveSnapshot[] => {
  const [added, done] = [sumsByPoint(weeks, 'added', asOf), sumsByPoint(weeks, 'done', asOf)];
  const keyResultsOf = byObjective(known.keyResults);
  const states = today.objectives.map((objective): StateOutline => ({
    objective,
    keyResults: keyResultsOf.get(objective.key) ?? [],
  }));
  return trendDays(asOf).flatMap((day, point) => {
    if (day < since) return [];
    const { cascade, keyResults } = strategyOn(day, states, known);
    const own = new Map(
      cascade.objectives.map(({ key }) => [key, work(added.get(key)?.[point] ?? 0, done.get(key)?.[point] ?? 0)]),
    );
    const figures = objectiveFigures({ cascade, own, keyResults, checkIns, asOf: day, cadenceDays });
    return [...figures.values()].map(({ key, keyResultProgress, health }): ObjectiveSnapshot => {
      const { todo, doing, done: ended } = (own.get(key) ?? NO_WORK).median;
      const items = { todo: todo / 1000, doing: doing / 1000, done: ended / 1000 };
      return { objective: key, day, items, points: NONE, keyResultProgress, health, openWork: items.todo };
    });
  });
};

/** Points are not needed for health. */
const NONE = { todo: 0, doing: 0, done: 0 };

/** Work of which only the total and what was done are known. */
const work = (total: number, done: number): WorkSizes => {
  const sizes = { todo: Math.max(0, total - done), doing: 0, done };
  return { ...NO_WORK, median: sizes, low: sizes, high: sizes };
};

/** The strategy at the end of a day: today's states, with what changed later undone, and issues as their days tell. */
const strategyOn = (
  day: number,
  today: readonly StateOutline[],
  { events, issues }: Pick<Known, 'events' | 'issues'>,
): { cascade: Cascade; keyResults: KeyResult[] } => {
  const states = new Map(today.map((state) => [state.objective.key, state]));
  const later = events.filter((event) => event.day > day).sort((a, b) => b.revision - a.revision);
  for (const { objective, before } of later) {
    if (before === null) states.delete(objective);
    else states.set(objective, before);
  }
  const then = [...states.values()];
  return {
    cascade: new Cascade(datedObjectivesOn({ objectives: then.map(({ objective }) => objective), issues }, day)),
    keyResults: then.flatMap((state) => state.keyResults),
  };
};
