import { formatDay } from '../../../../src/domain/time/day';
import { DAY_MS } from '../../../../src/domain/time/milliseconds';
import { reasonText } from '../../../../static/src/shared/suggestions/reasonText';
import { finePercent } from '../percent';
import type { SuggestionsReport, SureSuggestion } from './suggestionsOf';

const LIST = 20;

const day = (instant: number): string => formatDay(Math.floor(instant / DAY_MS));

const line = ({ key, summary, objective, chance, reasons }: SureSuggestion): string[] => [
  `  ${key} ${summary}`,
  `    → ${objective.key} ${objective.title} (${finePercent(chance)}): ${reasons.map((reason) => reasonText(reason, day)).join('; ')}`,
];

/** The report on suggestions as a page of text. `notes`: what is to be known of how the export was read */
export const printSuggestions = ({ figures, sure, unlinked }: SuggestionsReport, notes: readonly string[]): string => {
  const { n, candidates, top1, top3, baseline1, baseline3, answeredAt95 } = figures;
  const figureLines =
    n === 0 || candidates === null
      ? ['Nothing serves an objective yet, so there is nothing to learn from.']
      : [
          `${n} units with an objective, in the order in which they were created. At each the objective was suggested as if it were`,
          `not known, from what was there before; ${candidates.toFixed(1)} objectives to choose from on average.`,
          '',
          '                            suggested   always the most used',
          `  the right one first       ${finePercent(top1).padStart(9)}   ${finePercent(baseline1).padStart(20)}`,
          `  among the first three     ${finePercent(top3).padStart(9)}   ${finePercent(baseline3).padStart(20)}`,
          `  answered, 95 % of it right ${finePercent(answeredAt95).padStart(8)}`,
        ];
  return [
    'Suggestions',
    ...figureLines,
    '',
    `Sure enough, of ${unlinked} open ${unlinked === 1 ? 'unit that serves' : 'units that serve'} nothing: ${sure.length}`,
    ...sure.slice(0, LIST).flatMap(line),
    ...(sure.length > LIST ? ['  …'] : []),
    '',
    ...notes,
    ...(notes.length > 0 ? [''] : []),
  ].join('\n');
};
