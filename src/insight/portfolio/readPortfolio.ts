import type { Measure, WindowDays } from '../../contract';
import type { PeopleCount } from '../../domain/scores/buyIn';
import { Cascade } from '../../domain/strategy/cascade';
import type { Coverage, Visible } from '../../domain/work/coverage';
import type { KeyResult } from '../../domain/strategy/keyResult';
import type { CheckInOutline } from '../../domain/strategy/checkIn';
import type { Cell } from '../../domain/work/cell';
import type { RetagCell } from '../../domain/work/retags';
import type { Sizing } from '../../domain/work/sizing';
import type { EffortSnapshot, ObjectiveSnapshot } from '../../domain/strategy/snapshot';
import { DAYS_MISSED } from '../../domain/strategy/signals';
import type { Turn } from '../../domain/strategy/turn';
import { type Day, dayOf } from '../../domain/time/day';
import { pastHealth } from '../../domain/forecast/pastHealth';
import { TREND_WEEKS } from '../../domain/forecast/trend';
import { firstDayOf, weekOf, type WeekSum } from '../../domain/time/weeks';
import { type Window, windowEnding } from '../../domain/time/window';
import type { Settings } from '../../domain/settings';
import { readingIfKnown } from '../../site/siteReading';
import { outlinesAndWeekly } from '../../store/strategy/checkInOutlines';
import { retagCellsIn } from '../../store/blocks/retagCells';
import { cellsIn, coveredSums, portfolioTexts, type ReadSums } from '../../store/blocks/projectSums';
import type { ProjectSums } from '../../store/blocks/sums';
import { peopleIn, weeksIn } from '../../store/blocks/weeksAndPeople';
import type { ProjectState } from '../../store/work/projects';
import type { RecordedDay } from '../../store/strategy/recordedDay';
import { snapshotsAndDays } from '../../store/strategy/snapshotsAndDays';
import type { Served } from '../../store/strategy/servedKeys';
import { statedStrategy, type StrategyOutline } from '../../store/strategy/statedStrategy';
import { turnsSince } from '../../store/strategy/turns';

/** The viewer of a portfolio page, with what admitting them has read. */
export type PortfolioViewer = {
  account: string;
  mayEdit: boolean;
  coverage: Coverage;
  visible: Visible;
  settings: Settings;
  lastReview: Day | null;
  projects: readonly ProjectState[];
};

/** Window and measure of a page. */
export type Look = { window: WindowDays; measure: Measure };

/** The work that the viewer's numbers cover, by project and what it serves, and the strategy. */
export type WorkReading = {
  look: Look;
  /** the newest day of any covered project's figures */
  asOf: number;
  window: Window;
  /** when the oldest figures were counted, epoch milliseconds */
  refreshedAt: number;
  coverage: Coverage;
  /** the covered projects */
  projects: ReadonlyMap<number, ProjectState>;
  sizing: Sizing;
  cascade: Cascade;
  keyResults: readonly KeyResult[];
  /** the stored ids of what is served */
  served: Served;
  /** of the one objective whose page it is */
  description: string | null;
  cells: readonly Cell[];
};

/** The work with its people and weeks, the check-ins, the changes of the strategy, and the recorded days. */
export type PortfolioReading = WorkReading & {
  checkIns: readonly CheckInOutline[];
  /** since the window began, and at least since the last cadence did */
  events: readonly Turn[];
  people: PeopleCount;
  weeks: readonly WeekSum[];
  retags: readonly RetagCell[];
  /** work of objectives; empty unless all projects are covered, over which it was recorded */
  recordedWork: readonly ObjectiveSnapshot[];
  /** health of objectives; reconstructed unless all projects are covered */
  recordedHealth: readonly ObjectiveSnapshot[];
  recordedEffort: readonly EffortSnapshot[];
  /** what was recorded over all projects up to the days that the page compares with; none unless all are covered */
  recordedDays: readonly RecordedDay[];
};

/** What a page needs beside the figures. */
export type Beside = {
  /** key of the objective whose page it is */
  own?: string;
  /** days that it compares with, by that of the figures: the newest record up to each is read */
  days?: (asOf: Day) => readonly Day[];
};

type Browsing = Pick<PortfolioViewer, 'coverage' | 'projects' | 'settings'>;

/** Two statements at once. */
export const readWork = async (look: Look, viewer: Browsing, now: number): Promise<WorkReading> =>
  workFrom(await readSource(['cells'], viewer), look, viewer, await timesOf(viewer, now));

