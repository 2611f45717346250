import type { KeyResult, PortfolioObjective } from '../../contract';
import { withoutJira } from '../../domain/strategy/objectiveIssue';
import type { ObjectiveOutline } from '../../domain/strategy/objective';
import type { KeyResultFigures } from '../../domain/strategy/objectiveFigures';
import { ratio } from '../../domain/ratio';
import { fromThousandths } from '../../domain/work/tally';
import type { PortfolioFigures } from './portfolioFigures';

/** An objective with all its figures and its title. The caller shows drafts only to those who may see them. */
export const portfolioObjective = (
  objective: ObjectiveOutline,
  { scores, outlook, activeSince }: PortfolioFigures,
  withTrend = true,
): PortfolioObjective => {
  const { key, title, status, parent, owner, perspective, start, target, weight, headline, archived } =
    withoutJira(objective);
  const figures = scores.figures.get(key);
  if (figures === undefined) throw new RangeError(`no figures of ${key}`);
  const effort = scores.alignedEffort.get(key) ?? 0;
  return {
    objective: { key, title, status },
    parent,
    owner,
    perspective,
    start,
    target,
    weight,
    headline,
    archived,
    plannedShare: figures.plannedShare,
    effort: fromThousandths(effort),
    effortShare: ratio(fromThousandths(effort), scores.effort.aligned),
    work: figures.work,
    blocked: scores.units.get(key)?.blocked ?? 0,
    keyResults: figures.keyResults.map(shownKeyResult),
    keyResultProgress: figures.keyResultProgress,
    progress: figures.progress,
    expected: figures.expected,
    health: figures.health,
    stated: figures.stated,
    weakestChild: figures.weakestChild,
    forecast: outlook.forecasts.get(key)?.forecast ?? null,
    trend: withTrend ? (outlook.workTrends.get(key) ?? []) : [],
    lastCheckIn: figures.lastCheckIn,
    activeSince: activeSince.get(key) ?? null,
  };
};

const shownKeyResult = ({ keyResult, ...figures }: KeyResultFigures): KeyResult => {
  const { id, title, unit, goal, weight } = keyResult;
  return { id, title, unit, goal, weight, ...figures };
};
