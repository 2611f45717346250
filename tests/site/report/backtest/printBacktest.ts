import { percent as written } from '../percent';
import { type HowRead, readingLines, replayLines } from '../printAssumptions';
import type { Backtest } from './backtest';

const percent = (share: number | null): string => written(share).padStart(7);
const number = (value: number | null): string => (value === null ? '–' : value.toFixed(3)).padStart(7);
const times = (loss: number | null, other: number | null): string =>
  (loss === null || other === null || other === 0 ? '–' : (loss / other).toFixed(2)).padStart(7);

const hits = (hit: Backtest['when'][number]['hit']): string => [hit['50'], hit['85'], hit['95']].map(percent).join('');

/** The backtest as a page of text. `leftOut`: issues created after the last day */
export const printBacktest = ({ howMany, when }: Backtest, howRead: HowRead, leftOut: number): string =>
  [
    'Forecasts, replayed: every fourth week with what was known then, compared with what came',
    '',
    'How many units will be done',
    '  scope       weeks  cases   of 50 %   85 %   95 % came true   loss  × before  × mean',
    ...howMany.map(
      ({ scope, weeks, cases, hit, loss, lossBefore, lossMean }) =>
        `  ${scope.padEnd(10)} ${String(weeks).padStart(6)} ${String(cases).padStart(6)}   ${hits(hit)}          ${number(loss)}   ${times(loss, lossBefore)} ${times(loss, lossMean)}`,
    ),
    '',
    'When what is open will be over',
    '  scope              cases   of 50 %   85 %   95 % came true  left out',
    ...when.map(
      ({ scope, cases, beyond, hit }) =>
        `  ${scope.padEnd(10)}        ${String(cases).padStart(6)}   ${hits(hit)}          ${String(beyond).padStart(10)}`,
    ),
    '',
    'Loss: the mean quantile loss, in parts of what was expected; less is better. Before: each week drawn alone from the',
    'last twelve. Mean: the mean of the last twelve alone. Left out: the stated day lies beyond the last day of the data.',
    '',
    'How the export was read',
    ...readingLines(howRead).map((line) => `  ${line}`),
    '',
    'What was assumed and left out',
    ...replayLines(howRead, leftOut).map((line) => `  ${line}`),
    '',
  ].join('\n');
