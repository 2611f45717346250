import { type Known, type LinkedUnit, objectiveText, unitText } from './evidence';
import { LIKENESSES, type Likeness } from './likeness';
import { type Subject, SUBJECTS } from './signals';
import type { Candidate, UnitFacts } from './unitFacts';

/** A candidate with what speaks for it: a number for each signal. */
export type Weighed = { candidate: Candidate; evidence: readonly number[] };

/**
 * Why an objective is suggested. `units`: how many of those that serve it are like the unit in that way, and `newest`
 * when the newest of them was created (epoch milliseconds). `shared`: the words, components, labels, sprints or
 * versions in common, the most telling first
 */
export type Reason = { subject: Subject; units: number; newest: number | null; shared: string[] };

/** What speaks less than this for an objective (in natural logarithms of odds) is no reason worth telling. */
const WORTH_TELLING = 0.1;
const MOST_REASONS = 3;
const MOST_SHARED = 3;

/** What speaks for a candidate more than for the others, the strongest first. */
export const reasonsOf = (
  unit: UnitFacts,
  { candidate, evidence }: Weighed,
  weights: readonly number[],
  known: Known,
): Reason[] => {
  const speaks = new Map<Subject, number>();
  SUBJECTS.forEach((subject, at) => {
    speaks.set(subject, (speaks.get(subject) ?? 0) + (weights[at] ?? 0) * (evidence[at] ?? 0));
  });
  const likeTexts = known.texts.like(unit.summary);
  const serving = known.links.filter(({ objective }) => objective === candidate.key);
  return [...speaks]
    .filter(([, strength]) => strength >= WORTH_TELLING)
    .sort(([, a], [, b]) => b - a)
    .map(([subject]) => {
      const alike = serving.filter((link) =>
        isAlike(subject, unit, link, likeTexts.get(unitText(link.id))?.score ?? 0),
      );
      const shared =
        subject === 'words'
          ? tellingWords([objectiveText(candidate.key), ...alike.map(({ id }) => unitText(id))], likeTexts)
          : sharedNames(subject, unit, alike);
      return { subject, units: alike.length, newest: alike.at(-1)?.created ?? null, shared };
    })
    .filter(({ subject, units, shared }) => units > 0 || shared.length > 0 || !(subject in LIKENESSES))
    .slice(0, MOST_REASONS);
};

const isAlike = (subject: Subject, unit: UnitFacts, link: LinkedUnit, words: number): boolean =>
  subject in LIKENESSES && LIKENESSES[subject as Likeness](unit, link, words) > 0;

const LISTS = { component: 'components', label: 'labels', sprint: 'sprints', version: 'versions' } as const;

const sharedNames = (subject: Subject, unit: UnitFacts, alike: readonly LinkedUnit[]): string[] => {
  if (!(subject in LISTS)) return [];
  const list = LISTS[subject as keyof typeof LISTS];
  const counts = countsOf(alike.flatMap((link) => link[list].filter((name) => unit[list].includes(name))));
  return topOf(counts);
};

/** Of so many texts, a word that stands in most is a filler such as "the", in whatever language. */
const ENOUGH_TEXTS = 8;

/** The words in which texts are like the unit's: those in many of them, and in few others (tf-idf). Fillers say nothing. */
const tellingWords = (ids: readonly string[], likeTexts: ReadonlyMap<string, { words: string[] }>): string[] => {
  const everywhere = countsOf([...likeTexts.values()].flatMap(({ words }) => words));
  const here = countsOf(ids.flatMap((id) => likeTexts.get(id)?.words ?? []));
  const isFiller = ([word]: [string, number]): boolean =>
    likeTexts.size >= ENOUGH_TEXTS && 2 * (everywhere.get(word) ?? 0) > likeTexts.size;
  const telling = [...here]
    .filter((one) => !isFiller(one))
    .map(([word, count]): [string, number] => [
      word,
      count * Math.log((1 + likeTexts.size) / (everywhere.get(word) ?? 1)),
    ]);
  return topOf(new Map(telling));
};

const countsOf = (names: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
};

const topOf = (values: ReadonlyMap<string, number>): string[] =>
  [...values]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_SHARED)
    .map(([name]) => name);
