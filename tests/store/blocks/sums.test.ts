import { NO_PART, OTHER_PARTS } from '../../../src/domain/work/blockFigures';
import { CELL_COLUMNS } from '../../../src/store/blocks/cellColumns';
import { packCells, packParts, type ServedPart, unpackParts } from '../../../src/store/blocks/packed';
import { type SummedBlock, sumsOf } from '../../../src/store/blocks/sums';

/** What a component does for an objective: units to do, of this many points. */
const part = (serves: number, of: number, todo: number): ServedPart => ({
  serves,
  part: of,
  numbers: CELL_COLUMNS.map((column) => (column === 'todo_items' ? todo : column === 'todo_points' ? todo * 1000 : 0)),
});

const block = (serves: number, components: readonly ServedPart[]): SummedBlock => ({
  serves,
  numbers: CELL_COLUMNS.map(() => 0),
  weeks_items: '',
  weeks_points: '',
  people: '',
  components: packParts(components),
  teams: '',
  parents: '',
  retags: '',
});

const componentsOf = (blocks: readonly SummedBlock[]): ServedPart[] => unpackParts(sumsOf(blocks).components);

test('blocks of one project add up to a cell for each component and objective', () => {
  const found = componentsOf([
    block(1, [part(1, 7, 2), part(1, NO_PART, 1)]),
    block(1, [part(1, 7, 3)]),
    block(2, [part(2, 7, 4)]),
  ]);
  expect(found).toEqual([part(1, NO_PART, 1), part(1, 7, 5), part(2, 7, 4)]);
  expect(sumsOf([block(1, [])])).toMatchObject({ cells: packCells([]), components: '', teams: '' });
});

test('of more components than a project’s row holds the smallest are one, and nothing is lost', () => {
  // 6,000 components, the last of them the largest.
  const many = Array.from({ length: 6_000 }, (_, at) => part(1, at + 1, at + 1));
  const found = componentsOf([block(1, many)]);
  const sum = (parts: readonly ServedPart[]) => parts.reduce((total, { numbers }) => total + (numbers[0] ?? 0), 0);
  expect(found).toHaveLength(5_001);
  expect(sum(found)).toBe(sum(many));
  expect(found.find(({ part: of }) => of === OTHER_PARTS)?.numbers[0]).toBe((1_000 * 1_001) / 2);
  expect(Buffer.byteLength(packParts(found))).toBeLessThan(400_000);
});
