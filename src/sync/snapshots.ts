import { Cascade } from '../domain/strategy/cascade';
import { scoresOf } from '../domain/scores/scores';
import { scoreSnapshot } from '../domain/scores/scoreSnapshot';
import { dayOf } from '../domain/time/day';
import { DAY_MS } from '../domain/time/milliseconds';
import { mixOf, type Mix } from '../domain/work/mix';
import { type ObjectiveFigures, objectiveFigures } from '../domain/strategy/objectiveFigures';
import type { Cell } from '../domain/work/cell';
import type { Sizing } from '../domain/work/sizing';
import type { ObjectiveSnapshot, ProjectSnapshot } from '../domain/strategy/snapshot';
import type { Measure } from '../domain/work/tally';
import { addWork, NO_WORK, workByObjective, type WorkSizes } from '../domain/work/work';
import { DEFAULT_WINDOW_DAYS, windowEnding } from '../domain/time/window';
import { siteSettings } from '../settings/siteSettings';
import { checkInOutlines } from '../store/strategy/checkInOutlines';
import { restoreMeasurements } from '../store/strategy/measurements';
import { allProjects } from '../store/work/projects';
import { cellsIn, readSums } from '../store/blocks/projectSums';
import { newestSnapshotDay, noteSnapshotDay } from '../store/runs/snapshotDay';
import { peopleIn } from '../store/blocks/weeksAndPeople';
import { storeScoreSnapshot } from '../store/strategy/scoreSnapshots';
import { forgetSnapshots, storeObjectiveSnapshots, storeProjectSnapshots } from '../store/strategy/snapshots';
import { statedStrategy } from '../store/strategy/statedStrategy';
import { turnedIn } from '../store/strategy/turnedIn';
import { siteReading } from '../site/siteReading';

/** Values of check-ins are stored again for so long, in case a crash left them out. */
const RESTORED_MS = 3 * DAY_MS;

/**
 * Stores today's snapshot of each objective, of each project and of the site's scores, in place of an earlier one of
 * today. Figures must be of today (`refreshSome`). That it was done is noted last, so after a crash it is done again.
 */
export const takeSnapshots = async (now: number): Promise<void> => {
  const today = dayOf(now, (await siteReading()).timeZone);
  await restoreMeasurements(now - RESTORED_MS);
  const projects = (await allProjects()).filter(({ refreshedAt }) => refreshedAt > 0);
  const { objectives, keyResults, servedKey } = await statedStrategy();
  const sums = await readSums(['cells', 'people']);
  const cells = cellsIn(sums, DEFAULT_WINDOW_DAYS, servedKey);
  const cascade = new Cascade(objectives);
  const typical = new Map(projects.map((project) => [project.id, project.typical]));
  const sizing = (measure: Measure): Sizing => ({ measure, typical });
  const own = { items: workByObjective(cells, sizing('items')), points: workByObjective(cells, sizing('points')) };
  const window = windowEnding(today, DEFAULT_WINDOW_DAYS);
  const { cadenceDays, responseDays } = await siteSettings();
  const checkIns = await checkInOutlines({ asOf: today, from: window.from, keyResults: keyResults.length });
  // Health and scores are recorded by items, which every unit has.
  const figures = objectiveFigures({ cascade, own: own.items, keyResults, checkIns, asOf: today, cadenceDays });
  await storeObjectiveSnapshots([...figures.values()].map((one) => objectiveSnapshot(one, cascade, own, today)));
  await storeProjectSnapshots(
    byProject(projects, cells).map(([project, ofProject]) => ({
      project,
      day: today,
      items: standings(mixOf(ofProject, 'effort', sizing('items'), cascade.statusOf), 1),
      points: standings(mixOf(ofProject, 'effort', sizing('points'), cascade.statusOf), 1000),
      planned: standings(mixOf(ofProject, 'planned', sizing('items'), cascade.statusOf), 1),
    })),
  );
  const people = peopleIn(sums, { days: DEFAULT_WINDOW_DAYS, servedKey, statusOf: cascade.statusOf });
  const counted = { cascade, keyResults, checkIns, cells, people, sizing: sizing('items'), cadenceDays, responseDays };
  // Signals need today's health, which is stored by now.
  await storeScoreSnapshot(scoreSnapshot(today, scoresOf({ ...counted, window, ...(await turnedIn(window)) })));
  await forgetSnapshots(today);
  await noteSnapshotDay(today);
};

/**
 * Takes today's snapshots unless they were taken, so a missed daily schedule leaves no hole. One statement if they
 * were.
 */
export const takeMissingSnapshots = async (now: number, timeZone: string): Promise<void> => {
  const last = await newestSnapshotDay();
  if (last === null || last < dayOf(now, timeZone)) await takeSnapshots(now);
};

type OwnWork = Record<Measure, ReadonlyMap<string, WorkSizes>>;

const objectiveSnapshot = (
  { key, keyResultProgress, health }: ObjectiveFigures,
  cascade: Cascade,
  own: OwnWork,
  day: number,
): ObjectiveSnapshot => {
  const subtree = [...cascade.subtree(key)];
  const below = (measure: Measure) =>
    subtree.reduce((sum, one) => addWork(sum, own[measure].get(one) ?? NO_WORK), NO_WORK).median;
  const { todo, doing } = (own.items.get(key) ?? NO_WORK).median;
  return {
    objective: key,
    day,
    items: whole(below('items'), 1 / 1000),
    points: whole(below('points'), 1),
    keyResultProgress,
    health,
    openWork: Math.round((todo + doing) / 1000),
  };
};

/** Sizes in thousandths, times `factor`, rounded. */
const whole = ({ todo, doing, done }: WorkSizes['median'], factor: number): ObjectiveSnapshot['items'] => ({
  todo: Math.round(todo * factor),
  doing: Math.round(doing * factor),
  done: Math.round(done * factor),
});

const standings = ({ aligned, run, stale, unlinked }: Mix, factor: number): ProjectSnapshot['items'] => ({
  aligned: Math.round(aligned * factor),
  run: Math.round(run * factor),
  stale: Math.round(stale * factor),
  unlinked: Math.round(unlinked * factor),
});

/** Each project with its cells. One without cells has done nothing, which is recorded too. */
const byProject = (projects: readonly { id: number }[], cells: readonly Cell[]): [number, Cell[]][] => {
  const parts = new Map<number, Cell[]>(projects.map(({ id }) => [id, []]));
  for (const cell of cells) parts.get(cell.project)?.push(cell);
  return [...parts];
};