/** Today, of which the page's figures are if nothing was counted yet. One statement then. */
const timesOf = async ({ coverage, projects }: Browsing, now: number): Promise<{ now: number; today: number }> => {
  const isCounted = projects.some(({ id, refreshedAt }) => coverage.covered.has(id) && refreshedAt > 0);
  const timeZone = isCounted ? null : ((await readingIfKnown())?.timeZone ?? null);
  return { now, today: dayOf(now, timeZone ?? 'UTC') };
};

/** The sums of the covered projects, and the strategy. */
type PortfolioSource = StrategyOutline & { sums: readonly ReadSums[] };

const readSource = async (
  texts: readonly (keyof ProjectSums)[],
  { coverage }: Browsing,
  own?: string,
): Promise<PortfolioSource> => {
  const [sums, strategy] = await Promise.all([coveredSums(texts, coverage), statedStrategy(own)]);
  return { sums, ...strategy };
};

const workFrom = (
  { sums, servedKey, served, objectives, keyResults, description }: PortfolioSource,
  look: Look,
  { coverage, projects }: Pick<Browsing, 'coverage' | 'projects'>,
  { now, today }: { now: number; today: number },
): WorkReading => {
  const states = projects.filter(({ id }) => coverage.covered.has(id));
  const read = states.filter(({ refreshedAt }) => refreshedAt > 0);
  const asOf = read.length === 0 ? today : Math.max(...read.map(({ refreshedDay }) => refreshedDay));
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
    served,
    description,
    cells: cellsIn(sums, look.window, servedKey),
  };
};

/** The days in which the newest record up to a day is looked for. */
const recordedUpTo = (day: Day): Window => ({ from: day - DAYS_MISSED, to: day });

/**
 * Five statements, at most three at a time. Their answers grow with projects and objectives, not with issues or with what
 * people write.
 */
export const readPortfolio = async (
  look: Look,
  viewer: Browsing,
  now: number,
  { own, days = () => [] }: Beside = {},
): Promise<PortfolioReading> => {
  const source = await readSource(portfolioTexts(look.measure), viewer, own);
  const work = workFrom(source, look, viewer, await timesOf(viewer, now));
  const { asOf, window, sizing, cascade } = work;
  const { covers, covered } = work.coverage;
  const { sums, servedKey } = source;
  const trendBegins = firstDayOf(weekOf(asOf) - TREND_WEEKS);
  const firstDay = Math.min(window.from, trendBegins) - DAYS_MISSED;
  // Of all projects health was recorded. Of some it is reconstructed.
  const past = covers === 'all' ? null : firstDayOf(weekOf(asOf) - TREND_WEEKS + 1);
  const [said, changed, snapshots] = await Promise.all([
    outlinesAndWeekly({ asOf, from: window.from, keyResults: work.keyResults.length, own }, past),
    // A new objective is given one cadence, which may be longer than the window.
    turnsSince(Math.min(window.from, asOf - viewer.settings.cadenceDays), { asOf, past }),
    snapshotsAndDays(firstDay, {
      covered,
      objectives: covers === 'all',
      days: covers === 'all' ? days(asOf).map(recordedUpTo) : [],
    }),
  ]);
  const weeks = weeksIn(sums, { asOf, sizing, servedKey });
  const byItems = (): WeekSum[] =>
    look.measure === 'items' ? weeks : weeksIn(sums, { asOf, sizing: { ...sizing, measure: 'items' }, servedKey });
  return {
    ...work,
    checkIns: said.checkIns,
    // Open work was noted over all projects.
    events: covers === 'all' ? changed.turns : changed.turns.map((event) => ({ ...event, openWork: 0 })),
    people: peopleIn(sums, { days: look.window, servedKey, statusOf: cascade.statusOf }),
    weeks,
    retags: retagCellsIn(sums, servedKey),
    recordedWork: snapshots.objectives,
    recordedHealth:
      covers === 'all'
        ? snapshots.objectives
        : pastHealth({
            cascade,
            issues: source.issues,
            keyResults: work.keyResults,
            asOf,
            events: changed.past,
            checkIns: said.weekly,
            weeks: byItems(),
            since: snapshots.effort[0]?.day ?? Infinity,
            cadenceDays: viewer.settings.cadenceDays,
          }),
    recordedEffort: snapshots.effort,
    recordedDays: snapshots.days,
  };
};
