import type { Day, Measure } from '../../../../src/contract';
import { type Mix, runShareOf } from '../../../../src/domain/work/mix';
import { STANDINGS } from '../../../../src/domain/work/standing';
import type { Work } from '../../../../src/domain/work/work';
import { RUN_FORMULA } from '../explain/explainRun';
import { ALIGNMENT_FORMULA, type Explanation, WORK_FORMULA } from '../explain/explanation';
import type { Format } from '../format';
import { RUN_MEANING, STANDING_MEANING, STANDING_NAME, type WorkKind } from '../words';
import { originInWords } from './pastWords';

/** The day that figures are of, and in which measure. */
export type Then = { from: Day; day: Day; recorded: boolean; measure: Measure };

/** What a past day's figures do not tell. */
const SUMS_ONLY = 'Its issues: of a past day there are the sums only.';

/** Explains the alignment of effort or planned work on a past day. `whose`: of a part of the portfolio */
export function explainMixThen(kind: WorkKind, mix: Mix, then: Then, format: Format, whose?: string): Explanation {
  const { from, day, measure } = then;
  const of = kind === 'effort' ? 'effort' : 'planned work';
  const input = (standing: 'aligned' | 'stale' | 'unlinked') => ({
    name: STANDING_NAME[standing],
    value: format.size(mix[standing], measure),
    meaning: STANDING_MEANING[standing],
  });
  return {
    title: `Alignment of ${of}${whose === undefined ? '' : ` of ${whose}`} on ${format.day(day)}`,
    value: mix.alignment === null ? 'No value: there was no such work' : format.percent(mix.alignment),
    formula: ALIGNMENT_FORMULA,
    inputs: [input('aligned'), input('stale'), input('unlinked')],
    covers: [
      kind === 'effort'
        ? `In progress on that day, or done from ${format.day(from)} to ${format.day(day)}.`
        : `Still to do on ${format.day(day)}.`,
      originInWords(then, format),
    ],
    leftOut: [
      ...(mix.run > 0 ? [`${format.size(mix.run, measure)} that run the business. ${RUN_MEANING}.`] : []),
      SUMS_ONLY,
    ],
  };
}

/** Explains the share of Run the business in the effort of a past day. */
export function explainRunThen(mix: Mix, then: Then, format: Format): Explanation {
  const { from, day, measure } = then;
  const share = runShareOf(mix);
  return {
    title: `Run share of the effort on ${format.day(day)}`,
    value: share === null ? 'No value: there was no effort' : format.percent(share),
    formula: RUN_FORMULA,
    inputs: STANDINGS.map((standing) => ({
      name: STANDING_NAME[standing],
      value: format.size(mix[standing], measure),
    })),
    covers: [
      `In progress on that day, or done from ${format.day(from)} to ${format.day(day)}.`,
      originInWords(then, format),
    ],
    leftOut: [SUMS_ONLY],
  };
}

/** Explains a score of a past day, whose formula is that of today. `inputs`: as far as they are kept */
export const explainScoreThen = (
  { title, formula }: Pick<Explanation, 'title' | 'formula'>,
  value: string,
  inputs: Explanation['inputs'],
  then: Then,
  format: Format,
): Explanation => ({
  title: `${title} on ${format.day(then.day)}`,
  value,
  formula,
  inputs,
  covers: [originInWords(then, format)],
  leftOut: ['What else it was made of: of a past day there are the index and its factors only.'],
});

/** Explains the work progress of an objective on a past day. */
export function explainWorkThen(
  title: string,
  work: Pick<Work, 'todo' | 'doing' | 'done' | 'progress'>,
  then: Then,
  format: Format,
): Explanation {
  const input = (name: string, size: number) => ({ name, value: format.size(size, then.measure) });
  return {
    title: `${title} on ${format.day(then.day)}`,
    value: work.progress === null ? 'No value: there was no work yet' : format.percent(work.progress),
    formula: WORK_FORMULA,
    inputs: [input('To do', work.todo), input('In progress', work.doing), input('Done', work.done)],
    covers: [originInWords(then, format)],
    leftOut: [SUMS_ONLY],
  };
}
