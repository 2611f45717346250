import { countPeople } from '../domain/buyIn';
import { Cascade } from '../domain/cascade';
import { formatDay } from '../domain/day';
import { typicalEstimate } from '../domain/estimate';
import { mixOf, type Mix } from '../domain/mix';
import type { FactorKey } from '../domain/executionIndex';
import type { ObjectiveStatus } from '../domain/objective';
import { scoresOf, valuesOf } from '../domain/scores';
import type { Sizing } from '../domain/sizing';
import type { Measure } from '../domain/tally';
import type { Window } from '../domain/window';
import type { Work } from '../domain/work';
import { siteSettings } from '../settings/siteSettings';
import { countCells } from '../store/cells';
import { allCheckIns } from '../store/checkIns';
import { effortAssignments, unlinkedKeys } from '../store/findWorkItems';
import { allProjects, estimateCounts } from '../store/projects';
import { snapshotsSince } from '../store/snapshots';
import { statedStrategy } from '../store/statedStrategy';
import { strategyEvents } from '../store/strategyEvents';
import { DAYS_MISSED } from './portfolio/reading';

/** The alignment of everything in a window. Sizes in the measure, ratios 0…1 or `null` for no value. */
export type AlignmentReport = {
  asOf: string;
  from: string;
  measure: Measure;
  /** in the strategy's order, each with the work of its whole cascade */
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
  /** keys of the units in effort or planned that serve nothing, by code point */
  unlinked: string[];
};

/**
 * The report of all projects for any window and day, counted from the work items by the SELECT that also refreshes the roll-up.
 * A past `window.to` rewinds as far as days tell.
 */
export const alignmentReport = async (window: Window, measure: Measure): Promise<AlignmentReport> => {
  const { objectives, keyResults } = await statedStrategy();
  const { cadenceDays, responseDays } = await siteSettings();
  const cascade = new Cascade(objectives);
  const cells = await countCells({}, window);
  const counts = await estimateCounts(window.to);
  const typical = new Map([...counts].map(([project, estimates]) => [project, typicalEstimate(estimates)]));
  const sizing: Sizing = { measure, typical };
  const scores = scoresOf({
    cascade,
    keyResults,
    checkIns: await allCheckIns(),
    events: await strategyEvents(window.from),
    recordedHealth: (await snapshotsSince(window.from - DAYS_MISSED)).objectives,
    cells,
    people: countPeople(await effortAssignments(window), cascade.statusOf),
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
    unlinked: (await unlinkedKeys(window)).sort(byCodePoint),
  };
};

const hasUnits = ({ todo, doing, done, dropped }: Awaited<ReturnType<typeof countCells>>[number]): boolean =>
  todo.items + doing.items + done.items + dropped > 0;

/** JavaScript's own order compares UTF-16 units; of keys, which are letters, digits and signs, that is the code points' order. */
const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const byKey = (a: { key: string }, b: { key: string }): number => byCodePoint(a.key, b.key);
