import { historyOf } from '../../../src/domain/strategy/history';
import type { ObjectiveState, StrategyEvent } from '../../../src/domain/strategy/strategyEvent';
import { keyResult, objective } from '../build';

const state = (changes: Parameters<typeof objective>[1] = {}, keyResults: ObjectiveState['keyResults'] = []) => ({
  objective: objective('A', changes),
  keyResults,
});

const event = (revision: number, before: ObjectiveState | null, after: ObjectiveState): StrategyEvent => ({
  objective: 'A',
  revision,
  at: revision * 1000,
  day: revision,
  author: 'ann',
  before,
  after,
  openWork: 0,
});

const changesOf = (before: ObjectiveState | null, after: ObjectiveState) =>
  historyOf([event(2, before, after)], () => true)[0]?.changes;

test('what an objective begins with is what it was created with', () => {
  expect(
    historyOf([event(1, null, state({ weight: 2, description: 'Why' }, [keyResult(1, { title: 'NPS' })]))], () => true),
  ).toEqual([
    {
      objective: 'A',
      at: 1000,
      author: 'ann',
      kind: 'created',
      changes: [
        { field: 'title', from: null, to: 'Title of A' },
        { field: 'description', from: null, to: 'Why' },
        { field: 'status', from: null, to: 'Active' },
        { field: 'weight', from: null, to: '2' },
        { field: 'headline', from: null, to: 'Work done' },
        { field: 'keyResult', from: null, to: 'NPS, from 0 to 100 %' },
      ],
    },
  ]);
});

test('a change tells each field, old and new, in words', () => {
  const before = state({ start: 0, owner: 'ann', perspective: 'internalProcess' });
  const after = state({
    title: 'New',
    status: 'dropped',
    parent: 'B',
    start: 1,
    target: 31,
    perspective: 'learningAndGrowth',
    headline: 'both',
    weight: 0.5,
  });
  expect(changesOf(before, after)).toEqual([
    { field: 'title', from: 'Title of A', to: 'New' },
    { field: 'status', from: 'Active', to: 'Dropped' },
    { field: 'owner', from: 'ann', to: null },
    { field: 'parent', from: null, to: 'B' },
    { field: 'weight', from: null, to: '0.5' },
    { field: 'perspective', from: 'Internal process', to: 'Learning and growth' },
    { field: 'start', from: 0, to: 1 },
    { field: 'target', from: null, to: 31 },
    { field: 'headline', from: 'Work done', to: 'Both, half and half' },
  ]);
});

test('a weight of 0 is a weight', () => {
  expect(changesOf(state(), state({ weight: 0 }))).toEqual([{ field: 'weight', from: null, to: '0' }]);
});

test('key results are told apart by what they are, not by what they are called', () => {
  const before = state({}, [keyResult(1, { title: 'NPS' }), keyResult(2, { title: 'Gone', unit: '' }), keyResult(4)]);
  const after = state({}, [
    keyResult(4),
    keyResult(1, { title: 'Net promoters', goal: { kind: 'reach', baseline: null, target: 50 }, weight: 2 }),
    keyResult(3, { title: 'Hours', unit: 'h', goal: { kind: 'maintain', low: 8, high: 12.5 } }),
  ]);
  expect(changesOf(before, after)).toEqual([
    { field: 'keyResult', from: 'NPS, from 0 to 100 %', to: 'Net promoters, from ? to 50 %, weight 2' },
    { field: 'keyResult', from: 'Gone, from 0 to 100', to: null },
    { field: 'keyResult', from: null, to: 'Hours, between 8 and 12.5 h' },
  ]);
});

test('newest first; archiving and restoring are told as such, and what shows in no field is left out', () => {
  const stated = state({ status: 'achieved' }, [keyResult(1), keyResult(2)]);
  const turned = { ...stated, keyResults: [...stated.keyResults].reverse() };
  const archived = { ...turned, objective: { ...turned.objective, archived: true } };
  const events = [
    event(1, null, stated),
    event(2, stated, turned),
    event(3, turned, archived),
    event(4, archived, turned),
  ];
  expect(historyOf(events, () => true).map(({ at, kind, changes }) => [at, kind, changes.length])).toEqual([
    [4000, 'restored', 0],
    [3000, 'archived', 0],
    [1000, 'created', 5],
  ]);
});
