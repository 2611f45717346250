import fc from 'fast-check';
import { hierarchyLevels, type TypeAndParent } from './levels';

/** So many issues of a type under a type, or under none. */
const issues = (type: string, parentType: string | null, times = 1): TypeAndParent[] =>
  Array.from({ length: times }, () => ({ type, parentType }));

const told = (all: TypeAndParent[], given: Record<string, number> = {}): Record<string, string> =>
  Object.fromEntries(
    [...hierarchyLevels(all, new Map(Object.entries(given)))].map(([type, { level, by }]) => [type, `${level} ${by}`]),
  );

test('an option comes first, whatever the name and the relatives say', () => {
  const all = [...issues('Feature', null), ...issues('Story', 'Feature'), ...issues('Epic', null)];
  expect(told(all, { feature: 3, story: 1, epic: 2 })).toEqual({
    feature: '3 option',
    story: '1 option',
    epic: '2 option',
  });
});

test('Jira’s own names come next', () => {
  const all = ['Story', 'TASK ', 'Bug', 'Sub-task', 'Subtask', 'Epic'].flatMap((type) => issues(type, null));
  expect(told(all)).toEqual({
    story: '0 name',
    task: '0 name',
    bug: '0 name',
    'sub-task': '-1 name',
    subtask: '-1 name',
    epic: '1 name',
  });
});

test.each([
  ['Spanish', 'Épica', 'Historia', 'Subtarea'],
  ['German', 'Epos', 'Aufgabe', 'Unteraufgabe'],
  ['French', 'Épopée', 'Tâche', 'Sous-tâche'],
  ['Portuguese', 'Épico', 'História', 'Subtarefa'],
  ['Japanese', 'エピック', 'ストーリー', 'サブタスク'],
  ['Korean', '에픽', '작업', '하위 작업'],
  ['Russian', 'Эпик', 'Задача', 'Подзадача'],
  ['Chinese', '史诗', '任务', '子任务'],
  ['Polish', 'Epik', 'Zadanie', 'Podzadanie'],
])('so do they in %s', (_, epic, task, subtask) => {
  const all = [epic, task, subtask].flatMap((type) => issues(type, null));
  expect(Object.values(told(all))).toEqual(['1 name', '0 name', '-1 name']);
});

test('a translated sub-task is one where the site speaks that language, else a type like any other', () => {
  const alone = [...issues('Story', null), ...issues('Subtarea', null)];
  expect(told(alone)).toMatchObject({ subtarea: '0 default' });
  expect(told(alone.map((one) => ({ ...one, language: 'Spanish' })))).toMatchObject({ subtarea: '-1 name' });
  expect(told([...alone, ...issues('Tarea', null)])).toMatchObject({ subtarea: '-1 name' });
  expect(told([...alone, ...issues('Subtarea', 'Story')])).toMatchObject({ subtarea: '-1 parents' });
});

test('a type is one above more than half of its children', () => {
  const half = [...issues('Feature', null), ...issues('Story', 'Feature'), ...issues('Strange', 'Feature')];
  expect(told(half)).toMatchObject({ feature: '0 default' });
  expect(told([...half, ...issues('Bug', 'Feature')])).toMatchObject({ feature: '1 children' });
});

test('an epic over features over stories is level 2, an initiative above it 3', () => {
  const all = [
    ...issues('Initiative', null),
    ...issues('Epic', 'Initiative'),
    ...issues('Feature', 'Epic'),
    ...issues('Story', 'Feature'),
  ];
  expect(told(all)).toEqual({ initiative: '3 children', epic: '2 children', feature: '1 children', story: '0 name' });
});

test('an epic is at least level 1, even over sub-tasks alone', () => {
  expect(told([...issues('Epic', null), ...issues('Sub-task', 'Epic')])).toMatchObject({ epic: '1 name' });
});

test('a type without children is one below more than half of its parents, at least a sub-task', () => {
  const all = [
    ...issues('Epic', null),
    ...issues('Improvement', 'Epic', 2),
    ...issues('Check', 'Improvement'),
    ...issues('Step', 'Check'),
    ...issues('Half', 'Epic'),
    ...issues('Half', 'Nowhere'),
  ];
  expect(told(all)).toMatchObject({
    improvement: '0 parents',
    check: '-1 parents',
    step: '-1 parents',
    half: '0 default',
  });
});

test('children and parents take turns: what parents gave, gives by children', () => {
  const all = [
    ...issues('Epic', null),
    ...issues('Request', 'Epic', 2),
    ...issues('Request', 'Programme'),
    ...issues('Programme', null),
  ];
  // Two of three requests are under epics, so requests are level 0, and programmes, which have only requests, 1.
  expect(told(all)).toMatchObject({ request: '0 parents', programme: '1 children' });
});

test('parents of the same type, and parents outside the export, tell nothing', () => {
  expect(told([...issues('Idea', 'Idea', 5), ...issues('Idea', null)])).toEqual({ idea: '0 default' });
});

const anyIssues = fc.array(
  fc.record({
    type: fc.constantFrom('Epic', 'Story', 'Sub-task', 'A', 'B', 'C', 'D'),
    parentType: fc.option(fc.constantFrom('Epic', 'Story', 'A', 'B', 'C', 'D')),
  }),
);

test('the order of issues changes nothing, each type has a level of −1 or above, epics 1 or above', () => {
  fc.assert(
    fc.property(anyIssues, (all) => {
      const levels = hierarchyLevels(all);
      expect(new Map([...hierarchyLevels([...all].reverse())].sort())).toEqual(new Map([...levels].sort()));
      expect([...levels.keys()].sort()).toEqual([...new Set(all.map(({ type }) => type.toLowerCase()))].sort());
      for (const [type, { level }] of levels) expect(level).toBeGreaterThanOrEqual(type === 'epic' ? 1 : -1);
    }),
  );
});

test('with every type given, nothing else counts', () => {
  fc.assert(
    fc.property(
      anyIssues,
      fc.array(fc.integer({ min: -1, max: 5 }), { minLength: 7, maxLength: 7 }),
      (all, numbers) => {
        const types = ['epic', 'story', 'sub-task', 'a', 'b', 'c', 'd'];
        const given = new Map(types.map((type, index) => [type, numbers[index] ?? 0]));
        for (const [type, level] of hierarchyLevels(all, given)) {
          expect(level).toEqual({ level: given.get(type), by: 'option' });
        }
      },
    ),
  );
});
