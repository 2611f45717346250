import { DAY_MS, HOUR_MS } from '../time/milliseconds';
import { LIKENESSES, type Likeness } from './likeness';
import { SIGNALS, type Signal } from './signals';
import type { Candidate, TextIndex, UnitFacts } from './unitFacts';

/** A unit with the objective that it serves. */
export type LinkedUnit = UnitFacts & { objective: string };

/** What is known before a unit: what was linked, in that order, and the texts of that and of the objectives. */
export type Known = { links: readonly LinkedUnit[]; used: ReadonlyMap<string, number>; texts: TextIndex };

export const unitText = (id: number): string => `unit ${id}`;
export const objectiveText = (key: string): string => `objective ${key}`;

const NAMES = Object.keys(LIKENESSES) as Likeness[];
/** For each likeness the places of its signals. */
const SIGNALS_OF = NAMES.map((name) => SIGNALS.flatMap(({ like }, at) => (like === name ? [at] : [])));

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
  const alike = NAMES.map(() => 0);
  for (let at = links.length - 1; at >= 0; at--) {
    const link = links[at];
    if (!link) continue;
    const place = places.get(link.objective);
    const words = scoreOf(unitText(link.id));
    const hours = Math.max(0, unit.created - link.created) / HOUR_MS;
    NAMES.forEach((name, kind) => {
      const likeness = LIKENESSES[name](unit, link, words);
      if (likeness === 0) return;
      const newer = alike[kind] ?? 0;
      alike[kind] = newer + likeness;
      if (place === undefined) return;
      for (const signal of SIGNALS_OF[kind] ?? []) {
        const row = said[signal];
        if (row) row[place] = (row[place] ?? 0) + likeness * loudness(SIGNALS[signal], newer, hours);
      }
    });
  }
  return said.map((values, signal) => logShares(values, SIGNALS[signal]?.floor ?? 1));
};

/** How loud a unit still speaks, 0…1, after newer ones that are alike and after a time. */
const loudness = (signal: Signal | undefined, newer: number, hours: number): number =>
  2 ** -((signal?.links ? newer / signal.links : 0) + (signal?.hours ? hours / signal.hours : 0));

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
