import type { LinkedUnit } from '../../../src/domain/suggestions/evidence';
import type { Candidate, TextIndex } from '../../../src/domain/suggestions/unitFacts';
import { DAY_MS, HOUR_MS } from '../../../src/domain/time/milliseconds';

/** A unit of a project WEB, created that many hours after the first day, by one person unless said otherwise. */
export const linked = (id: number, hours: number, objective: string, more: Partial<LinkedUnit> = {}): LinkedUnit => ({
  id,
  parent: null,
  created: FIRST_DAY * DAY_MS + hours * HOUR_MS,
  project: 'WEB',
  number: id,
  type: 'Story',
  reporter: 'ann',
  assignee: null,
  components: [],
  labels: [],
  sprints: [],
  versions: [],
  summary: '',
  objective,
  ...more,
});

export const FIRST_DAY = 20_000;

export const objective = (key: string, more: Partial<Candidate> = {}): Candidate => ({
  key,
  title: key,
  owner: null,
  start: FIRST_DAY,
  ...more,
});

/** Texts are like each other by the number of words they share: 5 for each, about what BM25 gives a rare one. */
export const plainTexts = (): TextIndex => {
  const texts = new Map<string, string[]>();
  const wordsOf = (text: string): string[] => text.toLowerCase().split(' ').filter(Boolean);
  return {
    add: (id, text) => texts.set(id, wordsOf(text)),
    like: (text) => {
      const asked = wordsOf(text);
      return new Map(
        [...texts].flatMap(([id, words]) => {
          const common = asked.filter((word) => words.includes(word));
          return common.length === 0 ? [] : [[id, { score: 5 * common.length, words: common }]];
        }),
      );
    },
  };
};
