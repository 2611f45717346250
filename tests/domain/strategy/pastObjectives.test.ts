import fc from 'fast-check';
import { withObjectiveIssues } from '../../../src/domain/reference/objectiveIssues';
import { rewind } from '../../../src/domain/reference/rewind';
import { statusOfOutcome } from '../../../src/domain/strategy/objectiveIssue';
import { datedObjectivesOn, objectivesOn } from '../../../src/domain/strategy/pastObjectives';
import { PastItems } from '../../../src/domain/work/pastItems';
import type { WorkItem } from '../../../src/domain/work/workItem';
import { anyWorkItems } from '../arbitrary';
import { done, item, objective } from '../build';

const keyOf = ({ id }: WorkItem): string => `A-${id}`;
const isObjective = ({ level }: WorkItem): boolean => level === 2;

/** The issues of level 2, which are objectives, by the objectives' keys. */
const issuesIn = (items: readonly WorkItem[]) => new Map(items.filter(isObjective).map((one) => [keyOf(one), one]));

/** The objectives of a strategy with one stated objective, whose issues of level 2 are objectives too. */
const on = (day: number, items: readonly WorkItem[]) => {
  const issues = issuesIn(items);
  return objectivesOn(
    {
      objectives: [
        objective('O-1', { status: 'achieved' }),
        ...[...issues].map(([key, { outcome }]) => objective(key, { status: statusOfOutcome(outcome) })),
      ],
      issues,
    },
    PastItems.of(
      items.map((one) => ({
        ...one,
        isObjective: isObjective(one),
        tag: isObjective(one) ? keyOf(one) : one.tag,
        link: null,
        assignee: null,
      })),
    ),
    day,
  ).map(({ key, status, parent }) => ({ key, status, parent }));
};

const STATED = { key: 'O-1', status: 'achieved', parent: null };

test('one created later is not there, one that ended later is active, and what came between later parts them', () => {
  const initiative = (id: number, changes: Partial<WorkItem> = {}) => item(id, { level: 2, ...changes });
  const items = [
    done(1, 20, { level: 2 }),
    item(2, { level: 1, parent: 1, created: 15 }),
    initiative(3, { parent: 2 }),
    initiative(4, { created: 11 }),
  ];
  const [first, below] = [
    { key: 'A-1', parent: null },
    { key: 'A-3', status: 'active' },
  ];
  expect(on(10, items)).toEqual([STATED, { ...first, status: 'active' }, { ...below, parent: null }]);
  expect(on(20, items)).toEqual([
    STATED,
    { ...first, status: 'achieved' },
    { ...below, parent: 'A-1' },
    { key: 'A-4', status: 'active', parent: null },
  ]);
});

test('they are what the rules say, on any day', () => {
  fc.assert(
    fc.property(anyWorkItems, fc.integer({ min: 0, max: 30 }), (items, day) => {
      const issues = rewind(items, day).map((one) => ({ ...one, key: keyOf(one), linked: [] }));
      const right = withObjectiveIssues(issues, isObjective).objectives;
      const [stated, ...found] = on(day, items);
      expect(stated).toEqual(STATED);
      const byKey = (objectives: readonly { key: string; status: string; parent: string | null }[]) =>
        new Map(objectives.map(({ key, status, parent }) => [key, { status, parent }]));
      expect(byKey(found)).toEqual(byKey(right));
    }),
    { numRuns: 500 },
  );
});

/** Later than all days of `anyWorkItems`. */
const TODAY = 100;

test('the days of those issues alone tell the same where nothing stands between them', () => {
  fc.assert(
    fc.property(anyWorkItems, fc.integer({ min: 0, max: 30 }), (some, day) => {
      const items = some.map((one) => ({ ...one, level: 2 }));
      const objectives = on(TODAY, items).map(({ key, ...changes }) => objective(key, changes));
      const found = datedObjectivesOn({ objectives, issues: issuesIn(items) }, day);
      expect(found.map(({ key, status, parent }) => ({ key, status, parent }))).toEqual(on(day, items));
    }),
    { numRuns: 500 },
  );
});
