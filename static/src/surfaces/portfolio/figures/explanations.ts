import { weekOf } from '../../../../../src/domain/time/weeks';
import { alignedEffort, opensObjective } from '../../../shared/counted/opened';
import type { Forecast, Health, PortfolioBasis, PortfolioObjective } from '../../../../../src/contract';
import { AT_RISK, isUnlikelyInTime, ON_TRACK, UNLIKELY } from '../../../../../src/domain/strategy/health';
import { HEADLINE_NAME } from '../../../../../src/domain/strategy/objective';
import { explainWork, SUBTREE_WORK, type Explanation } from '../../../shared/explain/explanation';
import { NONE, type Format } from '../../../shared/format';
import { sumOf } from '../../../shared/sumOf';
import { HEALTH_NAME, healthInWords } from '../../../shared/words';
import { coversOf } from '../explain/coverage';
import { FULL_WEEKS, forecastInWords, recordInWords } from './forecastWords';

/** Explains the work progress of an objective and those below it. */
export const explainObjectiveWork = (
  { objective, work }: PortfolioObjective,
  basis: PortfolioBasis,
  format: Format,
): Explanation => {
  const explanation = explainWork(
    work,
    {
      title: `Work on ${objective.key}`,
      covers: SUBTREE_WORK,
      measure: basis.measure,
      asOf: basis.asOf,
      median: null,
      opens: (title, part, of) => opensObjective(title, part, objective.key, basis, of),
    },
    format,
  );
  return { ...explanation, covers: [SUBTREE_WORK, ...coversOf(basis, format)] };
};

const equalWeights = (keyResults: PortfolioObjective['keyResults']) =>
  keyResults.filter(({ progress }) => progress !== null).every(({ weight }) => (weight ?? 0) === 0);

export function explainKeyResults(one: PortfolioObjective, basis: PortfolioBasis, format: Format): Explanation {
  const { objective, keyResults, keyResultProgress } = one;
  const isEqual = equalWeights(keyResults);
  const without = keyResults.filter(({ progress }) => progress === null);
  return {
    title: `Key results of ${objective.key}`,
    value: format.percent(keyResultProgress),
    formula: `${isEqual ? 'mean' : 'mean, by weight,'} of (current − baseline) ÷ (target − baseline), each kept within 0 % and 100 %; in a range: 100 % inside, 0 % outside`,
    inputs: keyResults
      .filter(({ progress }) => progress !== null)
      .map(({ title, unit, current, progress, weight }) => ({
        name: title,
        value: format.percent(progress),
        meaning: [
          current && `${format.number(current.value)} ${unit} on ${format.day(current.day)}`,
          !isEqual && `weight ${format.number(weight ?? 0)}`,
        ]
          .filter(Boolean)
          .join(', '),
      })),
    covers: [`Check-ins up to ${format.day(basis.to)}.`],
    leftOut: without.map(({ title, current }) =>
      current === null
        ? `${title}: no check-in has brought a value yet.`
        : `${title}: its goal cannot be measured yet.`,
    ),
  };
}

export function explainHealth(
  one: PortfolioObjective,
  health: Health,
  basis: PortfolioBasis,
  format: Format,
): Explanation {
  const { objective, progress, expected, start, target, headline, stated, forecast } = one;
  const ratio = progress !== null && expected !== null && expected > 0 ? progress / expected : null;
  return {
    title: `Health of ${objective.key}`,
    value: healthInWords({ health, forecast }),
    formula: `on track from ${ON_TRACK} × expected, at risk from ${AT_RISK} × expected, else off track; expected = days passed ÷ days from start to target`,
    inputs: [
      {
        name: 'Progress',
        value: format.percent(progress),
        meaning: `judged by: ${HEADLINE_NAME[headline].toLowerCase()}`,
        ...(headline === 'work' &&
          one.work.total > 0 && {
            opens: opensObjective(`Work on ${objective.key}`, 'all', objective.key, basis),
          }),
      },
      {
        name: 'Expected by now',
        value: format.percent(expected),
        meaning: `${start === null ? 'no start' : format.day(start)} to ${target === null ? 'no target date' : format.day(target)}`,
      },
      { name: 'Progress ÷ expected', value: ratio === null ? NONE : format.number(ratio) },
      ...(isUnlikelyInTime(health, forecast?.chance)
        ? [
            {
              name: 'Chance to arrive in time',
              value: format.percent(forecast?.chance ?? null),
              meaning: `by its forecast; below ${format.percent(UNLIKELY)} it is unlikely in time`,
            },
          ]
        : []),
    ],
    covers: [`Computed for ${format.day(basis.to)}.`],
    leftOut: stated
      ? [
          `What was stated on ${format.day(stated.day)} (${HEALTH_NAME[stated.health].toLowerCase()}): it is shown below the computed health.`,
        ]
      : [],
  };
}

