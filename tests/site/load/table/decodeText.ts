import { inputError } from '../inputError';

const SAVE_AS = 'save it as "CSV UTF-8"';

/** What a byte order mark says of the text behind it. UTF-32 begins as UTF-16 does, so it is looked for first. */
const MARKS = [
  { bytes: [0xff, 0xfe, 0, 0], encoding: 'utf-32' },
  { bytes: [0, 0, 0xfe, 0xff], encoding: 'utf-32' },
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Files that people take for CSV, by how they begin. */
const OTHER_FILES: [RegExp, string][] = [
  [/^PK\x03\x04/, 'an Excel workbook or another archive'],
  [/^\xd0\xcf\x11\xe0/, 'an old Excel workbook'],
  [/^%PDF/, 'a PDF'],
  [/^\x1f\x8b/, 'a compressed file'],
  [/^\s*(?:<\?xml|<!doctype|<html|<rss)/i, 'HTML or XML, as of Jira’s other exports'],
];

/** How ISO-2022 (Japanese, Korean) switches alphabets: these bytes would pass as UTF-8 and be misread. */
const SWITCHES_ALPHABET = /\x1b[$(]/;

/**
 * The text of a person's file: UTF-8 or UTF-16, with or without a byte order mark. Whatever else it is, is refused:
 * guessing an encoding would misread names.
 * @throws InputError that says what the file is and how to save it
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  const start = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const other = OTHER_FILES.find(([begins]) => begins.test(start))?.[1];
  if (other !== undefined) throw inputError({ file }, `it is not CSV but ${other}; export as CSV, or ${SAVE_AS}`);
  const encoding = encodingOf(bytes);
  if (encoding === 'utf-32') throw inputError({ file }, `it is UTF-32; ${SAVE_AS}`);
  const text = decoded(bytes, encoding, file);
  if (text.trim() === '') throw inputError({ file }, 'it is empty; export the issues again');
  if (text.includes('\0'))
    throw inputError({ file }, 'it is not a text file: it holds NUL bytes; export the issues as CSV');
  if (SWITCHES_ALPHABET.test(text)) throw inputError({ file }, `it is ISO-2022, not UTF-8; ${SAVE_AS}`);
  return text;
}

function encodingOf(bytes: Uint8Array): string {
  const mark = MARKS.find((one) => one.bytes.every((byte, index) => bytes[index] === byte));
  if (mark) return mark.encoding;
  // Without a mark: a header is mostly ASCII, of which UTF-16 has a zero in every pair.
  const head = bytes.subarray(0, 200);
  const zeros = (from: number): number => head.filter((byte, index) => index % 2 === from && byte === 0).length;
  const most = head.length / 4;
  if (zeros(1) > most && zeros(0) === 0) return 'utf-16le';
  return zeros(0) > most && zeros(1) === 0 ? 'utf-16be' : 'utf-8';
}

function decoded(bytes: Uint8Array, encoding: string, file: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    if (encoding !== 'utf-8')
      throw inputError({ file }, `it is broken ${encoding.toUpperCase()}; export the issues again`);
    const row = rowOfBadByte(bytes);
    const message = `it is not UTF-8 but another encoding, such as Windows-1252, which Excel's plain "CSV" has; ${SAVE_AS}`;
    throw inputError({ file, row }, message);
  }
}

/** The row with the first byte that is not UTF-8. A line break within quotes ends no row. */
function rowOfBadByte(bytes: Uint8Array): number {
  let row = 1;
  let isQuoted = false;
  let from = 0;
  while (from < bytes.length) {
    const end = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, end < 0 ? bytes.length : end);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(line);
    } catch {
      return row;
    }
    const quotes = line.filter((byte) => byte === 0x22).length;
    isQuoted = isQuoted !== (quotes % 2 === 1);
    if (!isQuoted) row += 1;
    from += line.length + 1;
  }
  return row;
}
