import type { Reason } from '../../../../src/domain/suggestions/reasons';
import { formatDay } from '../../../../src/domain/time/day';
import { DAY_MS } from '../../../../src/domain/time/milliseconds';
import type { SuggestionsReport, SureSuggestion } from './suggestionsOf';

const LIST = 20;

const percent = (ratio: number | null): string => (ratio === null ? '–' : `${(ratio * 100).toFixed(1)} %`);

/** How many issues serve the objective. */
const serve = (count: number, which: string): string =>
  count === 1 ? `1 issue ${which} serves it` : `${count} issues ${which} serve it`;

/** Each reason in words; the objective is "it". */
const SAYS: Record<Reason['subject'], (reason: Reason) => string> = {
  words: ({ shared }) => `words in common: ${shared.join(', ')}`,
  recency: ({ newest }) =>
    `work was linked to it lately${newest === null ? '' : `, on ${formatDay(Math.floor(newest / DAY_MS))}`}`,
  reporter: ({ units }) => serve(units, 'of the same reporter'),
  assignee: ({ units }) => serve(units, 'of the same assignee'),
  component: ({ units, shared }) => serve(units, `of component ${shared.join(', ')}`),
  label: ({ units, shared }) => serve(units, `with label ${shared.join(', ')}`),
  sprint: ({ units, shared }) => serve(units, `of sprint ${shared.join(', ')}`),
  version: ({ units, shared }) => serve(units, `for version ${shared.join(', ')}`),
  type: ({ units }) => serve(units, 'of the same type'),
  project: ({ units }) => serve(units, 'of the same project'),
  key: () => 'issues created next to it serve it',
  unused: () => 'it is new',
  owner: () => 'its owner reported or has the work',
};

const line = ({ key, summary, objective, chance, reasons }: SureSuggestion): string[] => [
  `  ${key} ${summary}`,
  `    → ${objective.key} ${objective.title} (${percent(chance)}): ${reasons.map((reason) => SAYS[reason.subject](reason)).join('; ')}`,
];

/** The report on suggestions as a page of text. */
export const printSuggestions = ({ figures, sure, unlinked }: SuggestionsReport): string => {
  const { n, candidates, top1, top3, baseline1, baseline3, answeredAt95 } = figures;
  const figureLines =
    n === 0 || candidates === null
      ? ['Nothing serves an objective yet, so there is nothing to learn from.']
      : [
          `${n} units with an objective, in the order in which they were created. At each the objective was suggested as if it were`,
          `not known, from what was there before; ${candidates.toFixed(1)} objectives to choose from on average.`,
          '',
          '                            suggested   always the most used',
          `  the right one first       ${percent(top1).padStart(9)}   ${percent(baseline1).padStart(20)}`,
          `  among the first three     ${percent(top3).padStart(9)}   ${percent(baseline3).padStart(20)}`,
          `  answered, 95 % of it right ${percent(answeredAt95).padStart(8)}`,
        ];
  return [
    'Suggestions',
    ...figureLines,
    '',
    `Sure enough, of ${unlinked} open ${unlinked === 1 ? 'unit that serves' : 'units that serve'} nothing: ${sure.length}`,
    ...sure.slice(0, LIST).flatMap(line),
    ...(sure.length > LIST ? ['  …'] : []),
    '',
  ].join('\n');
};
