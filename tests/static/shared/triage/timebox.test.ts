import { timeboxesOf, within } from '../../../../static/src/shared/triage/timebox';
import { undecided } from './build';

const [may, june] = [
  { id: '5', name: 'May' },
  { id: '6', name: 'June' },
];
const version = { id: '1', name: '1.0' };
const units = [
  undecided(1, { sprints: [may, june], versions: [version] }),
  undecided(2, { sprints: [june] }),
  undecided(3),
];
const found = (sprint: string | null, fixVersion: string | null) =>
  within(units, { sprint, fixVersion }).map(({ id }) => id);

test('work is held back by sprint, by fix version, and by both', () => {
  expect(found(null, null)).toEqual(['1', '2', '3']);
  expect(found('6', null)).toEqual(['1', '2']);
  expect(found(null, '1')).toEqual(['1']);
  expect(found('6', '1')).toEqual(['1']);
  expect(found('7', null)).toEqual([]);
});

test('what can be chosen is what the work has, the most used first', () => {
  expect(timeboxesOf(units)).toEqual({ sprints: [june, may], versions: [version] });
});
