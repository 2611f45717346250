import { gatheredBy } from '../gatheredBy';
import type { PeopleCount } from '../scores/buyIn';
import { type PersonEffort, peopleCount } from '../scores/peopleCount';
import { WINDOW_DAYS, type WindowDays } from '../time/window';
import { blockFigures, cellOf, type CountedItem, type PersonSums } from './blockFigures';
import type { Cell } from './cell';
import { type TypicalEstimate, typicalEstimate } from './estimate';
import type { StatusOf } from './mix';
import { provenanceOf } from './provenance';

/** A work item as far as counting a past day needs it. `tag`: an objective's key or `RUN`; people are numbers. */
export type PastItem = Pick<CountedItem, 'id' | 'level' | 'outcome' | 'estimate' | 'created' | 'ended' | 'assignee'> & {
  project: number;
  parent: number | null;
  tag: string | null;
};

/** The work at the end of a past day. Whether it was blocked then is not known: no cell counts it as blocked. */
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
export const pastWork = (items: readonly PastItem[], { day, days, counts, statusOf }: Asked): PastWork => {
  const known = items.filter(({ created }) => created <= day);
  const byId = new Map(known.map((item) => [item.id, item]));
  const brokenDown = new Set(
    known.filter((item) => item.level >= 0 && !isDropped(item, day)).map(({ parent }) => parent),
  );
  const countedItem = (item: PastItem): CountedItem => ({
    ...item,
    unit: item.level === 0 || (item.level > 0 && !brokenDown.has(item.id)),
    orphan: item.level >= 0 && item.parent !== null && !byId.has(item.parent),
    blocked: false,
    component: null,
    team: null,
  });
  const served = known
    .filter(({ project, level }) => level >= 0 && counts(project))
    .map((item) => ({ item, serves: servedBy(item, byId) }));
  const parts = [...gatheredBy(served, ({ item, serves }) => JSON.stringify([item.project, serves])).values()];
  const counted = parts.flatMap((part) => {
    const [first] = part;
    if (first === undefined) return [];
    const figures = blockFigures(
      part.map(({ item }) => countedItem(item)),
      day,
      [],
    );
    return { project: first.item.project, serves: first.serves, figures };
  });
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

/** Whether an item had been closed without being done by a day. */
export const isDropped = ({ outcome, ended }: Pick<PastItem, 'outcome' | 'ended'>, day: number): boolean =>
  outcome === 'dropped' && (ended === null || ended <= day);

const servedBy = (item: PastItem, byId: ReadonlyMap<number, PastItem>): string | null => {
  const provenance = provenanceOf(item, byId);
  return provenance.kind === 'none' ? null : provenance.serves;
};

const effortIn = ({ person, doing, done }: PersonSums, days: WindowDays): PersonEffort => ({
  person,
  doing: doing > 0,
  done: (done[WINDOW_DAYS.indexOf(days)] ?? 0) > 0,
});
