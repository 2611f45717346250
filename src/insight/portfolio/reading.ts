import type { Measure, WindowDays } from '../../contract';
import type { PeopleCount } from '../../domain/scores/buyIn';
import { Cascade } from '../../domain/strategy/cascade';
import { type Coverage, coverageOf } from '../../domain/work/coverage';
import type { KeyResult } from '../../domain/strategy/keyResult';
import type { Objective } from '../../domain/strategy/objective';
import type { Cell } from '../../domain/work/cell';
import type { Sizing } from '../../domain/work/sizing';
import type { EffortSnapshot, ObjectiveSnapshot } from '../../domain/strategy/snapshot';
import type { StrategyEvent } from '../../domain/strategy/strategyEvent';
import { TREND_WEEKS } from '../../domain/forecast/trend';
import { firstDayOf, weekOf, type WeekSum } from '../../domain/time/weeks';
import { type Window, windowEnding } from '../../domain/time/window';
import type { SiteSettings } from '../../settings/siteSettings';
import { allCheckIns, type KeptCheckIn } from '../../store/strategy/checkIns';
import { weeksAndPeople } from '../../store/blocks/weeksAndPeople';
import type { ProjectState } from '../../store/work/projects';
import { portfolioCells } from '../../store/blocks/cells';
import { snapshotsSince } from '../../store/strategy/snapshots';
import { statedStrategy } from '../../store/strategy/statedStrategy';
import { strategyEvents, strategyEventsAndAllOf } from '../../store/strategy/strategyEvents';

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

/** The same with how many did the work and when, and what was said, changed and recorded meanwhile: all in sum. */
export type PortfolioReading = WorkReading & {
  checkIns: readonly KeptCheckIn[];
  /** since the window began, and what was asked for from before it */
  events: readonly StrategyEvent[];
  people: PeopleCount;
  weeks: readonly WeekSum[];
  /** of objectives, over all projects: empty where the totals do not cover all */
  recordedWork: readonly ObjectiveSnapshot[];
  /** the same for the health that was recorded, which tells no totals */
  recordedHealth: readonly ObjectiveSnapshot[];
  recordedEffort: readonly EffortSnapshot[];
};

/** Changes since an earlier day, or all that one objective ever had. */
export type FurtherEvents = { from?: number; historyOf?: string };

type Sight = Pick<PortfolioViewer, 'browsable' | 'projects'>;

/** Two statements at once, whatever the number of issues. */
export const readWork = async (
  look: Look,
  { browsable, projects: states }: Sight,
  now: number,
): Promise<WorkReading> => {
  const read = states.filter(({ refreshedAt }) => refreshedAt > 0);
  const asOf = read.length === 0 ? Math.floor(now / DAY_MS) : Math.max(...read.map(({ refreshedDay }) => refreshedDay));
  const [cells, { objectives, keyResults }] = await Promise.all([
    portfolioCells(look.window, look.measure),
    statedStrategy(),
  ]);
  const coverage = coverageOf(
    cells.filter(hasUnits).map(({ project }) => project),
    browsable,
  );
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
 * Six statements, most of them at once. What they answer grows with the number of projects and objectives, and a thousandth of that of
 * issues.
 * @param further changes of the strategy that are wanted from before the window
 */
export const readPortfolio = async (
  look: Look,
  sight: Sight,
  now: number,
  further: FurtherEvents = {},
): Promise<PortfolioReading> => {
  const work = await readWork(look, sight, now);
  const { asOf, window } = work;
  const { covers, leftOut } = work.coverage;
  const { historyOf, from = Infinity } = further;
  const since = Math.min(window.from, from);
  const firstDay = Math.min(window.from, firstDayOf(weekOf(asOf) - TREND_WEEKS)) - DAYS_MISSED;
  const [checkIns, events, { people, weeks }, snapshots] = await Promise.all([
    allCheckIns(),
    historyOf === undefined ? strategyEvents(since) : strategyEventsAndAllOf(historyOf, since),
    weeksAndPeople({ days: look.window, asOf }, leftOut, { sizing: work.sizing, statusOf: work.cascade.statusOf }),
    snapshotsSince(firstDay, leftOut),
  ]);
  return {
    ...work,
    checkIns,
    events,
    people,
    weeks,
    recordedWork: covers === 'all' ? snapshots.objectives : [],
    recordedHealth: snapshots.objectives,
    recordedEffort: snapshots.effort,
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
