import { servesOf } from '../work/provenance';
import { isLate, type RetagCell } from '../work/retags';
import { addTally, tallyOf } from '../work/tally';
import { WINDOW_DAYS, windowEnding, inWindow } from '../time/window';
import type { Day } from '../time/day';
import type { WorkItem } from '../work/workItem';
import { unitsOf } from './hierarchy';
import { rewind } from './rewind';

type ById = ReadonlyMap<number, WorkItem>;

/**
 * The days on which items were retagged, after some of them were written. An item is retagged if it was known, serves
 * something else than before, and work on it has begun. If the nearest written item on its way up is a new one, then
 * only now it is known what it serves: that is no retag. Its twins in production are `retagOf` of
 * `src/sync/follow/writeItems.ts` and `pushDown` beside it.
 * @param before the items, and the known days of their retags; `written`: those that somebody changed in Jira, and new ones
 */
export const retagsAfter = (
  before: { items: ById; retagged: ReadonlyMap<number, Day> },
  after: ById,
  { written, day }: { written: ReadonlySet<number>; day: Day | null },
): Map<number, Day> => {
  const isNewlyKnown = (item: WorkItem): boolean => {
    const passed = new Set<number>();
    for (let at: WorkItem | undefined = item; at && !passed.has(at.id); at = after.get(at.parent ?? -1)) {
      if (written.has(at.id)) return !before.items.has(at.id);
      passed.add(at.id);
    }
    return false;
  };
  const retagged = new Map<number, Day>();
  for (const item of after.values()) {
    const was = before.items.get(item.id);
    const serves = servesOf(item, after);
    const known = before.retagged.get(item.id);
    if (was !== undefined && servesOf(was, before.items) === serves) {
      if (known !== undefined) retagged.set(item.id, known);
    } else if (was !== undefined && serves !== null && item.outcome !== 'todo' && day !== null) {
      if (!isNewlyKnown(item)) retagged.set(item.id, day);
    }
  }
  return retagged;
};

/** The retags of the effort units of any window, by day, as of a day. Its twin in production is `blockFigures`. */
export const rollUpRetags = (
  items: readonly WorkItem[],
  retagged: ReadonlyMap<number, Day>,
  today: Day,
): RetagCell[] => {
  const known = rewind(items, today);
  const byId = new Map(known.map((item) => [item.id, item]));
  const cells = new Map<string, RetagCell>();
  for (const unit of unitsOf(known)) {
    const { project, outcome, ended, estimate } = unit;
    const day = retagged.get(unit.id);
    const within = WINDOW_DAYS.find((days) => ended !== null && inWindow(ended, windowEnding(today, days))) ?? null;
    if (day === undefined || !(outcome === 'doing' || (outcome === 'done' && within !== null))) continue;
    const cell = {
      project,
      serves: servesOf(unit, byId),
      day,
      within: outcome === 'done' ? within : null,
      late: isLate({ outcome, ended, retagged: day }),
    };
    const id = JSON.stringify(cell);
    const tally = cells.get(id)?.tally;
    cells.set(id, { ...cell, tally: tally === undefined ? tallyOf(estimate) : addTally(tally, tallyOf(estimate)) });
  }
  return [...cells.values()];
};