export function explainForecast(
  one: PortfolioObjective,
  forecast: Forecast,
  basis: PortfolioBasis,
  format: Format,
): Explanation {
  const { objective, target } = one;
  // Forecasts count items, whatever the page measures in, and full weeks.
  const inItems = { window: basis.window, measure: 'items' as const };
  const lastWeek = weekOf(basis.to + 1) - 1;
  const done = sumOf(forecast.weekly, (week) => week);
  return {
    title: `Forecast of ${objective.key}`,
    value: forecastInWords(one, format, format.shortDay),
    formula:
      'the days by which, with a chance of 50% and of 85%, as many work items are done or dropped as are open today: at the paces of the last weeks, months and years, each counting as far as it foretold what came so far',
    inputs: [
      {
        name: 'Open work items',
        value: format.number(forecast.remaining),
        ...(forecast.remaining > 0 && {
          opens: opensObjective(`Open work on ${objective.key}`, 'open', objective.key, inItems),
        }),
      },
      {
        name: `Done in each of the last ${FULL_WEEKS}`,
        value: `${format.number(done)} in all`,
        meaning: forecast.weekly.map((week) => format.number(week)).join(', '),
        ...(done > 0 && {
          opens: opensObjective(`Done lately for ${objective.key}`, 'finished', objective.key, inItems, {
            weeks: { first: lastWeek - forecast.weekly.length + 1, last: lastWeek },
          }),
        }),
      },
      { name: 'Its record', value: recordInWords(forecast.record) },
      ...(target !== null ? [{ name: `Chance by ${format.day(target)}`, value: format.percent(forecast.chance) }] : []),
    ],
    covers: coversOf(basis, format),
    leftOut: ['What will be added later: it comes after what is open today.'],
    assumed: [
      'The pace changes as it did before. Every fourth week of the past was foretold again, for all objectives, and where what was stated with 85% came true less often, later forecasts state less.',
      'Of the open work items the same share will be dropped as of those that are done or dropped by now, and is not waited for.',
      'Fewer items come as an objective runs out of work: never more than are open and, as before, still added.',
    ],
  };
}

/** Explains planned share and share of the aligned effort. */
export function explainShare(one: PortfolioObjective, basis: PortfolioBasis, format: Format): Explanation {
  const { objective, plannedShare, effortShare, effort, weight } = one;
  return {
    title: `Share of ${objective.key}`,
    value: `${format.percent(plannedShare)} planned, ${format.percent(effortShare)} of the effort`,
    formula:
      'planned = weight ÷ weights of its active siblings, × the planned shares of all objectives above it; effort = aligned effort on it and below ÷ all aligned effort',
    inputs: [
      { name: 'Weight', value: weight === null ? NONE : format.number(weight), meaning: 'among its siblings' },
      {
        name: 'Aligned effort',
        value: format.size(effort, basis.measure),
        ...(effort > 0 && { opens: alignedEffort(objective.key, basis) }),
      },
    ],
    covers: coversOf(basis, format),
    assumed: weight === null ? ['Without a weight it counts 0; where no sibling has one, all count the same.'] : [],
    ...(effort > 0 && {
      opens: alignedEffort(objective.key, basis),
    }),
  };
}
