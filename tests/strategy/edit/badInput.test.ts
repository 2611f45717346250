import type { ObjectiveDraft } from '../../../src/contract';
import { DRAFT, eventsOf, inEditing, NPS } from '../editing';
import { asDay } from '../../domain/days';

const keyResults = (...given: object[]) =>
  ({ keyResults: given.map((one) => ({ ...NPS, ...one })) }) as Partial<ObjectiveDraft>;

/** What a person types, the field that is told to be wrong, and what is said. */
const BAD: [string, Partial<ObjectiveDraft>, string, string][] = [
  ['no title', { title: '  ' }, 'title', 'The title is empty; every objective needs a title.'],
  ['a long title', { title: '🚀'.repeat(256) }, 'title', 'The title is longer than 255 characters.'],
  ['a title of two lines', { title: 'a\nb' }, 'title', 'The title holds a line break'],
  ['half an emoji', { title: 'a \ud83d b' }, 'title', 'cannot be shown'],
  ['a long description', { description: 'x'.repeat(10_001) }, 'description', 'longer than 10,000 characters'],
  ['an owner that nobody is', { owner: 'nobody' }, 'owner', 'The owner is nobody that Jira knows.'],
  ['an unknown parent', { parent: 'OBJ-77' }, 'parent', '"OBJ-77" is no objective of the strategy'],
  ['a parent that is itself', { parent: 'OBJ-2' }, 'parent', 'would put OBJ-2 below itself: OBJ-2 → OBJ-2.'],
  ['a weight below zero', { weight: -0.5 }, 'weight', 'The weight is not a number of 0 or more.'],
  ['an endless weight', { weight: 1e300 }, 'weight', 'The weight is larger than'],
  ['a start that is no day', { start: 0.5 }, 'start', 'The start is not a day.'],
  [
    'a target before the start',
    { start: asDay('2026-02-02'), target: asDay('2026-02-01') },
    'target',
    'The target is before the start.',
  ],
  [
    'a key result without a title',
    keyResults({}, { title: '' }),
    'keyResults.1.title',
    'every key result needs a title',
  ],
  ['two key results of one title', keyResults({}, { title: 'nps' }), 'keyResults.1.title', 'another key result'],
  ['a long unit', keyResults({ unit: 'x'.repeat(33) }), 'keyResults.0.unit', 'The unit is longer than 32 characters.'],
  [
    'a target that is the baseline',
    keyResults({ goal: { kind: 'reach', baseline: 5, target: 5 } }),
    'keyResults.0.target',
    'The target must differ from the baseline.',
  ],
  [
    'a range upside down',
    keyResults({ goal: { kind: 'maintain', low: 5, high: 4 } }),
    'keyResults.0.low',
    'The low end of the range must not be above its high end.',
  ],
  [
    'a negative weight of a key result',
    keyResults({ weight: -1 }),
    'keyResults.0.weight',
    'The weight is not a number',
  ],
  [
    'a key result of another objective',
    keyResults({ id: 5 }),
    'keyResults.0.title',
    'is no key result of OBJ-2 any more',
  ],
  [
    'too many key results',
    keyResults(...Array.from({ length: 21 }, (_, index) => ({ title: `KR ${index}` }))),
    'keyResults',
    'The key results are more than 20',
  ],
];

test('bad input is told at its field, and nothing is kept', () =>
  inEditing(async ({ ask, find, site }) => {
    const before = await find('OBJ-2');
    for (const [what, changes, field, message] of BAD) {
      const answer = await ask('saveObjective', { key: 'OBJ-2', revision: 1, objective: { ...DRAFT, ...changes } });
      expect({ what, answer }).toMatchObject({
        what,
        answer: { error: { code: 'invalid', field, message: expect.stringContaining(message) as string } },
      });
    }
    expect(await find('OBJ-2')).toEqual(before);
    expect(await site.runInApp(() => eventsOf('OBJ-2'))).toHaveLength(1);
  }));

test.each([
  ['', 'is not a key'],
  ['9-OBJ', 'is not a key'],
  ['OBJ 9', 'is not a key'],
  ['ÖBJ', 'is not a key'],
  ['x'.repeat(65), 'is not a key'],
  ['run', '"run" stands for work that serves no objective.'],
])('"%s" is no key', (key, message) =>
  inEditing(async ({ ask }) => {
    expect(await ask('saveObjective', { key, revision: null, objective: DRAFT })).toMatchObject({
      error: { code: 'invalid', field: 'key', message: expect.stringContaining(message) as string },
    });
  }),
);
