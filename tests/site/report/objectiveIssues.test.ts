import { testFiles } from '../load/testExport';
import { readOptions } from './options';
import { printReport } from './print';
import { explainedReportOf } from './reportOf';

// A report of its own each, on machines that do other things too.
jest.setTimeout(60_000);

const file = testFiles();

const HEADER =
  'Issue key,Issue id,Issue Type,Status,Status Category,Summary,Description,Created,Resolved,Assignee,Parent key,' +
  'Custom field (Strategic objective),Custom field (Start date),Due date,Outward issue link (Contributes),' +
  'Outward issue link (Contributes),Inward issue link (Contributes),Outward issue link (Blocks)';

type Cells = {
  type?: string;
  state?: 'todo' | 'doing' | 'done';
  summary?: string;
  description?: string;
  created?: string;
  assignee?: string;
  parent?: string;
  tag?: string;
  start?: string;
  due?: string;
  out?: [string, string?];
  inward?: string;
  blocks?: string;
};
const STATES = {
  todo: ['Open', 'To Do', ''],
  doing: ['Busy', 'In Progress', ''],
  done: ['Done', 'Done', '2025-09-20'],
} as const;
const row = (key: string, cells: Cells = {}): string => {
  const [status, category, resolved] = STATES[cells.state ?? 'doing'];
  const {
    type = 'Story',
    summary = key,
    description,
    created = '2025-09-01',
    assignee,
    parent,
    tag,
    start,
    due,
  } = cells;
  const { out = [], inward, blocks } = cells;
  const id = key
    .split('-')
    .map((part) => (/^\d+$/.test(part) ? part : part.charCodeAt(0)))
    .join('');
  return [
    ...[key, id, type, status, category, summary, description, created, resolved, assignee, parent],
    ...[tag, start, due, out[0], out[1], inward, blocks],
  ].join(',');
};

/** Three initiatives: one above an epic, one that links join, one over. */
const site = (): string[] => [
  row('S-1', {
    type: 'Initiative',
    summary: 'Win',
    description: 'Why',
    assignee: 'Ann',
    start: '2025-01-01',
    due: '2025-12-31',
  }),
  row('S-2', { type: 'Initiative', summary: 'Grow', inward: 'A-5', parent: 'S-1', state: 'todo' }),
  row('S-3', { type: 'Initiative', summary: 'Old', state: 'done' }),
  row('A-1', { type: 'Epic', parent: 'S-1' }),
  row('A-2', { parent: 'A-1' }),
  row('A-3', { parent: 'A-1', tag: 'RUN' }),
  row('A-4', { parent: 'S-3', state: 'todo' }),
  row('A-5', {}),
  row('A-6', { out: ['S-3', 'S-2'], blocks: 'S-1' }),
  row('A-7', { blocks: 'S-1' }),
  row('A-8', { type: 'Epic', out: ['S-2'], state: 'todo' }),
  row('A-9', { parent: 'A-8', state: 'todo' }),
];
const exported = (rows: readonly string[]) => file(`${[HEADER, ...rows].join('\n')}\n`);

const LEVELS = ['--levels', 'Initiative=2'];
const NAMED = ['--objective-types', 'initiative', '--objective-links', 'contributes'];
const runOn = async (asOf: string, rows: readonly string[], ...more: string[]) => {
  const days = ['--from', '2025-09-01', '--as-of', asOf];
  return explainedReportOf(readOptions(['--data', exported(rows), ...LEVELS, ...days, ...more], 0));
};
const run = (rows: readonly string[], ...more: string[]) => runOn('2025-09-30', rows, ...more);

test('by hand: what is above, then what is linked, with an own tag before both', async () => {
  const { report, howRead } = await run(site(), ...NAMED);
  // A-2 by the hierarchy; A-5 by the link that only S-2's row has; A-6 by the first of S-2 and S-3; A-9 by its epic's
  // link; A-4 is open below an initiative that is done; A-7 is only blocked by one.
  expect(report.objectives).toEqual([
    {
      key: 'S-1',
      title: 'Win',
      status: 'active',
      parent: null,
      work: expect.objectContaining({ todo: 1, doing: 3 }) as unknown,
    },
    {
      key: 'S-2',
      title: 'Grow',
      status: 'active',
      parent: 'S-1',
      work: expect.objectContaining({ todo: 1, doing: 2 }) as unknown,
    },
    {
      key: 'S-3',
      title: 'Old',
      status: 'achieved',
      parent: null,
      work: expect.objectContaining({ todo: 1, doing: 0 }) as unknown,
    },
  ]);
  expect(report.projects).toEqual([
    {
      key: 'A',
      effort: { aligned: 3, run: 1, stale: 0, unlinked: 1, alignment: 0.75 },
      planned: { aligned: 1, run: 0, stale: 1, unlinked: 0, alignment: 0.5 },
    },
  ]);
  expect(report.unlinked).toEqual(['A-7']);
  // Of owner, description, key result and dates S-1 has three; S-2, planned as much because it is all below S-1, none.
  expect(report.portfolio.factors.clarity).toBeCloseTo(0.75 / 2, 9);
  const text = printReport(report, howRead);
  expect(text).toContain('12 issues read, of which 7 units');
  // By the hierarchy, by a link; A-3 runs the business.
  expect(text).toContain(
    '3 issues are objectives. Units that serve one, stated or an issue: 0 by a tag, 2 by the hierarchy, 3 by a link',
  );
  expect(text).toContain('Linked to several objectives, so that the first by key is served: 1 issue.\n');
});

