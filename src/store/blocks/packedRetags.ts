import { gatheredBy } from '../../domain/gatheredBy';
import { WINDOW_DAYS } from '../../domain/time/window';
import { addTally, EMPTY_TALLY } from '../../domain/work/tally';
import type { Retags } from '../../domain/work/retags';
import { differences, packNumbers } from './numbers';
import { partsIn } from './packed';

/** Retags of work that serves the same. `serves`: an objective's id, `RUN_ID` or `NOTHING_ID` */
type ServedRetags = { serves: number; retags: readonly Retags[] };

/** In progress, or done within each of `WINDOW_DAYS`, in time or late. */
const KINDS_OF_RETAG = 1 + 2 * WINDOW_DAYS.length;
/** Numbers of a retag: its day and kind in one, and its tally. */
const NUMBERS = 4;
/** Most retags whose day a project's row tells: about 40 kB of text. Those too old for it add one for each objective and kind. */
const MOST_RETAGS = 5_000;
/** The day of those that are too old to be told apart, together. The number is stored. */
const OLD = 0;

/** The day of some retags and what kind they are of, as one number. */
const numberOf = ({ day, within, late }: Retags): number =>
  day * KINDS_OF_RETAG + (within === null ? 0 : 1 + 2 * WINDOW_DAYS.indexOf(within) + (late ? 1 : 0));

const retagsFrom = (number: number, [items = 0, points = 0, unestimated = 0]: readonly number[]): Retags => {
  const kind = number % KINDS_OF_RETAG;
  return {
    day: Math.floor(number / KINDS_OF_RETAG),
    within: kind === 0 ? null : (WINDOW_DAYS[Math.floor((kind - 1) / 2)] ?? null),
    late: kind > 0 && kind % 2 === 0,
    tally: { items, points, unestimated },
  };
};

/** `retags`, in parts: of each retag its number, as its difference to the one before, and its tally. */
export const packRetags = (parts: readonly ServedRetags[]): string =>
  packNumbers(
    parts
      .filter(({ retags }) => retags.length > 0)
      .flatMap(({ serves, retags }) => {
        const sorted = [...retags].sort((a, b) => numberOf(a) - numberOf(b));
        const since = differences(sorted.map(numberOf));
        return [
          serves,
          sorted.length,
          ...sorted.flatMap(({ tally }, at) => [since[at] ?? 0, tally.items, tally.points, tally.unestimated]),
        ];
      }),
  );

/** Reads `retags`. */
export const unpackRetags = (text: string): ServedRetags[] =>
  partsIn(text, NUMBERS, (numbers, from, to) => {
    const retags: Retags[] = [];
    let number = 0;
    for (let at = from; at < to; at += NUMBERS) {
      number += numbers[at] ?? 0;
      retags.push(retagsFrom(number, numbers.slice(at + 1, at + NUMBERS)));
    }
    return retags;
  }).map(({ serves, held }) => ({ serves, retags: held }));

/** Adds up the retags of a project's blocks. If they are too many, the oldest lose their day. */
export const addedRetags = (texts: readonly string[]): ServedRetags[] => {
  const all = texts.flatMap(unpackRetags).flatMap(({ serves, retags }) => retags.map((one) => ({ serves, ...one })));
  const added = addedAlike(all);
  if (added.length <= MOST_RETAGS) return gathered(added);
  const days = added.map(({ day }) => day).sort((a, b) => b - a);
  const oldest = days[MOST_RETAGS - 1] ?? OLD;
  return gathered(addedAlike(added.map((one) => (one.day > oldest ? one : { ...one, day: OLD }))));
};

type ServedRetag = Retags & { serves: number };

const addedAlike = (retags: readonly ServedRetag[]): ServedRetag[] =>
  [...gatheredBy(retags, (one) => `${one.serves} ${numberOf(one)}`).values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined
      ? []
      : [{ ...first, tally: alike.map(({ tally }) => tally).reduce(addTally, EMPTY_TALLY) }];
  });

/** In order, so that equal sums are equal texts whatever the order of blocks. */
const gathered = (retags: readonly ServedRetag[]): ServedRetags[] =>
  [...gatheredBy(retags, ({ serves }) => serves)]
    .sort(([a], [b]) => a - b)
    .map(([serves, of]) => ({
      serves,
      retags: of.map(({ day, within, late, tally }) => ({ day, within, late, tally })),
    }));
