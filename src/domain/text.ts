/**
 * Characters that people cannot see, or that turn the text around them: control characters, lone surrogates, which no
 * database stores, and Unicode's explicit directional formatting (UAX #9), which makes a text read as another one.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;
/** As `UNPRINTABLE`, but with line breaks and tabs allowed. */
const UNPRINTABLE_IN_TEXT = /[\p{Cs}\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\n\t]/u;

/** Zero-width characters that no script and no emoji needs: copied along from web pages and spreadsheets. */
const ZERO_WIDTH = /[\u200b\u2060\ufeff]/gu;

/** Nothing to see: blanks, and joiners or marks without the letters that they belong to. */
const BLANK = /^[\s\p{Cf}\p{Default_Ignorable_Code_Point}]*$/u;

const LONE_SURROGATES = /\p{Cs}/gu;

/** Whether a line holds only characters that can be shown. */
export const isPrintableLine = (line: string): boolean => !UNPRINTABLE.test(line);

/** Whether a text of several lines holds only characters that can be shown. */
export const isPrintableText = (text: string): boolean => !UNPRINTABLE_IN_TEXT.test(text);

/** Whether a text holds something to see. A text that was not read is stood for by whether it does. */
export const hasText = (text: string | boolean | null): boolean =>
  typeof text === 'string' ? !BLANK.test(text) : text === true;

/** A text as it is stored: trimmed, without what nobody needs; empty if nothing is to be seen. */
export const tidied = (text: string): string => {
  const kept = text.replace(ZERO_WIDTH, '').trim();
  // What cannot be shown stays, so that it is told.
  return hasText(kept) || !isPrintableText(kept) ? kept : '';
};

/** A text that can be searched for: each half of a character is replaced. */
export const wellFormed = (text: string): string => text.replace(LONE_SURROGATES, '\ufffd');

/** Compares by code point. JavaScript compares UTF-16 units, which for keys (letters, digits, signs) is the same. */
export const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
