import type { Measure, WindowDays } from '../../contract';
import type { PeopleCount } from '../../domain/scores/buyIn';
import { Cascade } from '../../domain/strategy/cascade';
import { type TotalsScope, totalsScopeOf } from '../../domain/work/totalsScope';
import type { KeyResult } from '../../domain/strategy/keyResult';
import type { Objective } from '../../domain/strategy/objective';
import type { Cell } from '../../domain/work/cell';
import type { Sizing } from '../../domain/work/sizing';
import type { EffortSnapshot, ObjectiveSnapshot } from '../../domain/strategy/snapshot';
import type { StrategyEvent } from '../../domain/strategy/strategyEvent';
import { DAY_MS } from '../../domain/time/milliseconds';
import { TREND_WEEKS } from '../../domain/forecast/trend';
import { firstDayOf, weekOf, type WeekSum } from '../../domain/time/weeks';
import { type Window, windowEnding } from '../../domain/time/window';
import type { SiteSettings } from '../../settings/siteSettings';
import { allCheckIns, type KeptCheckIn } from '../../store/strategy/checkIns';
import { cellsIn, type ReadSums, readSums, sumTexts } from '../../store/blocks/projectSums';
import type { ProjectSums } from '../../store/blocks/sums';
import { peopleIn, weeksIn } from '../../store/blocks/weeksAndPeople';
import { type ServedKey, servedKeys } from '../../store/strategy/servedKeys';
import type { ProjectState } from '../../store/work/projects';
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
  totalsScope: TotalsScope;
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

/** Three statements at once, whatever the number of issues. */
export const readWork = async (look: Look, sight: Sight, now: number): Promise<WorkReading> =>
  workFrom(await readSite(['cells']), look, sight, now);

/** What is kept of all projects, and what the strategy states. */
type SiteReading = {
  sums: readonly ReadSums[];
  servedKey: ServedKey;
  objectives: readonly Objective[];
  keyResults: readonly KeyResult[];
};

const readSite = async (texts: readonly (keyof ProjectSums)[]): Promise<SiteReading> => {
  const [sums, servedKey, strategy] = await Promise.all([readSums(texts), servedKeys(), statedStrategy()]);
  return { sums, servedKey, ...strategy };
};

const workFrom = (
  { sums, servedKey, objectives, keyResults }: SiteReading,
  look: Look,
  { browsable, projects: states }: Sight,
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
 * Six statements, three at a time. What they answer grows with the number of projects and objectives, not with that of issues.
 * @param further changes of the strategy that are wanted from before the window
 */
export const readPortfolio = async (
  look: Look,
  sight: Sight,
  now: number,
  further: FurtherEvents = {},
): Promise<PortfolioReading> => {
  const site = await readSite(sumTexts(look.measure));
  const work = workFrom(site, look, sight, now);
  const { asOf, window, sizing, cascade } = work;
  const { covers, leftOut, isCovered } = work.totalsScope;
  const { servedKey } = site;
  const sums = site.sums.filter(({ project }) => isCovered(project));
  const { historyOf, from = Infinity } = further;
  const since = Math.min(window.from, from);
  const firstDay = Math.min(window.from, firstDayOf(weekOf(asOf) - TREND_WEEKS)) - DAYS_MISSED;
  const [checkIns, events, snapshots] = await Promise.all([
    allCheckIns(),
    historyOf === undefined ? strategyEvents(since) : strategyEventsAndAllOf(historyOf, since),
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

/** The last snapshot before the window tells what the first one in it is a change of; some days may have none. */
export const DAYS_MISSED = 7;

/** A cell may hold nothing but work items whose parent is unknown. */
const hasUnits = ({ todo, doing, done, dropped }: Cell): boolean => todo.items + doing.items + done.items + dropped > 0;

/** Drafts are for strategy editors and their owners. */
export const isShown = (
  { status, owner }: Objective,
  { account, mayEdit }: Pick<PortfolioViewer, 'account' | 'mayEdit'>,
): boolean => status !== 'draft' || mayEdit || owner === account;
