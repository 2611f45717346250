import type { Measure, PastObjective, PastPortfolio } from '../../contract';
import { recordedMix, recordedPlan } from '../../domain/forecast/alignmentTrend';
import { ratio } from '../../domain/ratio';
import { type Scores, scoresOf, valuesOf } from '../../domain/scores/scores';
import type { ObjectiveOutline } from '../../domain/strategy/objective';
import type { ObjectiveSnapshot } from '../../domain/strategy/snapshot';
import { type Day, dayOf } from '../../domain/time/day';
import { type Window, windowEnding } from '../../domain/time/window';
import { hasUnits } from '../../domain/work/cell';
import { fromThousandths } from '../../domain/work/tally';
import { checkInOutlines } from '../../store/strategy/checkInOutlines';
import type { RecordedDay } from '../../store/strategy/recordedDay';
import { type StrategyOutline, statedStrategy } from '../../store/strategy/statedStrategy';
import { turnedIn } from '../../store/strategy/turnedIn';
import { countedAgain, mixesOf, recordedOn, refuseUnlessPast } from '../pastDay';
import { byProjectRef } from './basis';
import type { Look, PortfolioViewer } from './readPortfolio';
import { isShown } from './visibleObjective';

type Viewer = Pick<PortfolioViewer, 'account' | 'mayEdit' | 'coverage' | 'settings' | 'projects'>;

/**
 * The portfolio as it was at the end of a day: as recorded on it, else counted again from the work items. What was
 * recorded over all projects is for those who see all totals; for others objectives are counted again over theirs.
 * Seven statements at the most beside one for each 38,000 work items, and up to four more where some projects are
 * covered.
 */
export const pastPortfolio = async (day: Day, look: Look, viewer: Viewer, now: number): Promise<PastPortfolio> => {
  const { coverage } = viewer;
  refuseUnlessPast(day, todayOf(viewer, now));
  const window = windowEnding(day, look.window);
  const [strategy, recorded] = await Promise.all([statedStrategy(), recordedOn(day, look.window, coverage)]);
  const basis = { from: window.from, day, covers: coverage.covers };
  const isRecorded = recorded.projects.length > 0;
  const again = isRecorded && coverage.covers === 'all' ? null : await readAgain(strategy, window, look, viewer);
  const shown = (again ?? strategy).objectives.filter((objective) => isShown(objective, viewer));
  return {
    ...basis,
    ...(isRecorded || again === null ? recordedFigures(recorded, look.measure, viewer) : again.figures),
    recorded: isRecorded,
    objectives:
      again === null
        ? { recorded: true, of: recordedObjectives(recorded.objectives, shown, look.measure) }
        : { recorded: false, of: shown.map((objective) => objectiveThen(objective, again.scores)) },
  };
};

/** The newest day of the covered projects' figures; of none, today in UTC. */
const todayOf = ({ coverage, projects }: Viewer, now: number): Day => {
  const days = projects.flatMap(({ id, refreshedAt, refreshedDay }) =>
    coverage.covered.has(id) && refreshedAt > 0 ? refreshedDay : [],
  );
  return days.length === 0 ? dayOf(now, 'UTC') : Math.max(...days);
};

type Figures = Pick<PastPortfolio, 'effort' | 'planned' | 'projects' | 'scores'>;

const recordedFigures = ({ projects, scores }: RecordedDay, measure: Measure, viewer: Viewer): Figures => ({
  effort: recordedMix(projects, measure),
  planned: recordedPlan(projects, measure),
  projects: byProjectRef(
    projects,
    ({ project }) => project,
    namesFor(viewer),
    (parts, project) => ({
      project,
      effort: recordedMix(parts, measure),
      planned: recordedPlan(parts, measure),
    }),
  ),
  // They are recorded in items.
  scores: scores !== null && measure === 'items' ? { index: scores.index, factors: scores.factors } : null,
});

/** Counts the portfolio again, with all scores for those who see all totals. */
const readAgain = async (
  strategy: StrategyOutline,
  window: Window,
  look: Look,
  viewer: Viewer,
): Promise<{ figures: Figures; scores: Scores; objectives: readonly ObjectiveOutline[] }> => {
  const { coverage, settings } = viewer;
  const isWhole = coverage.covers === 'all';
  const { keyResults } = strategy;
  const asked = { day: window.to, window: look.window, coverage, strategy };
  const [{ cells, typical, people, cascade }, checkIns, turned] = await Promise.all([
    countedAgain(asked),
    checkInOutlines({ asOf: window.to, from: window.from, keyResults: keyResults.length }),
    isWhole ? turnedIn(window) : { events: [], recordedHealth: [] },
  ]);
  const sizing = { measure: look.measure, typical };
  const { cadenceDays, responseDays } = settings;
  const counted = {
    cascade,
    keyResults,
    checkIns,
    ...turned,
    cells,
    people,
    sizing,
    window,
    cadenceDays,
    responseDays,
  };
  const scores = scoresOf(counted);
  return {
    scores,
    objectives: cascade.objectives,
    figures: {
      ...mixesOf(cells, sizing, cascade),
      projects: byProjectRef(
        cells.filter(hasUnits),
        ({ project }) => project,
        namesFor(viewer),
        (of, project) => ({
          project,
          ...mixesOf(of, sizing, cascade),
        }),
      ),
      scores: isWhole ? { index: scores.index, factors: valuesOf(scores.factors) } : null,
    },
  };
};

const namesFor = ({ coverage, projects }: Viewer) => ({
  coverage,
  projects: new Map(projects.map((project) => [project.id, project])),
});

/** The caller shows drafts only to those who may see them. */
const shownRef = ({ key, title, status }: ObjectiveOutline) => ({ key, title, status });

const objectiveThen = (objective: ObjectiveOutline, { figures }: Scores): PastObjective => {
  const { todo = 0, doing = 0, done = 0, total = 0, progress = null } = figures.get(objective.key)?.work ?? {};
  const health = figures.get(objective.key)?.health ?? null;
  return { objective: shownRef(objective), work: { todo, doing, done, total, progress }, health };
};

const recordedObjectives = (
  snapshots: readonly ObjectiveSnapshot[],
  shown: readonly ObjectiveOutline[],
  measure: Measure,
): PastObjective[] => {
  const snapshotOf = new Map(snapshots.map((snapshot) => [snapshot.objective, snapshot]));
  const size = measure === 'items' ? (count: number) => count : fromThousandths;
  return shown.flatMap((objective) => {
    const snapshot = snapshotOf.get(objective.key);
    if (snapshot === undefined) return [];
    const [todo, doing, done] = (['todo', 'doing', 'done'] as const).map((part) => size(snapshot[measure][part]));
    const work = { todo: todo ?? 0, doing: doing ?? 0, done: done ?? 0 };
    const total = work.todo + work.doing + work.done;
    return {
      objective: shownRef(objective),
      work: { ...work, total, progress: ratio(work.done, total) },
      health: snapshot.health,
    };
  });
};
