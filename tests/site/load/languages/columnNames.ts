import { ENGLISH, type Language, LANGUAGES } from './languages';

/** How a header reads in a language. */
type Reading = { language: Language; english: string[]; known: number };

const same = (name: string): string => name.trim().normalize('NFC').replaceAll('’', "'").toLowerCase();

const ENGLISH_SIGNS = new Set(['issue key', 'issue id', 'issue type', 'project key', 'status category', 'created']);

/**
 * The language of an export's columns, and their names in English, as far as they are known. English where the header
 * has Jira's English names, or no language is found.
 */
export function languageOf(header: readonly string[]): { language: Language; english: string[] } {
  const asItIs: Reading = {
    language: ENGLISH,
    english: header.map((name) => name.trim()),
    known: header.filter((name) => ENGLISH_SIGNS.has(same(name)) || /^custom field \(/.test(same(name))).length,
  };
  const readings = [asItIs, ...LANGUAGES.map((language) => readingIn(language, header))];
  const best = readings.reduce((most, one) => (one.known > most.known ? one : most));
  return best.known > 0 ? best : { ...asItIs, language: byScript(header) ?? ENGLISH };
}

function readingIn(language: Language, header: readonly string[]): Reading {
  const names = new Map(Object.entries(language.columns).map(([local, english]) => [same(local), english]));
  const signs = new Set(language.signs.map(same));
  const wrapper = language.customField === null ? null : `${same(language.customField)} (`;
  let known = 0;
  const english = header.map((written) => {
    const name = written.trim();
    const isCustom = wrapper !== null && same(name).startsWith(wrapper);
    const column = isCustom ? `Custom field (${name.slice(name.indexOf('(') + 1)}` : name;
    const translated = names.get(same(column));
    if (isCustom || translated !== undefined || signs.has(same(name))) known += 1;
    return translated ?? column;
  });
  return { language, english, known };
}

/** What the letters of a header tell, where none of its names is known. */
const SCRIPTS: [RegExp, string][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'Japanese'],
  [/\p{Script=Hangul}/u, 'Korean'],
  [/\p{Script=Han}/u, 'Chinese'],
  [/\p{Script=Thai}/u, 'Thai'],
  [/[іїєґ]/iu, 'Ukrainian'],
  [/\p{Script=Cyrillic}/u, 'Russian'],
];

function byScript(header: readonly string[]): Language | undefined {
  const text = header.join(' ');
  const name = SCRIPTS.find(([letters]) => letters.test(text))?.[1];
  return LANGUAGES.find((language) => language.name === name);
}
