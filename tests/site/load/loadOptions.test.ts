import { UsageError } from '../commandLine';
import { namesIn } from './lists';
import { givenIn, strategyIn } from './loadOptions';

test('levels, statuses and the order of dates are read from the command line', () => {
  const { data, reading } = givenIn({
    data: ['a.csv'],
    levels: ['Feature=1, Subtarea=-1,', 'Technical task=−1, feature=1'],
    statuses: ['Closed=done, In Progress = doing, a=b=to do'],
    dates: 'day-first',
  });
  expect(data).toEqual(['a.csv']);
  expect([...(reading?.levels ?? [])]).toEqual([
    ['feature', 1],
    ['subtarea', -1],
    ['technical task', -1],
  ]);
  expect([...(reading?.statuses ?? [])]).toEqual([
    ['closed', 'done'],
    ['in progress', 'indeterminate'],
    ['a=b', 'new'],
  ]);
  expect(reading?.dates).toBe('day-first');
});

test('names may have commas: a pair ends behind its value, and a list takes quotes', () => {
  const statuses = ['Closed, won=done, Open=todo', '"a=b, c" = doing,,"Shut"=done'];
  expect([...(givenIn({ statuses }).reading?.statuses ?? [])]).toEqual([
    ['closed, won', 'done'],
    ['open', 'new'],
    ['a=b, c', 'indeterminate'],
    ['shut', 'done'],
  ]);
  expect([...(givenIn({ levels: ['a,b=1'] }).reading?.levels?.keys() ?? [])]).toEqual(['a,b']);
  expect(namesIn(['"Parked, later", Gone', ' "Shut" ,6" pipe, "open'])).toEqual([
    'Parked, later',
    'Gone',
    'Shut',
    '6" pipe',
    '"open',
  ]);
  expect(strategyIn(['"Goal, big"'])?.types).toEqual(new Set(['goal, big']));
});

test('what is not given stays open', () => {
  expect(givenIn({})).toEqual({ data: [], objectives: undefined, reading: {} });
});

test.each([
  [{ levels: ['Feature'] }, '--levels: "Feature" is not understood; write it like "Feature=1'],
  [{ levels: ['Feature=high'] }, '--levels: "Feature=high"'],
  [{ levels: ['Feature=-2'] }, '--levels: "Feature=-2"'],
  [{ levels: ['=1'] }, '--levels: "=1"'],
  [{ levels: [' '] }, '--levels is empty'],
  [{ statuses: ['Closed=finished'] }, '--statuses: "Closed=finished"'],
  [{ statuses: ['Closed=done, closed=todo'] }, '--statuses says two things of "closed"; say one.'],
  [{ levels: ['Feature=1', 'FEATURE=2'] }, '--levels says two things of "FEATURE"; say one.'],
  [{ statuses: ['Closed=finished, Open=todo'] }, '--statuses: "Closed=finished" is not understood'],
  [{ dates: 'dmy' }, '--dates dmy: write one of day-first, month-first, year-first.'],
])('%j is refused', (values, message) => {
  expect(() => givenIn(values)).toThrow(UsageError);
  expect(() => givenIn(values)).toThrow(message);
});
