import { UsageError } from '../commandLine';
import { givenIn } from './loadOptions';

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
  [{ dates: 'dmy' }, '--dates dmy: write day-first or month-first.'],
])('%j is refused', (values, message) => {
  expect(() => givenIn(values)).toThrow(UsageError);
  expect(() => givenIn(values)).toThrow(message);
});
