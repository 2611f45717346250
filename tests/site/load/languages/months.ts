import { ENGLISH, LANGUAGES } from './languages';

/** Abbreviations that Jira writes and that do not begin the month's name: German Mrz, Dutch mrt, Czech čvn and čvc. */
const IRREGULAR: Record<string, number> = { mrz: 2, mrt: 2, čvn: 5, čvc: 6 };

/** All forms of a language's months: on their own and in a date, which differ in Slavic languages. */
function formsIn(locale: string): string[][] {
  const written = (options: Intl.DateTimeFormatOptions, month: number): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
      .formatToParts(Date.UTC(2024, month, 1))
      .filter(({ type }) => type === 'month')
      .map(({ value }) => plain(value))
      .join('');
  return Array.from({ length: 12 }, (_, month) =>
    [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }, { month: 'short', day: 'numeric' }].map(
      (options) => written(options as Intl.DateTimeFormatOptions, month),
    ),
  );
}

const plain = (text: string): string => text.normalize('NFC').replaceAll('.', '').toLowerCase();

const FORMS = new Map([ENGLISH, ...LANGUAGES].map(({ locale }) => [locale, formsIn(locale)] as const));

/** The month (0…11) that begins so in a language, if just one does. */
function monthIn(locale: string, text: string): number | null {
  const found = (FORMS.get(locale) ?? []).flatMap((forms, month) =>
    forms.some((form) => form.startsWith(text)) ? [month] : [],
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}

/**
 * The month (0…11) of an abbreviated or whole name: in the file's own language or English, else in every language of
 * Jira's interface that knows the name, if all agree; `null`: none, or they do not.
 * @param locale of the file's columns
 */
export function monthNamed(name: string, locale: string): number | null {
  const text = plain(name);
  if (text.length < 3) return null;
  const own = monthIn(locale, text) ?? monthIn(ENGLISH.locale, text) ?? IRREGULAR[text];
  if (own !== undefined && own !== null) return own;
  const all = new Set([...FORMS.keys()].flatMap((one) => monthIn(one, text) ?? []));
  const [only] = all;
  return all.size === 1 && only !== undefined ? only : null;
}
