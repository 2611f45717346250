import type { MixFigure } from '../../../../src/contract';
import type { AskedRetags } from '../../../../src/domain/work/retags';
import { strategicIn } from '../../../../src/domain/work/mix';
import { countedIn, type Listed, type Opened } from '../counted/opened';
import type { Explanation } from '../explain/explanation';
import type { Format } from '../format';
import { STANDING_NAME } from '../words';
import { type Late, type Mass, whenOf } from './retagWords';

/** The issues of effort that were retagged so. `standing`: `null`: whatever they serve */
const retagsOpen = (
  title: string,
  retags: AskedRetags,
  { whose, ...of }: Listed,
  standing: 'aligned' | 'run' | null = null,
): Opened => ({
  title: whose === undefined ? title : `${title}, ${whose}`,
  counted: countedIn('effort', { standing, retags }),
  ...of,
});

const LATE = 'Linked after it was done';

/** The issues that were linked after they were done. */
export const lateOpens = (of: Listed, standing: 'aligned' | 'run'): Opened =>
  retagsOpen(`${LATE}, ${STANDING_NAME[standing].toLowerCase()}`, 'late', of, standing);

/** The issues of one mass; `null`: its project is hidden from the viewer. `isOfProjects`: the page is over projects */
export const massOpens = (mass: Mass, of: Listed, isOfProjects: boolean): Opened | null => {
  const { project, from, to } = mass;
  if (project === null) return null;
  return retagsOpen(
    'Linked anew',
    { from, to },
    {
      ...of,
      ...(isOfProjects && { row: { by: 'project', id: project.id } as const, whose: project.name }),
    },
  );
};

const FORMULA = '(aligned − these) ÷ (aligned + stale objective + no objective + those of these that run the business)';

const NOT_COUNTED = [
  'What was linked before the app was there, or while it was still to do: it is in no such note.',
  'Who linked it, and whether by hand, in bulk or by a rule: only that it changed is counted, a change that was taken back too.',
];

const ASSUMED = [
  'As if these served nothing. Some may have served another objective before, so this is the least that alignment would be.',
];

/** Explains what alignment would be without what was linked after it was done. */
export const explainLate = (late: Late, effort: MixFigure, of: Listed, format: Format): Explanation => {
  const { measure } = of.look;
  return {
    title: 'Alignment without what was linked late',
    value: format.percent(late.alignmentWithout),
    formula: FORMULA,
    inputs: [
      { name: STANDING_NAME.aligned, value: format.size(effort.aligned, measure) },
      {
        name: 'Of it, linked late',
        value: format.size(late.aligned, measure),
        ...(late.aligned > 0 && { opens: lateOpens(of, 'aligned') }),
      },
      {
        name: `${STANDING_NAME.run}, linked late`,
        value: format.size(late.run, measure),
        ...(late.run > 0 && { opens: lateOpens(of, 'run') }),
      },
      { name: 'All strategic effort', value: format.size(strategicIn(effort), measure) },
    ],
    covers: [
      'Effort that is done, and whose objective changed on a later day than the day it was done, by its own link or by one above it.',
    ],
    leftOut: [...NOT_COUNTED, 'What was linked on the day it was done: it counts as linked in time.'],
    assumed: ASSUMED,
  };
};

/** Explains what the alignment of a project would be without many links that were set at once. */
export const explainMass = (
  mass: Mass,
  opens: Opened | null,
  measure: Listed['look']['measure'],
  format: Format,
): Explanation => ({
  title: `Alignment without what was linked ${whenOf(mass, format)}`,
  value: format.percent(mass.alignmentWithout),
  formula: FORMULA,
  inputs: [
    { name: 'Alignment of the project’s effort', value: format.percent(mass.alignment) },
    { name: 'Aligned, of these', value: format.size(mass.aligned, measure) },
    { name: `${STANDING_NAME.run}, of these`, value: format.size(mass.run, measure) },
    { name: 'Share of the project’s effort, in items', value: format.percent(mass.share) },
  ],
  covers: [
    'Effort whose objective last changed then, when work on it had begun. A note is shown from 20 items and a tenth of a project’s effort on one day, or a quarter in the seven days up to a review or to today.',
  ],
  leftOut: NOT_COUNTED,
  assumed: ASSUMED,
  ...(opens && { opens }),
});
