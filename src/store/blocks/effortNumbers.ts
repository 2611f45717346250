import type { PersonSums } from '../../domain/work/blockFigures';
import { WINDOW_DAYS, type WindowDays } from '../../domain/time/window';

/** An effort number is the person's id times this, plus the kind of effort. */
const KINDS_OF_EFFORT = 2 * (WINDOW_DAYS.length + 1);

/** What a person does of work that serves the same. `window`: index of the shortest window with done work; their number: none has */
type Effort = { person: number; window: number; doing: boolean };

const numberOf = ({ person, window, doing }: Effort): number => person * KINDS_OF_EFFORT + window * 2 + (doing ? 1 : 0);

/** What an effort number says. */
export const effortIn = (number: number): Effort => {
  const kind = number % KINDS_OF_EFFORT;
  return { person: Math.floor(number / KINDS_OF_EFFORT), window: Math.floor(kind / 2), doing: kind % 2 === 1 };
};

/**
 * A person's effort in a block as one number: the person, the shortest window with done work, and whether work is in progress. Counting people
 * needs no more than this.
 */
export const effortNumber = ({ person, doing, done }: PersonSums): number => {
  const window = done.findIndex((units) => units > 0);
  return numberOf({ person, window: window < 0 ? WINDOW_DAYS.length : window, doing: doing > 0 });
};

/** The efforts of one person on one objective as one. */
export const joinedEffort = (one: number, other: number): number => {
  const [a, b] = [effortIn(one), effortIn(other)];
  return numberOf({ person: a.person, window: Math.min(a.window, b.window), doing: a.doing || b.doing });
};

/** The person of an effort number, whether work is in progress, and whether work was done in a window. */
export const effortFrom = (number: number, days: WindowDays): { person: number; doing: boolean; done: boolean } => {
  const { person, window, doing } = effortIn(number);
  return { person, doing, done: window <= WINDOW_DAYS.indexOf(days) };
};
