import type { Health, ObjectiveRef, PastPortfolio, Portfolio } from '../../../../../src/contract';
import { ALL_FACTORS } from '../../../../../src/domain/scores/executionIndex';
import type { Format } from '../../../shared/format';
import { mixesThenNow, scoreThenNow, shareThenNow, type ThenNow } from '../../../shared/past/thenNow';
import { FACTOR_NAME, titled } from '../../../shared/words';
import { projectName } from '../explain/names';
import { INDEX_NAME } from '../words';

/** The figures of the whole portfolio, then and now; the index and its factors where they are known. */
export function figureRows({ scores, ...then }: PastPortfolio, now: Portfolio, format: Format): ThenNow[] {
  const ofScores =
    scores === null
      ? []
      : [
          scoreThenNow(INDEX_NAME, scores.index, now.index, format.index),
          ...ALL_FACTORS.map((factor) =>
            scoreThenNow(FACTOR_NAME[factor], scores.factors[factor], now.factors[factor].value, format.score),
          ),
        ];
  return [...ofScores, ...mixesThenNow(then, now, format)];
}

/** Why the index and its factors are missing; `null`: they are not. */
export function noScoresBecause({ scores, covers, recorded }: PastPortfolio, { basis }: Portfolio): string | null {
  if (scores !== null) return null;
  if (covers !== 'all') {
    return 'What the index and its factors were is shown to those who see all totals: they do not add up from projects.';
  }
  return recorded && basis.measure === 'points'
    ? 'The index and its factors are recorded in items: choose Work items to compare them.'
    : 'The index and its factors were not recorded on that day.';
}

/** The work done on an objective then and now, and its health. */
export type ObjectiveRow = ThenNow & { objective: ObjectiveRef; healthThen: Health | null; healthNow: Health | null };

/** The objectives that had work then or have some now. */
export function objectiveRows({ objectives }: PastPortfolio, now: Portfolio, format: Format): ObjectiveRow[] {
  const then = new Map(objectives.of.map((one) => [one.objective.key, one]));
  return now.objectives.flatMap(({ objective, work, health, archived }) => {
    const before = then.get(objective.key);
    if (archived || (work.total === 0 && (before?.work.total ?? 0) === 0)) return [];
    return {
      ...shareThenNow(titled(objective), before?.work.progress ?? null, work.progress, format),
      objective,
      healthThen: before?.health ?? null,
      healthNow: health,
    };
  });
}

/** The alignment of each project's effort then and now. */
export function projectRows({ projects }: PastPortfolio, now: Portfolio, format: Format): ThenNow[] {
  const idOf = (project: { id: string } | null) => project?.id ?? '';
  const then = new Map(projects.map((one) => [idOf(one.project), one]));
  const today = new Map(now.projects.map((one) => [idOf(one.project), one]));
  return [...new Set([...today.keys(), ...then.keys()])].map((id) =>
    shareThenNow(
      projectName((today.get(id) ?? then.get(id))?.project ?? null),
      then.get(id)?.effort.alignment ?? null,
      today.get(id)?.effort.alignment ?? null,
      format,
    ),
  );
}
