/** How Windows-1252 writes each of its letters. */
const BYTES: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [new TextDecoder('windows-1252').decode(Uint8Array.of(byte)), byte]),
);

/**
 * What another program that misread an encoding made of a text: `lost`, letters that it did not understand, or UTF-8
 * that it took for Windows-1252, with what the text was. `null`: nothing tells that it was misread
 */
function misread(text: string): 'lost' | { meant: string } | null {
  if (text.includes('\uFFFD')) return 'lost';
  if (/^[\0-\x7f]*$/.test(text)) return null;
  const bytes = Array.from(text, (letter) => BYTES.get(letter));
  if (bytes.includes(undefined)) return null;
  try {
    return { meant: new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes as number[])) };
  } catch {
    return null;
  }
}

const AGAIN =
  'export the file from Jira again, and open it in Excel by Data → From Text/CSV with the origin "65001: Unicode (UTF-8)"';

/** What to say of a misread text; `null`: it was not misread. */
export function misreadMessage(text: string): string | null {
  const found = misread(text);
  if (found === null) return null;
  if (found === 'lost') return `another program misread its encoding (�) in "${text}"; ${AGAIN}`;
  return `"${text}" was "${found.meant}" before another program misread its encoding; ${AGAIN}`;
}
