import type { Format } from './format';

/** Each number with what it counts: "3 you may not edit"; none for 0. */
export const countedWords = (counts: readonly (readonly [count: number, what: string])[], format: Format): string[] =>
  counts.flatMap(([count, what]) => (count === 0 ? [] : [`${format.number(count)} ${what}`]));
