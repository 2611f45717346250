import { turnIn } from '../../../src/domain/strategy/turn';
import { Cascade } from '../../../src/domain/strategy/cascade';
import { byCodePoint } from '../../../src/domain/text';
import { formatDay } from '../../../src/domain/time/day';
import { gatheredBy } from '../../../src/domain/gatheredBy';
import { typicalEstimate } from '../../../src/domain/work/estimate';
import { mixOf, type Mix } from '../../../src/domain/work/mix';
import type { FactorKey } from '../../../src/domain/scores/executionIndex';
import type { ObjectiveStatus } from '../../../src/domain/strategy/objective';
import { scoresOf, valuesOf } from '../../../src/domain/scores/scores';
import { unitsOf } from '../../../src/domain/reference/hierarchy';
import { hasUnits } from '../../../src/domain/work/cell';
import { rollUp } from '../../../src/domain/reference/rollUp';
import { type ServedUnit, servedUnits } from '../../../src/domain/reference/servedUnits';
import type { Sizing } from '../../../src/domain/work/sizing';
import type { Measure } from '../../../src/domain/work/tally';
import { inWindow, type Window } from '../../../src/domain/time/window';
import type { Work } from '../../../src/domain/work/work';
import { siteSettings } from '../../../src/settings/siteSettings';
import type { KeyedItem } from './allWorkItems';
import { type Assumptions, assumptionsOf } from './assumptions';
import { NO_OBJECTIVE_ISSUES, type ObjectiveIssues } from '../load/objectiveIssues';
import { readForReport } from './readForReport';
import { allProjects } from '../../../src/store/work/projects';
import { snapshotsSince } from '../../../src/store/strategy/snapshots';
import { DAYS_MISSED } from '../../../src/domain/strategy/signals';
import { type Assignment, countPeople } from '../../domain/scores/countPeople';
import { estimateCounts } from '../../domain/work/estimateCounts';
import { allCheckIns, strategyEvents } from '../../strategy/allTexts';

type KeyedUnit = ServedUnit<KeyedItem>;

/** The alignment of everything in a window. Sizes are in the measure; ratios are 0…1, or `null` without a value. */
export type AlignmentReport = {
  asOf: string;
  from: string;
  measure: Measure;
  /** in the order of the strategy, each with the work of its whole subtree */
  objectives: { key: string; title: string; status: ObjectiveStatus; parent: string | null; work: Work }[];
  /** those with at least one unit, by key */
  projects: { key: string; effort: Mix; planned: Mix }[];
  portfolio: {
    effort: Mix;
    planned: Mix;
    allocationFit: number | null;
    buyIn: number | null;
    factors: Record<FactorKey, number | null>;
    /** 0…100 */
    index: number | null;
  };
  /** keys of the unlinked units in effort or planned, by code point */
  unlinked: string[];
  assumptions: Assumptions;
};

/**
 * The report of all projects for any window and day, counted item by item by `domain/reference`. A past `window.to`
 * rewinds as far as days tell.
 * @param covered the projects whose work counts; absent: all
 */
export const alignmentReport = async (
  window: Window,
  measure: Measure,
  issues: ObjectiveIssues = NO_OBJECTIVE_ISSUES,
  covered?: ReadonlySet<number>,
): Promise<AlignmentReport> => {
  const counts = ({ project }: { project: number }): boolean => covered?.has(project) ?? true;
  const { objectives, keyResults, items, later } = await readForReport(issues, window.to);
  const { cadenceDays, responseDays } = await siteSettings();
  const cascade = new Cascade(objectives);
  const units = servedUnits(items).filter(counts);
  const cells = rollUp(items, window).filter(counts);
  const typical = new Map(
    [...gatheredBy(unitsOf(items), ({ project }) => project)].map(([project, of]) => [
      project,
      typicalEstimate(estimateCounts(of)),
    ]),
  );
  const sizing: Sizing = { measure, typical };
  const scores = scoresOf({
    cascade,
    keyResults,
    checkIns: await allCheckIns(),
    events: (await strategyEvents(window.from)).map((event) => ({ ...event, ...turnIn(event) })),
    recordedHealth: (await snapshotsSince(window.from - DAYS_MISSED, { covered: new Set(), objectives: true }))
      .objectives,
    cells,
    people: countPeople(assignments(units, window), cascade.statusOf),
    sizing,
    window,
    cadenceDays,
    responseDays,
  });
  const factors = valuesOf(scores.factors);
  const mixes = (of: typeof cells) => ({
    effort: mixOf(of, 'effort', sizing, cascade.statusOf),
    planned: mixOf(of, 'planned', sizing, cascade.statusOf),
  });
  const projects = (await allProjects())
    .map(({ id, key }) => ({ key, cells: cells.filter(({ project }) => project === id) }))
    .filter((project) => project.cells.some(hasUnits));
  return {
    asOf: formatDay(window.to),
    from: formatDay(window.from),
    measure,
    objectives: cascade.objectives.map(({ key, title, status, parent }) => {
      const {
        todo = 0,
        doing = 0,
        done = 0,
        dropped = 0,
        total = 0,
        progress = null,
      } = scores.figures.get(key)?.work ?? {};
      return { key, title, status, parent, work: { todo, doing, done, dropped, total, progress } };
    }),
    projects: projects.map((project) => ({ key: project.key, ...mixes(project.cells) })).sort(byKey),
    portfolio: {
      ...mixes(cells),
      allocationFit: scores.allocationFit,
      buyIn: factors.buyIn,
      factors,
      index: scores.index,
    },
    unlinked: unlinkedKeys(units, window).sort(byCodePoint),
    assumptions: {
      ...assumptionsOf(cells, sizing, cascade.statusOf),
      leftOut: later,
    },
  };
};

const isEffort = ({ outcome, ended }: KeyedUnit, window: Window): boolean =>
  outcome === 'doing' || (outcome === 'done' && ended !== null && inWindow(ended, window));

const assignments = (units: readonly KeyedUnit[], window: Window): Assignment[] =>
  units.flatMap((unit) => {
    const { assignee, serves, outcome } = unit;
    return assignee === null || !isEffort(unit, window) ? [] : { assignee, serves, done: outcome === 'done' };
  });

const unlinkedKeys = (units: readonly KeyedUnit[], window: Window): string[] =>
  units
    .filter((unit) => unit.serves === null && (unit.outcome === 'todo' || isEffort(unit, window)))
    .map(({ key }) => key);

const byKey = (a: { key: string }, b: { key: string }): number => byCodePoint(a.key, b.key);
