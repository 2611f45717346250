import type { Measure, SetAside, UndecidedWork, UnlinkedPart, WindowDays } from '../contract';
import type { Cascade } from '../domain/strategy/cascade';
import { windowEnding } from '../domain/time/window';
import type { Cell } from '../domain/work/cell';
import { countedTotal } from '../domain/work/countedWork';
import { sizeIn, type Sizing } from '../domain/work/sizing';
import { fromThousandths, tallyOf } from '../domain/work/tally';
import { undecidedIn } from '../domain/work/undecided';
import type { Facet } from '../domain/work/workItem';
import { siteReading } from '../site/siteReading';
import { countedPage } from '../store/work/countedWork';
import { deferralsOf } from '../store/work/deferrals';
import type { ProjectState } from '../store/work/projects';
import { cursorOf, inOrder, type NamedGroup, placeIn } from './listedGroups';

/** Ids of a page. A call answers few hundred, so that it takes few statements of little memory. */
const PAGE = 500;

export type UndecidedQuestion = { window: WindowDays; measure: Measure; part: UnlinkedPart; cursor: string | null };

/** Where undecided work is looked for. */
export type UndecidedScope = {
  cells: readonly Cell[];
  cascade: Cascade;
  /** every key in `serves` by its stored id */
  served: ReadonlyMap<string | null, number>;
  /** all of which the viewer may browse */
  projects: readonly ProjectState[];
  facets: readonly Facet[];
};

/** A page of the units that want a decision, with how much there is by roll-ups. At most eight statements. */
export const undecidedWork = async (
  { window, measure, part, cursor }: UndecidedQuestion,
  { cells, cascade, served, projects, facets }: UndecidedScope,
): Promise<UndecidedWork> => {
  const sizing: Sizing = { measure, typical: new Map(projects.map(({ id, typical }) => [id, typical])) };
  const days = new Map(projects.map(({ id, refreshedDay }) => [id, refreshedDay]));
  const undecided = undecidedIn(cells, part, cascade.statusOf).filter(({ project }) => days.has(project));
  const groups = undecided
    .flatMap(({ project, serves: key, states, tally }): NamedGroup[] => {
      const serves = served.get(key);
      const ends = windowEnding(days.get(project) ?? 0, window);
      if (serves === undefined) return [];
      return [
        {
          project,
          serves,
          states,
          window: ends,
          days: null,
          parts: null,
          assignee: null,
          isUnestimated: false,
          retags: null,
          units: tally.items,
          key: key ?? '',
        },
      ];
    })
    .sort(inOrder);
  const [{ fields }, { units, next }] = await Promise.all([
    siteReading(),
    countedPage(groups, facets, placeIn(cursor, groups), PAGE),
  ]);
  const setAside = await setAsideAmong(
    units.map(({ id }) => id),
    Math.max(0, ...days.values()),
  );
  const total = countedTotal(undecided, sizing);
  return {
    units: units.map(({ id, group, estimate }) => ({
      id: String(id),
      size: fromThousandths(sizeIn(sizing, groups[group]?.project ?? 0, tallyOf(estimate))),
      standing: groups[group]?.key === '' ? 'unlinked' : 'stale',
      setAside: setAside.get(id) ?? null,
    })),
    total: total.units,
    size: total.size ?? 0,
    next: next === null ? null : cursorOf(next, groups),
    fields: { objective: fields.objective, sprint: fields.sprint, team: fields.team },
  };
};

const setAsideAmong = async (issues: readonly number[], today: number): Promise<ReadonlyMap<number, SetAside>> =>
  new Map((await deferralsOf(issues, today)).map(({ issue, ...setAside }) => [issue, setAside]));
