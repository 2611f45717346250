import MiniSearch from 'minisearch';
import type { TextIndex } from '../../../../src/domain/suggestions/unitFacts';

/** Words are compared by their first letters: "filter", "filters" and "filtering" are alike, in most languages. */
const STEM = 6;

const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** The words of a text, `checkoutPage` being two. Characters of scripts without spaces are words by themselves. */
export const wordsOf = (text: string): string[] =>
  [...words.segment(text.replace(/(\p{Ll}|\d)(?=\p{Lu})/gu, '$1 ').replace(/[._/\\-]/g, ' '))]
    .filter(({ isWordLike, segment }) => isWordLike === true && (segment.length > 1 || /\P{ASCII}/u.test(segment)))
    .map(({ segment }) => segment);

const stemOf = (word: string): string =>
  [...word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()].slice(0, STEM).join('');

/** An index of texts in memory, scored by BM25+. Nothing of them is kept or sent anywhere. */
export const textIndex = (): TextIndex => {
  const index = new MiniSearch<{ id: string; text: string }>({
    fields: ['text'],
    tokenize: wordsOf,
    processTerm: (word) => stemOf(word) || null,
  });
  return {
    add: (id, text) => index.add({ id, text }),
    like: (text) => {
      const written = new Map(wordsOf(text).map((word) => [stemOf(word), word]));
      return new Map(
        index
          .search(text)
          .map(({ id, score, queryTerms }) => [
            String(id),
            { score, words: queryTerms.map((stem) => written.get(stem) ?? stem) },
          ]),
      );
    },
  };
};
