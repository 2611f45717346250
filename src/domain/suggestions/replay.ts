import { DAY_MS } from '../time/milliseconds';
import type { LinkedUnit } from './evidence';
import { Suggester, type Suggestion } from './suggester';
import type { Candidate, TextIndex } from './unitFacts';

/** How good suggestions would have been. Shares are 0…1 of `n`; `null` without any unit. */
export type ReplayFigures = {
  /** units with an objective */
  n: number;
  /** objectives to choose from at each, on average */
  candidates: number | null;
  /** the right objective was suggested first; among the first three */
  top1: number | null;
  top3: number | null;
  /** the same of always suggesting the objectives used most so far */
  baseline1: number | null;
  baseline3: number | null;
  /** the largest share that can be answered, by leaving out what is least sure, so that at least 95 % are right */
  answeredAt95: number | null;
};

/** How sure the first suggestion was, 0…1, and whether it was right; 0 and wrong where there was nothing to choose from. */
export type Answer = { chance: number; right: boolean };

/**
 * A suggester that knows all links, and how its answers fared on the way. `sure`: at which chance and above at least
 * 95 % of them were right; `null`: at none
 */
export type Replay = { figures: ReplayFigures; answers: Answer[]; suggester: Suggester; sure: number | null };

const SURE_ENOUGH = 0.95;

/**
 * Lives through the links of the past in the order of creation: suggests an objective for each unit, from those that
 * exist then (started or used by then), compares, and learns. At each it knows only what was created before.
 * `objectives`: the active ones.
 */
export const replay = (linked: readonly LinkedUnit[], objectives: readonly Candidate[], texts: TextIndex): Replay => {
  const suggester = new Suggester(texts);
  const answers: Answer[] = [];
  const count = { candidates: 0, top1: 0, top3: 0, baseline1: 0, baseline3: 0 };
  for (const { objective, ...unit } of inOrder(linked)) {
    const candidates = existing(objectives, suggester.used, unit.created);
    // Most links are inherited: to know the parent would be to know the answer.
    const suggested = suggester.suggest({ ...unit, parent: null }, candidates);
    const place = placeOf(suggested, objective);
    const usual = mostUsed(candidates, suggester.used).findIndex(({ key }) => key === objective);
    count.candidates += candidates.length;
    if (place === 0) count.top1 += 1;
    if (isAmongThree(place)) count.top3 += 1;
    if (usual === 0) count.baseline1 += 1;
    if (isAmongThree(usual)) count.baseline3 += 1;
    answers.push({ chance: suggested[0]?.chance ?? 0, right: place === 0 });
    suggester.learn(unit, objective, suggested);
  }
  const n = answers.length;
  const sure = answeredAt(answers, SURE_ENOUGH);
  const each = (value: number): number | null => (n === 0 ? null : value / n);
  const figures = {
    n,
    candidates: each(count.candidates),
    top1: each(count.top1),
    top3: each(count.top3),
    baseline1: each(count.baseline1),
    baseline3: each(count.baseline3),
    answeredAt95: each(sure?.answered ?? 0),
  };
  return { figures, answers, suggester, sure: sure?.chance ?? null };
};

/** The order in which units were created. Exports write minutes: within one, the numbers of their keys tell the order. */
const inOrder = (units: readonly LinkedUnit[]): LinkedUnit[] =>
  [...units].sort((a, b) => a.created - b.created || a.number - b.number || a.id - b.id);

/** The objectives that exist at an instant (epoch milliseconds): started or used by then. */
export const existing = (
  objectives: readonly Candidate[],
  used: ReadonlyMap<string, number>,
  instant: number,
): Candidate[] =>
  objectives.filter(({ key, start }) => used.has(key) || (start !== null && start <= Math.floor(instant / DAY_MS)));

/** The candidates that were used, the most used first. */
const mostUsed = (candidates: readonly Candidate[], used: ReadonlyMap<string, number>): Candidate[] =>
  candidates.filter(({ key }) => used.has(key)).sort((a, b) => (used.get(b.key) ?? 0) - (used.get(a.key) ?? 0));

const placeOf = (suggested: readonly Suggestion[], objective: string): number =>
  suggested.findIndex(({ candidate }) => candidate.key === objective);

const isAmongThree = (place: number): boolean => place >= 0 && place < 3;

/**
 * The cut-off that answers most while at least that share of the answers is right: whoever is as sure as `chance` or
 * surer answers. `null`: there is none. Answers that are equally sure stand and fall together; a chance of 0 is no answer.
 */
export const answeredAt = (answers: readonly Answer[], share: number): { answered: number; chance: number } | null => {
  const surest = answers.filter(({ chance }) => chance > 0).sort((a, b) => b.chance - a.chance);
  let right = 0;
  let found: { answered: number; chance: number } | null = null;
  surest.forEach((answer, at) => {
    if (answer.right) right += 1;
    const answered = at + 1;
    if (surest[answered]?.chance !== answer.chance && right >= share * answered) {
      found = { answered, chance: answer.chance };
    }
  });
  return found;
};
