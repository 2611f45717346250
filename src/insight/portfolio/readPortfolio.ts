import type { Measure, WindowDays } from '../../contract';
import type { PeopleCount } from '../../domain/scores/buyIn';
import { Cascade } from '../../domain/strategy/cascade';
import { type TotalsScope, totalsScopeOf } from '../../domain/work/totalsScope';
import type { KeyResult } from '../../domain/strategy/keyResult';
import type { Objective } from '../../domain/strategy/objective';
import { type Cell, hasUnits } from '../../domain/work/cell';
import type { Sizing } from '../../domain/work/sizing';
import type { EffortSnapshot, ObjectiveSnapshot } from '../../domain/strategy/snapshot';
import type { StrategyEvent } from '../../domain/strategy/strategyEvent';
import { DAY_MS } from '../../domain/time/milliseconds';
import { TREND_WEEKS } from '../../domain/forecast/trend';
import { firstDayOf, weekOf, type WeekSum } from '../../domain/time/weeks';
import { type Window, windowEnding } from '../../domain/time/window';
import type { Settings } from '../../domain/settings';
import { allCheckIns, type KeptCheckIn } from '../../store/strategy/checkIns';
import { cellsIn, type ReadSums, readSums, sumTexts } from '../../store/blocks/projectSums';
import type { ProjectSums } from '../../store/blocks/sums';
import { peopleIn, weeksIn } from '../../store/blocks/weeksAndPeople';
import { type ServedKey, servedKeys } from '../../store/strategy/servedKeys';
import type { ProjectState } from '../../store/work/projects';
import { snapshotsSince } from '../../store/strategy/snapshots';
import { statedStrategy } from '../../store/strategy/statedStrategy';
import { strategyEvents } from '../../store/strategy/strategyEvents';

/** The viewer of a portfolio page, with what admitting them has read. */
export type PortfolioViewer = {
  account: string;
  mayEdit: boolean;
  browsable: ReadonlySet<number>;
  settings: Settings;
  projects: readonly ProjectState[];
};

/** Window and measure of a page. */
export type Look = { window: WindowDays; measure: Measure };

/** The work that the viewer's totals cover, by project and what it serves, and the strategy. */
export type WorkReading = {
  look: Look;
  /** the newest day of any project's figures */
  asOf: number;
  window: Window;
  /** when the oldest figures were counted, epoch milliseconds */
  refreshedAt: number;
  totalsScope: TotalsScope;
  projects: ReadonlyMap<number, ProjectState>;
  sizing: Sizing;
  cascade: Cascade;
  keyResults: readonly KeyResult[];
  cells: readonly Cell[];
};

/** The work with its people and weeks, the check-ins, the changes of the strategy, and the recorded days. */
export type PortfolioReading = WorkReading & {
  checkIns: readonly KeptCheckIn[];
  /** since the window began, and what `FurtherEvents` asks for */
  events: readonly StrategyEvent[];
  people: PeopleCount;
  weeks: readonly WeekSum[];
  /** work of objectives; empty unless the totals cover all projects, over which it was recorded */
  recordedWork: readonly ObjectiveSnapshot[];
  /** health of objectives, which tells no totals */
  recordedHealth: readonly ObjectiveSnapshot[];
  recordedEffort: readonly EffortSnapshot[];
};

/** Further changes to read: since a day before the window, or all of one objective. */
export type FurtherEvents = { from?: number; historyOf?: string };

type Browsing = Pick<PortfolioViewer, 'browsable' | 'projects'>;

/** Three statements at once. */
export const readWork = async (look: Look, viewer: Browsing, now: number): Promise<WorkReading> =>
  workFrom(await readSource(['cells']), look, viewer, now);

/** The sums of all projects, and the strategy. */
type PortfolioSource = {
  sums: readonly ReadSums[];
  servedKey: ServedKey;
  objectives: readonly Objective[];
  keyResults: readonly KeyResult[];
};

const readSource = async (texts: readonly (keyof ProjectSums)[]): Promise<PortfolioSource> => {
  const [sums, servedKey, strategy] = await Promise.all([readSums(texts), servedKeys(), statedStrategy()]);
  return { sums, servedKey, ...strategy };
};

const workFrom = (
  { sums, servedKey, objectives, keyResults }: PortfolioSource,
  look: Look,
  { browsable, projects: states }: Browsing,
  now: number,
): WorkReading => {
  const read = states.filter(({ refreshedAt }) => refreshedAt > 0);
  const asOf = read.length === 0 ? Math.floor(now / DAY_MS) : Math.max(...read.map(({ refreshedDay }) => refreshedDay));
  const cells = cellsIn(sums, look.window, servedKey);
  const totalsScope = totalsScopeOf(
    cells.filter(hasUnits).map(({ project }) => project),
    browsable,
  );
  return {
    look,
    asOf,
    window: windowEnding(asOf, look.window),
    refreshedAt: Math.min(...read.map(({ refreshedAt }) => refreshedAt), now),
    totalsScope,
    projects: new Map(states.map((project) => [project.id, project])),
    sizing: { measure: look.measure, typical: new Map(states.map(({ id, typical }) => [id, typical])) },
    cascade: new Cascade(objectives),
    keyResults,
    cells: cells.filter(({ project }) => totalsScope.isCovered(project)),
  };
};

/**
 * Six statements, three at a time. Their answers grow with projects and objectives, not with issues.
 * @param further changes of the strategy to read from before the window
 */
export const readPortfolio = async (
  look: Look,
  viewer: Browsing,
  now: number,
  further: FurtherEvents = {},
): Promise<PortfolioReading> => {
  const site = await readSource(sumTexts(look.measure));
  const work = workFrom(site, look, viewer, now);
  const { asOf, window, sizing, cascade } = work;
  const { covers, leftOut, isCovered } = work.totalsScope;
  const { servedKey } = site;
  const sums = site.sums.filter(({ project }) => isCovered(project));
  const { historyOf, from = Infinity } = further;
  const since = Math.min(window.from, from);
  const firstDay = Math.min(window.from, firstDayOf(weekOf(asOf) - TREND_WEEKS)) - DAYS_MISSED;
  const [checkIns, events, snapshots] = await Promise.all([
    allCheckIns(),
    strategyEvents(since, historyOf),
    snapshotsSince(firstDay, leftOut),
  ]);
  return {
    ...work,
    checkIns,
    events,
    people: peopleIn(sums, { days: look.window, servedKey, statusOf: cascade.statusOf }),
    weeks: weeksIn(sums, { asOf, sizing, servedKey }),
    recordedWork: covers === 'all' ? snapshots.objectives : [],
    recordedHealth: snapshots.objectives,
    recordedEffort: snapshots.effort,
  };
};

/** Days before the window in which its preceding snapshot is looked for. Some days have none. */
export const DAYS_MISSED = 7;
