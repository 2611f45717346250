import { ExpressionError } from './refuse';
import type { Value } from './value';

type Method = (text: string, ...values: Value[]) => Value;

const textOf = (value: Value | undefined): string => {
  if (typeof value === 'string') return value;
  throw new ExpressionError('A String was expected as an argument.');
};

const numberOf = (value: Value | undefined): number => {
  if (typeof value === 'number') return value;
  throw new ExpressionError('A Number was expected as an argument.');
};

/** Jira runs on Java, where `$` in a pattern also matches before a final line break. */
const patternOf = (pattern: string): RegExp => {
  try {
    return new RegExp(pattern.replace(/\$$/, '(?=\\n?$)'), 'g');
  } catch {
    throw new ExpressionError(`"${pattern}" is not a regular expression.`);
  }
};

/**
 * The methods of texts in Atlassian's examples:
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-custom-field/#parser
 */
export const TEXT_METHODS: Readonly<Record<string, Method>> = {
  split: (text, separator) => text.split(textOf(separator)),
  slice: (text, from, to) => text.slice(numberOf(from), to === undefined ? undefined : numberOf(to)),
  // The pattern is a regular expression, written as a text.
  replace: (text, pattern, by) => text.replace(patternOf(textOf(pattern)), () => textOf(by)),
};
