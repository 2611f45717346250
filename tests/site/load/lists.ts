/** A part of a list, up to a comma that stands in no "…". Quotes around less than a name are signs like others. */
const PART = /(?:\s*"[^"]*"\s*(?=[,=]|$))?[^,]*/y;

const QUOTED = /^\s*"([^"]*)"\s*/;

/** The parts of a list with commas between, as written. */
function partsOf(list: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at <= list.length; at += 1) {
    PART.lastIndex = at;
    const [part = ''] = PART.exec(list) ?? [];
    at += part.length;
    parts.push(part);
  }
  return parts;
}

const isBlank = (text: string): boolean => text.trim() === '';

/** A name without the "…" that it may be written in. */
export const unquoted = (name: string): string => name.replace(/^\s*"([^"]*)"\s*$/, '$1').trim();

/** Names that were given in a row, with commas between. One that has a comma is written in "…". */
export const namesIn = (lists: readonly string[]): string[] =>
  lists
    .flatMap(partsOf)
    .map(unquoted)
    .filter((name) => name !== '');

/**
 * Each `Name=value` of a list with commas between. A comma ends one only behind an equals sign, so names may have
 * commas; one with both is written in "…".
 */
export function pairsIn(list: string): string[] {
  const pairs: string[] = [];
  let begun: string[] = [];
  for (const part of partsOf(list)) {
    if (begun.length === 0 && isBlank(part)) continue;
    begun.push(part);
    if (!part.replace(QUOTED, '').includes('=')) continue;
    pairs.push(begun.join(',').trim());
    begun = [];
  }
  return begun.length === 0 ? pairs : [...pairs, begun.join(',').trim()];
}

/** A name as a person may write it in a list: in "…" if it has a comma. */
export const inList = (name: string): string => (name.includes(',') ? `"${name}"` : name);
