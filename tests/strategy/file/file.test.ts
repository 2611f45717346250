import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strategyFile } from '../../../src/strategy/file/exportStrategy';
import { parseObjectives } from '../../site/load/objectivesCsv';
import { readStrategyFile } from '../../../src/strategy/file/readStrategyFile';
import { keyResult, objective } from '../../domain/build';
import { anyStrategy } from '../anyStrategy';

test('what is written is read back without loss', () => {
  fc.assert(
    fc.property(anyStrategy, (strategy) => {
      const { objectives, problems, strange } = readStrategyFile(strategyFile(strategy));
      expect({ problems, strange }).toEqual({ problems: [], strange: [] });
      expect(objectives.map((read) => read.objective)).toEqual(strategy.map((stated) => stated.objective));
      expect(objectives.map((read) => read.keyResults.map((one) => one.keyResult))).toEqual(
        strategy.map(({ keyResults }) =>
          keyResults.map(({ title, unit, goal, weight }) => ({ title, unit, goal, weight })),
        ),
      );
    }),
    { numRuns: 500 },
  );
});

test('no cell that people wrote is run by a spreadsheet', () => {
  fc.assert(
    fc.property(anyStrategy, (strategy) => {
      const rows = parse<Record<string, string>>(strategyFile(strategy), { bom: true, columns: true });
      for (const row of rows) {
        for (const column of ['title', 'description', 'kr', 'kr unit']) expect(row[column]).not.toMatch(/^[=+\-@\t\r]/);
      }
    }),
  );
});

test('a file reads well', () => {
  const strategy = [
    {
      objective: objective('OBJ-1', {
        title: '=Win',
        perspective: 'internalProcess',
        start: 0,
        archived: false,
        headline: 'keyResults',
      }),
      keyResults: [
        keyResult(1, { title: 'NPS', unit: 'points', goal: { kind: 'reach', baseline: -20, target: 50 }, weight: 2 }),
        keyResult(2, { title: 'Hours', unit: '', goal: { kind: 'maintain', low: 8, high: 12.5 } }),
      ],
    },
    {
      objective: objective('OBJ-2', {
        title: 'Serve',
        parent: 'OBJ-1',
        owner: 'ann',
        weight: 0.4,
        status: 'draft' as const,
      }),
      keyResults: [],
    },
  ];
  expect(strategyFile(strategy)).toBe(
    [
      '\ufeffkey,title,parent,owner,weight,status,start,target,link,description,perspective,headline,archived,kr,kr unit,kr kind,kr baseline,kr target,kr low,kr high,kr weight',
      "OBJ-1,'=Win,,,,active,1970-01-01,,,,internal process,key results,,NPS,points,reach,-20,50,,,2",
      'OBJ-1,,,,,,,,,,,,,Hours,,maintain,,,8,12.5,',
      'OBJ-2,Serve,OBJ-1,ann,0.4,draft,,,,,,work,,,,,,,,,',
      '',
    ].join('\n'),
  );
});

test('people may write a file as they like: columns in any order, rows of nothing, words as they are written', () => {
  const {
    objectives: [first, second],
  } = parseObjectives(
    [
      'Title,KEY,Perspective,Headline,Archived,Status,kr,kr low,kr high',
      ' Win ,A,Learning and Growth,Key Results,No,DRAFT,NPS,1,2',
      ',,,,,,,,',
      ',A,,,,,Hours,3,4',
      '',
      'Serve,B,,,yes,dropped,,,',
    ].join('\r\n'),
    'f.csv',
  );
  expect(first).toMatchObject({
    key: 'A',
    title: 'Win',
    perspective: 'learningAndGrowth',
    headline: 'keyResults',
    archived: false,
    status: 'draft',
    row: 2,
    keyResults: [
      { objective: 'A', title: 'NPS', unit: '', goal: { kind: 'maintain', low: 1, high: 2 }, weight: null },
      { objective: 'A', title: 'Hours', goal: { kind: 'maintain', low: 3, high: 4 } },
    ],
  });
  expect(second).toMatchObject({ key: 'B', archived: true, status: 'dropped', keyResults: [] });
});

const HEADER = 'key,title,parent,weight,status,start,target,kr,kr kind,kr baseline,kr target,kr low,kr high';

