import type { Health, ObjectiveRef, PastPortfolio, Portfolio } from '../../../../../src/contract';
import { ALL_FACTORS } from '../../../../../src/domain/scores/executionIndex';
import type { Format } from '../../../shared/format';
import type { Listed } from '../../../shared/counted/opened';
import { type Explanation, explainMix } from '../../../shared/explain/explanation';
import { explainMixThen, explainScoreThen, explainWorkThen, type Then } from '../../../shared/past/explainThen';
import { mixesThenNow } from '../../../shared/past/mixesThenNow';
import { type Explained, scoreThenNow, shareThenNow, type ThenNow } from '../../../shared/past/thenNow';
import { FACTOR_NAME, titled } from '../../../shared/words';
import { coverageOf } from '../explain/coverage';
import { explainIndex } from '../explain/executionIndex';
import { EXPLAIN_FACTOR } from '../explain/factors';
import { projectRow } from '../explain/projectEffort';
import { explainObjectiveWork } from '../figures/explanations';
import { projectName } from '../explain/names';
import { INDEX_NAME } from '../words';

/** The figures of the whole portfolio, then and now; the index and its factors where they are known. */
export function figureRows(past: PastPortfolio, now: Portfolio, format: Format): ThenNow[] {
  const { scores } = past;
  const then = thenOf(past, now);
  const ofScore = (today: Explanation, value: string, inputs: Explanation['inputs'] = []): Explained => ({
    then: explainScoreThen(today, value, inputs, then, format),
    now: today,
  });
  const factorsThen = ALL_FACTORS.map((factor) => ({
    name: FACTOR_NAME[factor],
    value: format.score(scores?.factors[factor] ?? null),
  }));
  const ofScores =
    scores === null
      ? []
      : [
          {
            ...scoreThenNow(INDEX_NAME, scores.index, now.index, format.index),
            explained: ofScore(explainIndex(now, format), format.index(scores.index), factorsThen),
          },
          ...ALL_FACTORS.map((factor) => ({
            ...scoreThenNow(FACTOR_NAME[factor], scores.factors[factor], now.factors[factor].value, format.score),
            explained: ofScore(EXPLAIN_FACTOR[factor](now, format), format.score(scores.factors[factor])),
          })),
        ];
  const today = { mixes: now, basis: now.basis, of: listedIn(now), covers: [coverageOf(now.basis, format)] };
  return [...ofScores, ...mixesThenNow(past, then, today, format)];
}

const thenOf = (past: PastPortfolio, { basis }: Portfolio): Then => ({ ...past, measure: basis.measure });

const listedIn = ({ basis: { window, measure } }: Portfolio): Listed => ({ look: { window, measure }, filter: null });

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
export function objectiveRows(past: PastPortfolio, now: Portfolio, format: Format): ObjectiveRow[] {
  const then = new Map(past.objectives.of.map((one) => [one.objective.key, one]));
  // Recorded or not, they may be counted again where the rest was recorded.
  const day = { ...thenOf(past, now), recorded: past.objectives.recorded };
  return now.objectives.flatMap((one) => {
    const { objective, work, health, archived } = one;
    const before = then.get(objective.key);
    if (archived || (work.total === 0 && (before?.work.total ?? 0) === 0)) return [];
    return {
      ...shareThenNow(titled(objective), before?.work.progress ?? null, work.progress, format),
      explained: {
        ...(before && { then: explainWorkThen(`Work on ${objective.key}`, before.work, day, format) }),
        now: explainObjectiveWork(one, now.basis, format),
      },
      objective,
      healthThen: before?.health ?? null,
      healthNow: health,
    };
  });
}

/** The alignment of each project's effort then and now. */
export function projectRows(past: PastPortfolio, now: Portfolio, format: Format): ThenNow[] {
  const idOf = (project: { id: string } | null) => project?.id ?? '';
  const then = new Map(past.projects.map((one) => [idOf(one.project), one]));
  const today = new Map(now.projects.map((one) => [idOf(one.project), one]));
  return [...new Set([...today.keys(), ...then.keys()])].map((id) => {
    const [before, after] = [then.get(id)?.effort, today.get(id)?.effort];
    const project = (today.get(id) ?? then.get(id))?.project ?? null;
    const name = projectName(project);
    const of = { ...listedIn(now), row: projectRow(project), whose: name };
    return {
      ...shareThenNow(name, before?.alignment ?? null, after?.alignment ?? null, format),
      explained: {
        ...(before && { then: explainMixThen('effort', before, thenOf(past, now), format, name) }),
        ...(after && { now: explainMix('effort', after, { basis: now.basis, of }, format, [`Of ${name} only.`]) }),
      },
    };
  });
}
