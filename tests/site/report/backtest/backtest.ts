import { type Case, replay, WEEKS_BEFORE } from '../../../../src/domain/forecast/replay';
import { type Foresight, HORIZONS, type Horizon } from '../../../../src/domain/forecast/foresight';
import { daysUntil } from '../../../../src/domain/forecast/forecast';
import { sumBetween } from '../../../../src/domain/forecast/weeklyCounts';
import { eachWeekDrawnAlone } from './presentMethod';
import type { ScopeHistory, ScopeKind } from './scopeHistory';
import { cameTrue, type Chances, lossOfOneNumber, mean, quantileLoss, STATED } from './scoring';
import { type ReplayedScope, weeklyHistory } from './weeklyHistory';

/** How often what was stated came true, 0…1, by the stated chance in per cent. `null`: there was no case */
type Hit = Record<'50' | '85' | '95', number | null>;

export type Backtest = {
  howMany: {
    scope: ScopeKind;
    weeks: Horizon;
    cases: number;
    hit: Hit;
    /** mean quantile loss, in parts of what was expected; of this method, the one before, and the mean alone */
    loss: number | null;
    lossBefore: number | null;
    lossMean: number | null;
  }[];
  when: {
    scope: ScopeKind;
    /** cases of which a stated day, the one of 50 % at least, lies by the last day; each day counts for itself */
    cases: number;
    /** cases of which a stated day lies beyond the last day, and is left out */
    beyond: number;
    hit: Hit;
  }[];
};

const KINDS: readonly ScopeKind[] = ['project', 'objective'];

/**
 * Replays the forecasts of projects and objectives: each with what was known on its day, compared with what came until
 * the last day.
 */
export const backtest = (histories: readonly ScopeHistory[], lastDay: number): Backtest => {
  const scopesOf = (kind: ScopeKind): ReplayedScope[] =>
    histories.filter((scope) => scope.kind === kind).map((scope) => weeklyHistory(scope, lastDay));
  return {
    howMany: KINDS.flatMap((scope) => howMany(scopesOf(scope)).map((row) => ({ scope, ...row }))),
    when: KINDS.map((scope) => ({ scope, ...when(scopesOf(scope), lastDay) })),
  };
};

type HowManyCase = { weeks: Horizon; hits: number[]; loss: number; lossBefore: number; lossMean: number };

const howMany = (scopes: readonly ReplayedScope[]) => {
  const cases: HowManyCase[] = [];
  replay(scopes, 'done', (of, foresight) => {
    for (const weeks of HORIZONS) {
      if (of.week + weeks < of.scope.counts.done.length) cases.push(howManyCase(of, foresight, weeks));
    }
  });
  return HORIZONS.map((weeks) => {
    const all = cases.filter((one) => one.weeks === weeks);
    return {
      weeks,
      cases: all.length,
      hit: hitOf(all.map(({ hits }) => hits)),
      loss: meanOrNone(all.map(({ loss }) => loss)),
      lossBefore: meanOrNone(all.map(({ lossBefore }) => lossBefore)),
      lossMean: meanOrNone(all.map(({ lossMean }) => lossMean)),
    };
  });
};

const howManyCase = ({ scope, week, from }: Case<ReplayedScope>, foresight: Foresight, weeks: Horizon): HowManyCase => {
  const { done } = scope.counts;
  const came = sumBetween(done, week, week + weeks);
  const before = done.slice(week - WEEKS_BEFORE + 1, week + 1);
  const expected = mean(before) * weeks;
  const scale = Math.max(1, expected);
  const chances = remembering((count) => foresight.chanceThatComes(from, weeks, count));
  return {
    weeks,
    hits: STATED.map((chance) => cameTrue(chances, chance, came)),
    loss: quantileLoss(chances, came) / scale,
    lossBefore: quantileLoss(eachWeekDrawnAlone(before, weeks), came) / scale,
    lossMean: lossOfOneNumber(expected, came) / scale,
  };
};

/** The same chances, each computed once. */
const remembering = (chances: Chances): Chances => {
  const known = new Map<number, number>();
  return (count) => {
    const chance = known.get(count) ?? chances(count);
    known.set(count, chance);
    return chance;
  };
};

const when = (scopes: readonly ReplayedScope[], lastDay: number) => {
  const cases: (number | null)[][] = [];
  replay(scopes, 'over', ({ scope, day, from }, foresight) => {
    if (from.open === 0) return;
    const over = scope.overDays.filter((each) => each > day)[from.open - 1] ?? Infinity;
    const said = STATED.map((chance) => daysUntil({ foresight, from }, chance));
    cases.push(said.map((days) => (days === null || day + days > lastDay ? null : Number(over <= day + days))));
  });
  const compared = cases.filter((hits) => hits.some((hit) => hit !== null));
  return {
    cases: compared.length,
    beyond: cases.filter((hits) => hits.includes(null)).length,
    hit: hitOf(cases),
  };
};

/** Each over the cases in which it could be compared. */
const hitOf = (cases: readonly (readonly (number | null)[])[]): Hit => {
  const at = (place: number): number | null =>
    meanOrNone(cases.map((hits) => hits[place] ?? null).filter((hit) => hit !== null));
  return { '50': at(0), '85': at(1), '95': at(2) };
};

const meanOrNone = (numbers: readonly number[]): number | null => (numbers.length === 0 ? null : mean(numbers));
