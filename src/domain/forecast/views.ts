import { paceOf, PRIOR, type Remembered } from './memory';
import { chanceOfJust, chancesOf, type CountChances, type NegativeBinomial } from './negativeBinomial';

/**
 * A view of what is to come. No view suits every scope, so a forecast mixes them by how well each foresaw what came
 * (`Experience`).
 */
export type View = {
  /** weeks after which a week counts half: how far back it looks */
  halfLife: number;
  /**
   * `pace`: a scope goes on at the rate at which units came. `share`: of what is open the same share comes each week, so
   * a scope that runs out of work slows down. `season`: the pace, as it rose or fell in these weeks of earlier years
   */
  by: 'pace' | 'share' | 'season';
  /** standard deviation of the level over 13 weeks, relative to the level; 0: a steady level, at which units come at random */
  change: number;
  /** what the level goes to: 1 it holds, below 1 the scope slows down, above 1 it gets quicker */
  to: number;
};

/** Looks back over weeks, a quarter, a year, and several years. */
export const HALF_LIVES = [2.5, 8, 25, 100] as const;
const [SHORTEST, , , LONGEST] = HALF_LIVES;
/** From a steady level to one that may well double or end. */
const [STEADY, LITTLE, MUCH, MOST] = [0, 0.2, 0.6, 1.2];

/** A level that changes may also fall, and one that changes little may rise. */
const paces = (halfLife: number, change: number): View[] => {
  const to = change === STEADY ? [1] : change === LITTLE ? [1, 0.7, 0.4, 1.2] : [1, 0.7, 0.4];
  return to.map((level) => ({ halfLife, by: 'pace', change, to: level }));
};

export const VIEWS: readonly View[] = [STEADY, LITTLE, MUCH, MOST].flatMap((change) =>
  HALF_LIVES.flatMap((halfLife): View[] => {
    const hasSeason = halfLife !== SHORTEST && halfLife !== LONGEST && (change === LITTLE || change === MUCH);
    return [
      ...paces(halfLife, change),
      ...(hasSeason ? [{ halfLife, by: 'season' as const, change, to: 1 }] : []),
      ...(halfLife === LONGEST ? [] : [{ halfLife, by: 'share' as const, change, to: 1 }]),
    ];
  }),
);

/** A scope at the end of a week: how many units are open, and what is remembered by half-life. */
export type Standpoint = {
  open: number;
  memories: ReadonlyMap<number, Remembered>;
  /** how the coming weeks of earlier years compare with their pace until then, by half-life: `seasonOf` */
  season: (halfLife: number, weeks: number) => number;
};

/** Where a level changes, units also come in bursts (releases, sprint ends): their variance is so many times that of chance. */
const BURSTS = 1.5;
/** The level changes with time: some of its variance at once, all of it after about 9 weeks, at most twice as much. */
const changeAfter = (weeks: number): number => Math.min(2, weeks / 13 + 0.3);

const { exp, max, min } = Math;

/** The number of units that come in so many weeks, were there always enough open. */
const demand = (view: View, { open, memories, season }: Standpoint, weeks: number): NegativeBinomial => {
  const past = memories.get(view.halfLife) ?? NOTHING;
  const mean = view.to * expected(view, past, { open, season }, weeks);
  const level = view.change * mean;
  const byChance = (view.change > 0 ? BURSTS : 1) * mean;
  const variance = byChance * (1 + weeks / (past.weeks + PRIOR)) + level * level * changeAfter(weeks);
  return { mean, variance };
};

const NOTHING: Remembered = { weeks: 0, came: 0, added: 0, openWeeks: 0 };

const expected = (
  { by, halfLife }: View,
  past: Remembered,
  { open, season }: Pick<Standpoint, 'open' | 'season'>,
  weeks: number,
): number => {
  switch (by) {
    case 'pace':
      return byPace(past, weeks);
    case 'season':
      return byPace(past, weeks) * season(halfLife, weeks);
    case 'share':
      return byShare(past, open, weeks);
  }
};

const byPace = (past: Remembered, weeks: number): number => weeks * paceOf(past);

/** What is open comes at a constant rate each, what is added the later the less. */
const byShare = (past: Remembered, open: number, weeks: number): number => {
  const rate = (past.came + 0.2) / (past.openWeeks + 0.4);
  const comes = 1 - exp(-rate * weeks);
  return open * comes + addedIn(past, weeks) * (1 - comes / (rate * weeks));
};

const addedIn = (past: Remembered, weeks: number): number => (weeks * (past.added + 0.1)) / (past.weeks + 0.2);

/** The number of units that are added in so many weeks: scope goes on growing as it did. */
const growth = (halfLife: number, { memories }: Standpoint, weeks: number): NegativeBinomial => {
  const past = memories.get(halfLife) ?? NOTHING;
  const mean = addedIn(past, weeks);
  return { mean, variance: BURSTS * mean * (1 + weeks / (past.weeks + PRIOR)) + (mean * mean) / 2 };
};

/** The chance of at least so many to be added in so many weeks, by half-life. */
type Added = ReadonlyMap<number, number>;
const CERTAIN: Added = new Map();

const chancesOfAdded = (count: number, from: Standpoint, weeks: number): Added =>
  count <= 0
    ? CERTAIN
    : new Map(HALF_LIVES.map((halfLife) => [halfLife, chancesOf(count, growth(halfLife, from, weeks)).atLeast]));

/**
 * The chances of each view that at least `count` units come in so many weeks: never more than are open and still added.
 * Busy weeks and new work go together, so each is the smaller of the two chances.
 */
export const chancesThatCome = (views: readonly View[], from: Standpoint, weeks: number, count: number): number[] => {
  const added = chancesOfAdded(count - from.open, from, weeks);
  return views.map((view) => min(chancesOf(count, demand(view, from, weeks)).atLeast, added.get(view.halfLife) ?? 1));
};

/** The same, and the chances that just `count` come. */
export const chancesThatJustCome = (
  views: readonly View[],
  from: Standpoint,
  weeks: number,
  count: number,
): CountChances[] => {
  const added = chancesOfAdded(count - from.open, from, weeks);
  const addedMore = chancesOfAdded(count + 1 - from.open, from, weeks);
  return views.map((view) => {
    const comes = chancesOf(count, demand(view, from, weeks));
    const atLeast = min(comes.atLeast, added.get(view.halfLife) ?? 1);
    const more = min(comes.atLeast - comes.just, addedMore.get(view.halfLife) ?? 1);
    return { atLeast, just: max(0, atLeast - more) };
  });
};

/** The chances of each view that just `count` units come. Quicker than both, where what is added cannot limit them. */
export const chancesOfJustComing = (
  views: readonly View[],
  from: Standpoint,
  weeks: number,
  count: number,
): number[] =>
  count < from.open
    ? views.map((view) => chanceOfJust(count, demand(view, from, weeks)))
    : chancesThatJustCome(views, from, weeks, count).map(({ just }) => just);
