import type { Measure, WindowDays } from '../../contract';
import { EFFORT_WEEKS } from '../../domain/alignmentTrend';
import type { Assignment } from '../../domain/buyIn';
import { Cascade } from '../../domain/cascade';
import { type Coverage, coverageOf } from '../../domain/coverage';
import type { KeyResult } from '../../domain/keyResult';
import type { Objective } from '../../domain/objective';
import type { Cell } from '../../domain/rollUp';
import type { Sizing } from '../../domain/sizing';
import type { ObjectiveSnapshot, ProjectSnapshot } from '../../domain/snapshot';
import type { StrategyEvent } from '../../domain/strategyEvent';
import { TREND_WEEKS } from '../../domain/trend';
import { firstDayOf, type WeekCell, weekOf } from '../../domain/weeks';
import { type Window, windowEnding } from '../../domain/window';
import type { SiteSettings } from '../../settings/siteSettings';
import { allCheckIns, type KeptCheckIn } from '../../store/checkIns';
import { effortPeople } from '../../store/people';
import type { ProjectState } from '../../store/projects';
import { portfolioCells } from '../../store/rollups';
import { snapshotsSince } from '../../store/snapshots';
import { statedStrategy } from '../../store/statedStrategy';
import { strategyEvents } from '../../store/strategyEvents';
import { weekCells } from '../../store/weekCells';

/** Who looks at the portfolio: what access found out about them, and what it read on the way. */
export type PortfolioViewer = {
  account: string;
  mayEdit: boolean;
  browsable: ReadonlySet<number>;
  settings: SiteSettings;
  projects: readonly ProjectState[];
};

/** Which days the page looks at, and how it measures. */
export type Look = { window: WindowDays; measure: Measure };

/** The work of all projects by what it serves, cut down to what the viewer's totals may cover, and the strategy. */
export type WorkReading = {
  look: Look;
  /** the last day of the roll-ups */
  asOf: number;
  window: Window;
  /** epoch milliseconds of the oldest roll-up */
  refreshedAt: number;
  coverage: Coverage;
  projects: ReadonlyMap<number, ProjectState>;
  sizing: Sizing;
  cascade: Cascade;
  keyResults: readonly KeyResult[];
  cells: readonly Cell[];
};

/** The same with who did the work and when, and what was said, changed and recorded meanwhile. */
export type PortfolioReading = WorkReading & {
  checkIns: readonly KeptCheckIn[];
  /** since the window began, or since the day that was asked for */
  events: readonly StrategyEvent[];
  assignments: readonly (Assignment & { project: number; units: number })[];
  weeks: readonly WeekCell[];
  /** of objectives, over all projects: empty where the totals do not cover all */
  recordedWork: readonly ObjectiveSnapshot[];
  /** the same for the health that was recorded, which tells no totals */
  recordedHealth: readonly ObjectiveSnapshot[];
  recordedEffort: readonly ProjectSnapshot[];
};

type Sight = Pick<PortfolioViewer, 'browsable' | 'projects'>;

/** Two statements, whatever the number of issues. */
export const readWork = async (
  look: Look,
  { browsable, projects: states }: Sight,
  now: number,
): Promise<WorkReading> => {
  const read = states.filter(({ refreshedAt }) => refreshedAt > 0);
  const asOf = read.length === 0 ? Math.floor(now / DAY_MS) : Math.max(...read.map(({ refreshedDay }) => refreshedDay));
  const cells = await portfolioCells(look.window);
  const coverage = coverageOf(
    cells.filter(hasUnits).map(({ project }) => project),
    browsable,
  );
  const { objectives, keyResults } = await statedStrategy();
  return {
    look,
    asOf,
    window: windowEnding(asOf, look.window),
    refreshedAt: Math.min(...read.map(({ refreshedAt }) => refreshedAt), now),
    coverage,
    projects: new Map(states.map((project) => [project.id, project])),
    sizing: { measure: look.measure, typical: new Map(states.map(({ id, typical }) => [id, typical])) },
    cascade: new Cascade(objectives),
    keyResults,
    cells: cells.filter(({ project }) => coverage.isCovered(project)),
  };
};

/**
 * Seven statements, whatever the number of issues.
 * @param eventsSince a day before the window, where changes of the strategy are wanted from further back
 */
export const readPortfolio = async (
  look: Look,
  sight: Sight,
  now: number,
  eventsSince = Infinity,
): Promise<PortfolioReading> => {
  const work = await readWork(look, sight, now);
  const { asOf, window, coverage } = work;
  const isCovered = ({ project }: { project: number }): boolean => coverage.isCovered(project);
  const snapshots = await snapshotsSince(Math.min(window.from, firstDayOf(weekOf(asOf) - TREND_WEEKS)) - DAYS_MISSED);
  return {
    ...work,
    checkIns: await allCheckIns(),
    events: await strategyEvents(Math.min(window.from, eventsSince)),
    assignments: (await effortPeople(look.window)).filter(isCovered),
    weeks: (await weekCells(weekOf(asOf) - TREND_WEEKS - EFFORT_WEEKS)).filter(isCovered),
    recordedWork: coverage.covers === 'all' ? snapshots.objectives : [],
    recordedHealth: snapshots.objectives,
    recordedEffort: snapshots.projects.filter(isCovered),
  };
};

/** The last snapshot before the window tells what the first one in it is a change of; some days may have none. */
export const DAYS_MISSED = 7;

const DAY_MS = 86_400_000;
/** A cell may hold nothing but work items whose parent is unknown. */
const hasUnits = ({ todo, doing, done, dropped }: Cell): boolean => todo.items + doing.items + done.items + dropped > 0;

/** Drafts are for strategy editors and their owners. */
export const isShown = (
  { status, owner }: Objective,
  { account, mayEdit }: Pick<PortfolioViewer, 'account' | 'mayEdit'>,
): boolean => status !== 'draft' || mayEdit || owner === account;
