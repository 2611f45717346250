import type { CountedIssues, Day, Measure, WindowDays } from '../contract';
import { gatheredBy } from '../domain/gatheredBy';
import type { Cascade } from '../domain/strategy/cascade';
import { windowEnding } from '../domain/time/window';
import {
  type CountedCell,
  countedInCells,
  countedInRetags,
  countedInWeeks,
  countedTotal,
  type CountedWork,
  daysOfWeeks,
} from '../domain/work/countedWork';
import { sizeIn, type Sizing } from '../domain/work/sizing';
import { fromThousandths, tallyOf } from '../domain/work/tally';
import type { Facet } from '../domain/work/workItem';
import { siteReading } from '../site/siteReading';
import { countedPage } from '../store/work/countedWork';
import type { ProjectState } from '../store/work/projects';
import type { HeldParts } from '../store/work/units';
import type { RollUps } from './countedRollUps';
import { withOrigins } from './tagOrigin';
import { cursorOf, inOrder, type NamedGroup, placeIn } from './listedGroups';

const PAGE = 50;

/** A question for the units behind a number. */
export type CountedQuestion = { counted: CountedWork; window: WindowDays; measure: Measure; cursor: string | null };

/** Where units are counted and listed. */
export type CountedScope = {
  rollUps: RollUps;
  cascade: Cascade;
  /** every key in `serves` by its stored id */
  served: ReadonlyMap<string | null, number>;
  /** all that the number covers */
  projects: readonly ProjectState[];
  /** ids of those whose issues may be listed */
  listed: ReadonlySet<number>;
  facets: readonly Facet[];
  /** which components or teams of each project; `null`: any */
  parts: ReadonlyMap<number, HeldParts> | null;
  /** the stored id of the person whose work it is; `null`: anybody's */
  assignee: number | null;
};

const countedIn = (
  rollUps: RollUps,
  counted: CountedWork,
  { cascade, asOf, window }: { cascade: Cascade; asOf: Day; window: WindowDays },
): CountedCell[] => {
  if ('retags' in rollUps) return countedInRetags(rollUps.retags, counted, cascade, window);
  return 'weeks' in rollUps
    ? countedInWeeks(rollUps.weeks, counted, cascade, asOf)
    : countedInCells(rollUps.cells, counted, cascade);
};

/**
 * A page of the units that a number counts, read from the work items, and the number itself, from the roll-ups. At most
 * eight statements.
 */
export const countedIssues = async (
  { counted, window, measure, cursor }: CountedQuestion,
  { rollUps, cascade, served, projects, listed, facets, parts, assignee }: CountedScope,
): Promise<CountedIssues> => {
  const asOf = Math.max(0, ...projects.map(({ refreshedDay }) => refreshedDay));
  const cells = countedIn(rollUps, counted, { cascade, asOf, window });
  const sizing: Sizing = { measure, typical: new Map(projects.map(({ id, typical }) => [id, typical])) };
  const total = countedTotal(cells, sizing);
  const days = new Map(projects.map(({ id, refreshedDay }) => [id, refreshedDay]));
  const groupOf = (of: readonly CountedCell[]): NamedGroup[] => {
    const [cell] = of;
    const { units } = countedTotal(of, sizing);
    if (cell === undefined || units === 0) return [];
    const { project, states } = cell;
    const serves = served.get(cell.serves);
    if (serves === undefined) return [];
    const ends = windowEnding(days.get(project) ?? 0, window);
    const weeks = counted.weeks && daysOfWeeks(counted.weeks, asOf);
    const held = parts?.get(project) ?? null;
    const [isUnestimated, retags] = [counted.isUnestimated ?? false, counted.retags ?? null];
    const key = cell.serves ?? '';
    const only = { parts: held, assignee, isUnestimated, retags };
    return [{ project, serves, states, window: ends, days: weeks, ...only, units, key }];
  };
  const shown = cells.filter(({ project }) => listed.has(project));
  const groups = [...gatheredBy(shown, ({ project, serves }) => `${project} ${serves ?? ''}`).values()]
    .flatMap(groupOf)
    .sort(inOrder);
  const [{ fields }, { units, next }] = await Promise.all([
    siteReading(),
    countedPage(groups, facets, placeIn(cursor, groups), PAGE),
  ]);
  const listedOf = await withOrigins(units);
  return {
    issues: units.map((unit) => ({
      ...listedOf(unit),
      size: fromThousandths(sizeIn(sizing, groups[unit.group]?.project ?? 0, tallyOf(unit.estimate))),
      isAssumed: measure === 'points' && unit.estimate === null,
    })),
    estimates: fields.estimates,
    total: total.units,
    size: total.size,
    next: next === null ? null : cursorOf(next, groups),
    field: fields.objective,
  };
};
