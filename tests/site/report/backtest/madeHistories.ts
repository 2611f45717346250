import { randomAt, seedOf } from '../../../random';
import type { ScopeHistory, ScopeKind } from './scopeHistory';

type Unit = ScopeHistory['units'][number];
type Random = {
  /** 0…1, without 1 */
  share: () => number;
  below: (bound: number) => number;
  /** events that fall at random, so many in the mean */
  poisson: (mean: number) => number;
  /** 1 in the mean, spread like a log-normal number of this deviation */
  noise: (deviation: number) => number;
};

const randomOf = (seed: string): Random => {
  const start = seedOf(seed);
  let place = 0;
  const share = (): number => randomAt(start, place++) / 2 ** 32;
  return {
    share,
    below: (bound) => Math.floor(share() * bound),
    poisson: (mean) => {
      let count = 0;
      for (let product = share(); product > Math.exp(-mean); product *= share()) count += 1;
      return count;
    },
    noise: (deviation) => {
      const normal = Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
      return Math.exp(deviation * normal - deviation ** 2 / 2);
    },
  };
};

const WEEKS = 330;
const DROPPED = 0.1;

/** A team that does so many units in a week, of what is there, and gets a few more to do. */
const team = (random: Random, pace: (week: number) => number): Unit[] => {
  const open: { created: number; over: number | null; dropped: boolean }[] = [];
  const units: Unit[] = [];
  for (let week = 0; week < WEEKS; week++) {
    const added = random.poisson(pace(week) * 1.05) + (week === 0 ? 10 : 0);
    for (let at = 0; at < added; at++) {
      const unit = { created: 7 * week + random.below(7), over: null, dropped: false };
      open.push(unit);
      units.push(unit);
    }
    for (let left = random.poisson(pace(week)); left > 0 && open.length > 0; left--) {
      const [unit] = open.splice(random.below(Math.min(20, open.length)), 1);
      if (!unit) break;
      unit.over = Math.max(unit.created, 7 * week + random.below(7));
      unit.dropped = random.share() < DROPPED;
    }
  }
  return units;
};

/** An objective of a few units, most of them there from the start, that is worked on until most of them are done. */
const running = (random: Random): Unit[] => {
  const start = random.below(7 * WEEKS);
  const pace = 7 / random.noise(0.7);
  let done = start + random.below(30);
  return Array.from({ length: 6 + random.below(40) }, () => start + random.below(random.share() < 0.6 ? 14 : 150))
    .sort((a, b) => a - b)
    .map((created) => {
      if (random.share() < 0.15) return { created, over: null, dropped: false };
      done = Math.max(done, created) - pace * Math.log(1 - random.share());
      return { created, over: Math.floor(done), dropped: random.share() < DROPPED };
    });
};

/** Kinds of pace: units done in a week. */
const PACES: Record<string, (random: Random) => (week: number) => number> = {
  steady: () => () => 4,
  growing: (random) => (week) => (2 + week / 40) * random.noise(0.2),
  seasonal: (random) => (week) => 4 * (1 + 0.5 * Math.sin((2 * Math.PI * week) / 52)) * random.noise(0.2),
  bursts: (random) => (week) => (week % 9 === 0 || random.share() < 0.05 ? 9 : 1.5) * random.noise(0.4),
  'a team that doubles': (random) => (week) => (week < WEEKS / 2 ? 3 : 6) * random.noise(0.2),
};

/** Made histories by kind, the same for the same seed, and the last day of them. */
export const madeHistories = (seed: string): { name: string; histories: ScopeHistory[]; lastDay: number }[] => {
  const lastDay = 7 * WEEKS - 1;
  const many = (kind: ScopeKind, count: number, units: (random: Random) => Unit[], name: string): ScopeHistory[] =>
    Array.from({ length: count }, (_, at) => {
      const all = units(randomOf(`${seed} ${name} ${at}`));
      return { kind, key: `${name} ${at}`, units: knownBy(all, lastDay) };
    }).filter((scope) => scope.units.length > 0);
  return [
    ...Object.entries(PACES).map(([name, pace]) => ({
      name,
      lastDay,
      histories: many('project', 4, (random) => team(random, pace(random)), name),
    })),
    {
      name: 'objectives that run out of work',
      lastDay,
      histories: many('objective', 120, running, 'running'),
    },
  ];
};

const knownBy = (units: readonly Unit[], day: number): Unit[] =>
  units
    .filter(({ created }) => created <= day)
    .map((unit) => (unit.over !== null && unit.over > day ? { ...unit, over: null, dropped: false } : unit));