test('without the options they are epics like others', async () => {
  const { report } = await run(site());
  expect(report.objectives).toEqual([]);
  expect(report.projects.map(({ key }) => key)).toEqual(['A', 'S']);
  expect(report.portfolio.effort).toMatchObject({ aligned: 0, run: 1, unlinked: 4 });
});

test('on a past day what was not there yet is no objective, and what ended later is one still', async () => {
  const rows = [
    row('S-1', { type: 'Initiative', state: 'done' }),
    row('S-2', { type: 'Initiative', created: '2025-09-15' }),
    row('A-1', { parent: 'S-1' }),
    row('A-2', { out: ['S-2'] }),
    row('A-3', { created: '2025-09-15' }),
  ];
  const { report } = await runOn('2025-09-10', rows, ...NAMED);
  expect(report.objectives.map(({ key, status }) => [key, status])).toEqual([['S-1', 'active']]);
  expect(report.unlinked).toEqual(['A-2']);
  expect(report.assumptions).toMatchObject({ leftOut: 2, unknownParents: 0 });
});

test('what was created after the last day is left out, so that the reading adds up', async () => {
  const rows = [
    row('S-1', { type: 'Initiative' }),
    row('S-2', { type: 'Initiative', created: '2025-09-15' }),
    row('A-1', { parent: 'S-1' }),
  ];
  const { report, howRead } = await runOn('2025-09-10', rows, ...NAMED);
  expect(report.assumptions.leftOut).toBe(1);
  const text = printReport(report, howRead);
  expect(text).toContain('3 issues read, of which 1 unit');
  expect(text).toContain('1 issue is an objective.');
  expect(text).toContain('Created after the last day, left out: 1 issue\n');
});

test('a strategy of twelve initiatives is fully aligned by naming the type, with the figures of tags by hand', async () => {
  const initiatives = Array.from({ length: 12 }, (_, at) => at + 1);
  const rows = (named: boolean): string[] =>
    initiatives.flatMap((number) => [
      ...(named ? [row(`S-${number}`, { type: 'Initiative', summary: `Aim ${number}` })] : []),
      ...['todo', 'doing', 'done'].flatMap((state, at) => {
        const epic = 100 * number + 10 * at;
        return [
          row(`A-${epic}`, { type: 'Epic', ...(named ? { parent: `S-${number}` } : {}) }),
          ...[1, 2, 3].map((more) =>
            row(`A-${epic + more}`, {
              parent: `A-${epic}`,
              state: state as 'todo',
              assignee: `P${(number + more) % 7}`,
            }),
          ),
        ];
      }),
    ]);
  const strategy = file(
    [
      'key,title,link',
      ...initiatives.map((number) => {
        const epics = [0, 1, 2].map((at) => `A-${100 * number + 10 * at}`).join(', ');
        return `S-${number},Aim ${number},"key in (${epics})"`;
      }),
    ].join('\n'),
    'strategy.csv',
  );
  const { report: named } = await run(rows(true), ...NAMED);
  const { report: byHand } = await run(rows(false), '--objectives', strategy);
  expect(named.portfolio.effort).toMatchObject({ aligned: 72, stale: 0, unlinked: 0, alignment: 1 });
  const sorted = (report: typeof named) => ({
    ...report,
    types: null,
    objectives: [...report.objectives].sort((a, b) => (a.key < b.key ? -1 : 1)),
  });
  // Those of issues have an owner where the issue has an assignee: here nobody.
  expect(sorted(named)).toEqual(sorted(byHand));
});

describe('beside a strategy file', () => {
  test('they follow its objectives, which tags by hand serve', async () => {
    const strategy = file('key,title,link\nO-1,One,key = A-7\n', 'strategy.csv');
    const { report } = await run(site(), ...NAMED, '--objectives', strategy);
    expect(report.objectives.map(({ key }) => key)).toEqual(['O-1', 'S-1', 'S-2', 'S-3']);
    expect(report.unlinked).toEqual([]);
  });

  test('a key cannot stand for both', async () => {
    const strategy = file('key,title\ns-2,Two\n', 'strategy.csv');
    await expect(run(site(), ...NAMED, '--objectives', strategy)).rejects.toThrow(
      /strategy\.csv, row 2, column "key": "s-2" is an issue that is an objective by --objective-types; leave/,
    );
  });
});

test('names that the export lacks are told', async () => {
  const { howRead } = await run(site(), '--objective-types', 'Initiative, Theme', '--objective-links', 'Supports');
  expect(howRead.facts.notes).toEqual([
    '--objective-types names "theme", which no issue has.',
    '--objective-links names "supports", which no issue has.',
  ]);
});

test.each([
  [['--objective-links', 'Contributes'], '--objective-links needs --objective-types too'],
  [['--objective-types', ' , '], '--objective-types is empty; write it like "Initiative, Objective".'],
  [['--objective-types', 'Initiative', '--objective-links', ''], '--objective-links is empty'],
])('%j is refused', (args, message) => {
  expect(() => readOptions(['--data', 'export.csv', ...args], 0)).toThrow(message);
});
