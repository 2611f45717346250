const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Searches by words, ignoring case: every word must occur, `shop*` matches words that begin so, and `"a phrase"` must
 * occur as it is. Unlike Jira, words are not stemmed.
 */
export function textMatcher(query: string): (text: string) => boolean {
  const phrase = /^"(.*)"$/.exec(query.trim());
  if (phrase) {
    const wanted = ` ${wordsOf(phrase[1] ?? '').join(' ')} `;
    return (text) => ` ${wordsOf(text).join(' ')} `.includes(wanted);
  }
  const wanted = query.split(/\s+/).flatMap((term) => {
    const words = wordsOf(term);
    return words.map((word, at) => ({ word, prefix: term.endsWith('*') && at === words.length - 1 }));
  });
  return (text) => {
    const held = wordsOf(text);
    return wanted.every(({ word, prefix }) => held.some((one) => (prefix ? one.startsWith(word) : one === word)));
  };
}
