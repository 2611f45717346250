import { DAY_MS, HOUR_MS } from '../time/milliseconds';
import { LIKENESSES, type Likeness } from './likeness';
import { SIGNALS } from './signals';
import type { Candidate, TextIndex, UnitFacts } from './unitFacts';

/** A unit with the objective that it serves. */
export type LinkedUnit = UnitFacts & { objective: string };

/** What is known before a unit: what was linked, in that order, and the texts of that and of the objectives. */
export type Known = { links: readonly LinkedUnit[]; used: ReadonlyMap<string, number>; texts: TextIndex };

export const unitText = (id: number): string => `unit ${id}`;
export const objectiveText = (key: string): string => `objective ${key}`;

/** Each likeness with its signals and their places. Looked up once: the loop over links is the work of it all. */
const KINDS = (Object.keys(LIKENESSES) as Likeness[]).map((name) => ({
  likeness: LIKENESSES[name],
  signals: SIGNALS.flatMap(({ like, links, hours }, at) => (like === name ? [{ at, links, hours }] : [])),
}));

const NO_KIND: (typeof KINDS)[number] = { likeness: () => 0, signals: [] };

/** So often halved, a unit is no longer heard. */
const INAUDIBLE = 30;
/** Links older than these are not asked, so that each suggestion takes milliseconds however long the past. */
const MOST_LINKS = 3000;

/**
 * What speaks for each candidate: a row of numbers each, one for each signal. For a signal of earlier units it is the
 * logarithm of the candidate's share of what they say, so that a weighted sum of the row pools the shares of all
 * signals (a logarithmic opinion pool: Genest and Zidek, "Combining probability distributions", 1986). Centred over
 * the candidates: a signal that says the same of all has 0 for each.
 */
export const evidenceOf = (unit: UnitFacts, candidates: readonly Candidate[], known: Known): number[][] => {
  const likeTexts = known.texts.like(unit.summary);
  const scoreOf = (id: string): number => likeTexts.get(id)?.score ?? 0;
  const columns = [
    ...sharesOfLinks(unit, candidates, known, scoreOf),
    ...ownSignals(unit, candidates, known, scoreOf),
  ].map(centred);
  return candidates.map((_, at) => columns.map((column) => column[at] ?? 0));
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const centred = (values: readonly number[]): number[] => {
  const mean = values.length === 0 ? 0 : sum(values) / values.length;
  return values.map((value) => value - mean);
};

const logShares = (values: readonly number[], floor: number): number[] => {
  const total = sum(values) + floor * values.length;
  return values.map((value) => Math.log((value + floor) / total));
};

const sharesOfLinks = (
  unit: UnitFacts,
  candidates: readonly Candidate[],
  { links }: Known,
  scoreOf: (id: string) => number,
): number[][] => {
  const places = new Map(candidates.map(({ key }, at) => [key, at]));
  const said = SIGNALS.map(() => candidates.map(() => 0));
  const alike = KINDS.map(() => 0);
  for (let at = links.length - 1; at >= Math.max(0, links.length - MOST_LINKS); at--) {
    const link = links[at];
    if (!link) continue;
    const place = places.get(link.objective);
    const words = scoreOf(unitText(link.id));
    const age = Math.max(0, unit.created - link.created) / HOUR_MS;
    for (let kind = 0; kind < KINDS.length; kind++) {
      const { likeness, signals } = KINDS[kind] ?? NO_KIND;
      const like = likeness(unit, link, words);
      if (like === 0) continue;
      const newer = alike[kind] ?? 0;
      alike[kind] = newer + like;
      if (place === undefined) continue;
      for (const signal of signals) {
        const halvings = (signal.links ? newer / signal.links : 0) + (signal.hours ? age / signal.hours : 0);
        const row = said[signal.at];
        if (row && halvings < INAUDIBLE) row[place] = (row[place] ?? 0) + like * 2 ** -halvings;
      }
    }
  }
  return said.map((values, signal) => logShares(values, SIGNALS[signal]?.floor ?? 1));
};

/** In the order of `OWN_SIGNALS`. The floor of a title's share is about the score of one common word, squared. */
const ownSignals = (
  unit: UnitFacts,
  candidates: readonly Candidate[],
  { used }: Known,
  scoreOf: (id: string) => number,
): number[][] => {
  const titles = candidates.map(({ key }) => scoreOf(objectiveText(key)));
  const today = Math.floor(unit.created / DAY_MS);
  return [
    titles.map((score) => Math.log1p(score)),
    logShares(
      titles.map((score) => score ** 2),
      10,
    ),
    candidates.map(({ key }) => (used.has(key) ? 0 : 1)),
    candidates.map(({ key, start }) => (used.has(key) || start === null ? 0 : -Math.log1p(Math.max(0, today - start)))),
    candidates.map(({ owner }) => (owner !== null && [unit.reporter, unit.assignee].includes(owner) ? 1 : 0)),
  ];
};
