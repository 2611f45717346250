import { gatheredBy } from '../gatheredBy';
import type { PeopleCount } from '../scores/buyIn';
import { type PersonEffort, peopleCount } from '../scores/peopleCount';
import { WINDOW_DAYS, type WindowDays } from '../time/window';
import { BlockCounter, cellOf, type PersonSums } from './blockFigures';
import type { Cell } from './cell';
import { type TypicalEstimate, typicalEstimate } from './estimate';
import type { StatusOf } from './mix';
import { outcomeOn } from './outcomeOn';
import type { PastItem, PastItems } from './pastItems';
import { servesOf } from './provenance';

/** The work at the end of a past day. Whether it was blocked or retagged then is not known: neither is counted. */
export type PastWork = { cells: Cell[]; typical: Map<number, TypicalEstimate>; people: PeopleCount };

type Asked = {
  /** the last day of the window, before today */
  day: number;
  days: WindowDays;
  /** which projects count; work of others only tells what theirs served and whether it was broken down */
  counts: (project: number) => boolean;
  statusOf: StatusOf;
};

/**
 * Counts work items again for a past day, as far as days tell: later ones are left out, what ended later is still to
 * do, and a parent that came later is not known, so it neither lends its objective nor is broken down. Tags, parents,
 * estimates and assignees are today's, because no day is kept for their changes. `reference/rewind` with
 * `reference/rollUp` says the same item by item.
 * @param items of these projects all of level 0 and above, with all above them and all that name them as their parent
 */
export const pastWork = (items: PastItems, { day, days, counts, statusOf }: Asked): PastWork => {
  const known = (id: number): PastItem | undefined => {
    const item = items.get(id);
    return item && item.created <= day ? asJoined(item, statusOf) : undefined;
  };
  const brokenDown = new Set<number>();
  for (const item of items) {
    if (item.parent !== null && dividesParent(item, day)) brokenDown.add(item.parent);
  }
  const parts = new Map<string, { project: number; serves: string | null; counter: BlockCounter }>();
  for (const item of items) {
    const { id, project, level, created, parent, isObjective } = item;
    if (created > day || level < 0 || isObjective || !counts(project)) continue;
    const serves = servesOf(asJoined(item, statusOf), { get: known });
    const key = `${project} ${serves ?? ''}`;
    const part = parts.get(key) ?? { project, serves, counter: new BlockCounter(day, []) };
    parts.set(key, part);
    part.counter.add({
      ...item,
      unit: level === 0 || !brokenDown.has(id),
      orphan: parent !== null && known(parent) === undefined,
      blocked: false,
      component: null,
      team: null,
      retagged: null,
    });
  }
  const counted = [...parts.values()].map(({ project, serves, counter }) => ({
    project,
    serves,
    figures: counter.figures(),
  }));
  return {
    cells: counted.map(({ project, serves, figures }) => cellOf(project, serves, figures.whole, days)),
    typical: new Map(
      [...gatheredBy(counted, ({ project }) => project)].map(([project, of]) => [
        project,
        typicalEstimate(of.flatMap(({ figures }) => figures.estimates)),
      ]),
    ),
    people: peopleCount(
      counted.map(({ serves, figures }) => ({ serves, efforts: figures.people.map((sums) => effortIn(sums, days)) })),
      statusOf,
    ),
  };
};

/** Whether an item was work by a day and not dropped, so that its parent is broken down: a sub-task or an objective is not. */
export const dividesParent = (item: PastItem, day: number): boolean =>
  item.created <= day && item.level >= 0 && !item.isObjective && outcomeOn(item, day) !== 'dropped';

/** An item without a link to what is no objective any more. */
const asJoined = (item: PastItem, statusOf: StatusOf): PastItem =>
  item.link !== null && statusOf(item.link) === 'unknown' ? { ...item, link: null } : item;

const effortIn = ({ person, doing, done }: PersonSums, days: WindowDays): PersonEffort => ({
  person,
  doing: doing > 0,
  done: (done[WINDOW_DAYS.indexOf(days)] ?? 0) > 0,
});
