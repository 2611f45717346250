import type { Measure, Retagged } from '../../../../src/contract';
import { DAYS_BEFORE_REVIEW } from '../../../../src/domain/work/massRetags';
import type { Format } from '../format';

export type Late = Retagged['late'];
export type Mass = Retagged['mass'][number];

/** When many links were set: on a day, or in the days up to a review. */
export const whenOf = ({ from, to, review }: Pick<Mass, 'from' | 'to' | 'review'>, format: Format): string => {
  if (review !== null) return `in the ${DAYS_BEFORE_REVIEW} days up to the review of ${format.day(review)}`;
  return from === to ? `on ${format.day(to)}` : `in the ${DAYS_BEFORE_REVIEW} days up to ${format.day(to)}`;
};

/** A note in pieces: numbers that open to issues, what is said of each, and the alignment without all of them. */
type Pieces<Number> = { numbers: { of: Number; text: string; said: string }[]; without: string };

/** What was linked after it was done; no numbers: nothing was. */
export const latePieces = (late: Late, measure: Measure, format: Format): Pieces<'aligned' | 'run'> => ({
  numbers: [
    { of: 'aligned' as const, said: ' linked after the work was done' },
    { of: 'run' as const, said: ' set to Run the business after it was done' },
  ]
    .filter(({ of }) => late[of] > 0)
    .map((one) => ({ ...one, text: format.size(late[one.of], measure) })),
  without: ': without that, alignment ',
});

/** Many links at once. `isOfProjects`: the note names its project */
export const massPieces = (mass: Mass, isOfProjects: boolean, format: Format): Pieces<'mass'> => {
  const whose = mass.project === null ? 'a project that you cannot browse' : mass.project.name;
  const share = `${format.percent(mass.share)} of the effort${isOfProjects ? ` of ${whose}` : ''}`;
  return {
    numbers: [{ of: 'mass', text: format.units(mass.units), said: ` linked anew ${whenOf(mass, format)}` }],
    without: `, ${share}: alignment ${format.percent(mass.alignment)}, without them `,
  };
};

const inWords = ({ numbers, without }: Pieces<string>, alignment: number | null, format: Format): string =>
  `${numbers.map(({ text, said }) => text + said).join(', and ')}${without}${format.percent(alignment)}`;

/** The notes of a page over projects, a sentence each. */
export const retagsInWords = ({ late, mass }: Retagged, measure: Measure, format: Format): string[] => {
  const pieces = latePieces(late, measure, format);
  return [
    ...(pieces.numbers.length > 0 ? [inWords(pieces, late.alignmentWithout, format)] : []),
    ...mass.map((one) => inWords(massPieces(one, true, format), one.alignmentWithout, format)),
  ];
};
