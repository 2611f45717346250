import { gatheredBy } from '../../domain/gatheredBy';
import { OTHER_PARTS } from '../../domain/work/blockFigures';
import { addedNumbers, CELL_COLUMNS } from './cellColumns';
import { packedBytes } from './numbers';
import { numbersOfPart, type ServedPart, unpackParts } from './packed';

/** Most bytes of components, or of teams, that a project's row tells apart: 250 kB of text, some 5,000 cells. */
const MOST_BYTES = 190_000;

/** Adds the parts of a project's blocks up. If they are too much, those with the fewest issues are one: `OTHER_PARTS`. */
export const addedParts = (texts: readonly string[]): ServedPart[] => {
  // In order, so that equal sums are equal texts whatever the order of blocks.
  const all = addedAlike(texts.flatMap(unpackParts)).sort((a, b) => a.serves - b.serves || a.part - b.part);
  if (bytesOf(all) <= MOST_BYTES) return all;
  const kept = new Set<number>();
  let room = MOST_BYTES;
  for (const [part, cells] of [...gatheredBy(all, ({ part }) => part)].sort(
    ([, a], [, b]) => issuesIn(b) - issuesIn(a),
  )) {
    room -= bytesOf(cells);
    if (room < 0) break;
    kept.add(part);
  }
  return addedAlike(all.map((cell) => (kept.has(cell.part) ? cell : { ...cell, part: OTHER_PARTS })));
};

/** Adds up what one part does for one objective. */
export const addedAlike = (cells: readonly ServedPart[]): ServedPart[] =>
  [...gatheredBy(cells, ({ serves, part }) => `${serves} ${part}`).values()].flatMap((alike) => {
    const [first] = alike;
    return first === undefined ? [] : [{ ...first, numbers: alike.length === 1 ? first.numbers : addedNumbers(alike) }];
  });

const bytesOf = (cells: readonly ServedPart[]): number =>
  cells.reduce((sum, cell) => sum + packedBytes(numbersOfPart(cell)), 0);

const ITEM_PLACES = (['todo_items', 'doing_items', 'done_items'] as const).map((name) => CELL_COLUMNS.indexOf(name));
const issuesIn = (cells: readonly ServedPart[]): number =>
  cells.reduce((sum, { numbers }) => sum + ITEM_PLACES.reduce((of, at) => of + (numbers[at] ?? 0), 0), 0);
