import type { HealthSince, ScoresSince } from '../../contract';
import { scoreSnapshot, type ScoreSnapshot } from '../../domain/scores/scoreSnapshot';
import type { Health } from '../../domain/strategy/health';
import { healthTurns } from '../../domain/strategy/healthTurns';
import type { ObjectiveSnapshot } from '../../domain/strategy/snapshot';
import type { Day } from '../../domain/time/day';
import { isAsRecorded } from '../../domain/forecast/alignmentTrend';
import type { PortfolioFigures } from './portfolioFigures';

/** What turned since a day: scores for those who see all totals, the health of objectives for everybody. */
type Turned = { scores: ScoresSince | null; health: HealthSince };

/**
 * What turned since a day. What was recorded covers all projects; for viewers whose numbers cover some, health is
 * reconstructed and there are no scores.
 * @param figures with what was recorded up to that day, and up to theirs
 */
export const turnedSince = (since: Day, figures: PortfolioFigures): Turned => {
  const { reading } = figures;
  if (reading.coverage.covers !== 'all') {
    return { scores: null, health: healthSince(newestUpTo(since, reading.recordedHealth), figures, false) };
  }
  const [before, newest] = reading.recordedDays;
  return {
    scores: { before: before?.scores ?? null, now: scoresNow(figures, newest?.scores ?? null) },
    health: healthSince(before?.objectives ?? [], figures, true),
  };
};

/** Today's scores if the page shows them as they are recorded, else the newest recorded ones. */
const scoresNow = ({ reading, scores }: PortfolioFigures, newest: ScoreSnapshot | null): ScoreSnapshot | null =>
  reading.look.measure === 'items' && isAsRecorded(reading.window) ? scoreSnapshot(reading.asOf, scores) : newest;

/** Of each objective the newest snapshot up to a day. */
const newestUpTo = (day: Day, snapshots: readonly ObjectiveSnapshot[]): ObjectiveSnapshot[] => {
  const newest = new Map<string, ObjectiveSnapshot>();
  for (const one of snapshots) {
    if (one.day <= day && one.day >= (newest.get(one.objective)?.day ?? -Infinity)) newest.set(one.objective, one);
  }
  const last = Math.max(...[...newest.values()].map((one) => one.day));
  return [...newest.values()].filter((one) => one.day === last);
};

const healthSince = (
  before: readonly ObjectiveSnapshot[],
  figures: PortfolioFigures,
  recorded: boolean,
): HealthSince => ({
  day: before[0]?.day ?? null,
  recorded,
  turned: healthTurns(before, healthNow(figures)),
});

/** Health by items, as it is recorded: the page's, if that shows items; else the newest recorded or reconstructed one. */
const healthNow = ({ reading, scores }: PortfolioFigures): Map<string, Health | null> => {
  const recorded = new Map(
    newestUpTo(reading.asOf, reading.recordedHealth).map(({ objective, health }) => [objective, health]),
  );
  return new Map(
    reading.cascade.objectives
      .filter(({ status }) => status === 'active')
      .map(({ key }) => [
        key,
        (reading.look.measure === 'items' ? scores.figures.get(key)?.health : recorded.get(key)) ?? null,
      ]),
  );
};