test.each([
  ['an empty file', '', 'f.csv: is empty: it needs a header row and a row for each objective.'],
  ['no title column', 'key\nA', /^f\.csv, row 1, column "title": is missing; the columns are key,? title|is missing/],
  [
    'a column twice',
    'key,title,title\nA,x,y',
    'f.csv, row 1, column "title": is there twice; keep one of the columns.',
  ],
  [
    'no key',
    `${HEADER}\n,T,,,,,,,,,,,`,
    'f.csv, row 2, column "key": is empty; every objective needs a key, such as OBJ-1.',
  ],
  ['no title', `${HEADER}\nA,,,,,,,,,,,,`, 'f.csv, row 2, column "title": is empty; every objective needs a title.'],
  ['a key with a space', `${HEADER}\nA B,T,,,,,,,,,,,`, /row 2, column "key": "A B" is not a key/],
  [
    'a key twice',
    `${HEADER}\nA,T,,,,,,,,,,,\na,T,,,,,,,,,,,`,
    'f.csv, row 3, column "key": "a" is on row 2 already; keys must differ.',
  ],
  [
    'a status that is none',
    `${HEADER}\nA,T,,,open,,,,,,,,`,
    'f.csv, row 2, column "status": "open" is not a status; use one of draft, active, achieved, dropped.',
  ],
  [
    'a date that is none',
    `${HEADER}\nA,T,,,,1.2.26,,,,,,,`,
    'f.csv, row 2, column "start": "1.2.26" is not a date; write it like 2026-01-31.',
  ],
  [
    'dates in the wrong order',
    `${HEADER}\nA,T,,,,2026-02-01,2026-01-01,,,,,,`,
    'f.csv, row 2, column "target": is before the start.',
  ],
  [
    'a weight below zero',
    `${HEADER}\nA,T,,-1,,,,,,,,,`,
    'f.csv, row 2, column "weight": "-1" is not a number of 0 or more.',
  ],
  [
    'a weight that is no number',
    `${HEADER}\nA,T,,NaN,,,,,,,,,`,
    'f.csv, row 2, column "weight": "NaN" is not a number of 0 or more.',
  ],
  [
    'an unknown parent',
    `${HEADER}\nA,T,Z,,,,,,,,,,`,
    'f.csv, row 2, column "parent": "Z" is no objective of this file; use the key of another row.',
  ],
  [
    'a loop',
    `${HEADER}\nA,T,B,,,,,,,,,,\nB,T,A,,,,,,,,,,`,
    'f.csv, row 2, column "parent": would put A below itself: A → B → A.',
  ],
  [
    'a key result without a title',
    `${HEADER}\nA,T,,,,,,,,1,2,,`,
    'f.csv, row 2, column "kr": is empty; every key result needs a title.',
  ],
  [
    'a target that is the baseline',
    `${HEADER}\nA,T,,,,,,,,,,,\nA,,,,,,,NPS,,2,2,,`,
    'f.csv, row 3, column "kr target": The target must differ from the baseline.',
  ],
  [
    'half a range',
    `${HEADER}\nA,T,,,,,,NPS,,,,1,`,
    'f.csv, row 2, column "kr high": is empty; a range needs a low and a high end.',
  ],
  [
    'a range upside down',
    `${HEADER}\nA,T,,,,,,NPS,,,,2,1`,
    /column "kr low": The low end of the range must not be above its high end\.$/,
  ],
  [
    'a range of what is to be reached',
    `${HEADER}\nA,T,,,,,,NPS,reach,1,2,2,1`,
    'f.csv, row 2, column "kr low": does not go with "reach"; leave it empty, or change "kr kind".',
  ],
  [
    'an amount that is no number',
    `${HEADER}\nA,T,,,,,,NPS,,many,,,`,
    'f.csv, row 2, column "kr baseline": "many" is not a number; write it like 12.5.',
  ],
  ['a row of the wrong length', 'key,title\nA,B,C', /^f\.csv, row 2: is not CSV: /],
])('%s is told in one line, with its place', (_, text, message) => {
  const read = () => parseObjectives(text, 'f.csv');
  expect(read).toThrow(message);
  expect(read).not.toThrow(/\n/);
});

test('files of before are read as before', () => {
  const old = readFileSync(join(__dirname, '../../site/report/fixtures/strategy.csv'), 'utf8');
  expect(parseObjectives(old, 'strategy.csv')).toMatchObject({
    objectives: [
      { key: 'OBJ-1', weight: 3, start: 20_454, target: 20_818, row: 2, keyResults: [] },
      { key: 'OBJ-2', parent: 'OBJ-1', status: 'active', row: 3 },
      { key: 'OBJ-3', weight: 1, start: null, row: 4 },
      { key: 'RUN', title: 'Run the business', row: 5 },
    ],
    links: [
      { key: 'OBJ-2', link: 'key = WEB-1', row: 3 },
      { key: 'OBJ-3', link: 'component = hardware', row: 4 },
      { key: 'RUN', title: 'Run the business', link: 'component = Ops', row: 5 },
    ],
  });
});

test('semicolons and tabs part columns as commas do', () => {
  const read = (separator: string) =>
    readStrategyFile(`key,title,link\nO-1,"One, and all",project = A\n`.replaceAll(/,(?! )/g, separator));
  expect(read(',')).toMatchObject({
    objectives: [{ objective: { key: 'O-1', title: 'One, and all' } }],
    links: [{ key: 'O-1', jql: 'project = A', row: 2 }],
  });
  expect(read(';')).toEqual(read(','));
  expect(read('\t')).toEqual(read(','));
});

test('the row RUN is known in small letters too', () => {
  const { objectives, links } = parseObjectives('key,title,link\nrun,Keep the lights on,project = A\n', 'o.csv');
  expect(objectives).toMatchObject([{ key: 'RUN', title: 'Keep the lights on' }]);
  expect(links).toMatchObject([{ key: 'RUN', link: 'project = A' }]);
  expect(() => parseObjectives('key,title\nrun,One\nRUN,Two\n', 'o.csv')).toThrow('"RUN" is on row 2 already');
});

test('rows are those of a spreadsheet, in which empty lines are rows too', () => {
  const { problems, objectives } = readStrategyFile('key,title,weight\n\nO-1,One,1\n\n\nO-2,Two,heavy\n');
  expect(objectives.map(({ row }) => row)).toEqual([3, 6]);
  expect(problems).toMatchObject([{ row: 6, column: 'weight' }]);
  expect(readStrategyFile('key,title\n\nO-1,One,1\n').problems).toMatchObject([{ row: 3 }]);
});
