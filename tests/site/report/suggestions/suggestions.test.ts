import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readOptions } from '../options';
import { suggestionsReport } from '../reportOf';
import { printSuggestions } from './printSuggestions';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'suggestions-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};
const report = async (data: string, objectives: string, ...more: string[]) =>
  (
    await suggestionsReport(
      readOptions(['--data', data, '--objectives', objectives, '--suggestions', ...more], Date.UTC(2026, 5, 1)),
    )
  ).report;

const HEADER =
  'Summary,Issue key,Issue id,Issue Type,Status,Status Category,Project key,Reporter,Created,Components,Parent key';
const issue = (
  number: number,
  summary: string,
  created: string,
  more: { component?: string; parent?: string; type?: string } = {},
) =>
  [
    summary,
    `WEB-${number}`,
    number,
    more.type ?? 'Story',
    'Open',
    'To Do',
    'WEB',
    'Ann',
    created,
    more.component ?? '',
    more.parent ?? '',
  ].join(',');

/** Two epics as objectives, the children of each created in turn; a sub-task, Run the business, and two that serve nothing. */
const web = () =>
  file('web.csv', [
    HEADER,
    issue(1, 'Payment by card', '2026-01-01 9:00', { type: 'Epic' }),
    issue(2, 'Finding shoes', '2026-01-01 9:00', { type: 'Epic' }),
    issue(3, 'Card form', '2026-01-02 9:00', { component: 'Cart', parent: 'WEB-1' }),
    issue(4, 'Search shoes by colour', '2026-01-03 9:00', { component: 'Search', parent: 'WEB-2' }),
    issue(5, 'Card is refused', '2026-01-04 9:00', { component: 'Cart', parent: 'WEB-1' }),
    issue(6, 'Search shoes by size', '2026-01-05 9:00', { component: 'Search', parent: 'WEB-2' }),
    issue(7, 'Part of the card form', '2026-01-05 9:00', { type: 'Sub-task', parent: 'WEB-3' }),
    issue(8, 'Renew certificates', '2026-01-05 9:00', { component: 'Ops' }),
    issue(9, 'Remember the card', '2026-01-06 9:00', { component: 'Cart' }),
    issue(10, 'Card is remembered', '2026-03-06 9:00', { component: 'Cart', parent: 'WEB-1' }),
  ]);
const strategy = () =>
  file('strategy.csv', [
    'key,title,status,start,link',
    'OBJ-1,Payment by card,active,2026-01-01,parent = WEB-1',
    'OBJ-2,Finding shoes,active,2026-01-01,parent = WEB-2',
    'OBJ-3,Not yet,active,2026-02-01,',
    'OBJ-4,Over,achieved,2026-01-01,',
    'RUN,Run the business,,,component = Ops',
  ]);

describe('the suggestions of an export', () => {
  test('by hand: four units with an objective by February, two objectives to choose from', async () => {
    const { figures, unlinked } = await report(web(), strategy(), '--as-of', '2026-01-31');
    // The baseline: none at the first; OBJ-1 at the second, wrong; OBJ-1 at the third, right; OBJ-1 before OBJ-2 at the last.
    expect(figures).toMatchObject({ n: 4, candidates: 2, top3: 1, baseline1: 1 / 4, baseline3: 2 / 4 });
    expect(figures.top1).toBeGreaterThanOrEqual(0.5);
    expect(unlinked).toBe(1);
    expect((await report(web(), strategy())).figures).toMatchObject({ n: 5, candidates: (4 * 2 + 3) / 5 });
  });

  test('prints what is sure enough, with its reasons', async () => {
    const found = await report(web(), strategy());
    const [sure] = found.sure;
    expect(sure).toMatchObject({ key: 'WEB-9', objective: { key: 'OBJ-1' } });
    const text = printSuggestions(found, ['2 parents are not known.']);
    expect(text).toContain('5 units with an objective');
    expect(text).toMatch(/WEB-9 Remember the card\n +→ OBJ-1 Payment by card \(\d+\.\d %\): /);
    expect(text).toContain('words in common: Remember, card');
    expect(text).toContain('\n2 parents are not known.\n');
  });

  test('of a site where nothing serves an objective says so', async () => {
    const untagged = file('none.csv', ['key,title', 'OBJ-1,Alone']);
    const found = await report(web(), untagged);
    expect(found.figures).toMatchObject({ n: 0, candidates: null, top1: null, answeredAt95: null });
    expect(printSuggestions(found, [])).toContain('Nothing serves an objective yet');
  });

  test('does not look at the tag and the parent of what it suggests for', async () => {
    const text = readFileSync(web(), 'utf8');
    const hidden = file('hidden.csv', [text.trimEnd().replace(/,WEB-1$/, ',')]);
    const of = async (data: string, objectives: string) =>
      (await report(data, objectives)).sure.map(({ key, chance }) => ({ key, chance }));
    const told = file('told.csv', [
      readFileSync(strategy(), 'utf8').trimEnd().replace('parent = WEB-1', 'parent = WEB-1 AND key != WEB-10'),
    ]);
    expect(await of(hidden, strategy())).toEqual(await of(web(), told));
  });
});

const titanium = resolve('../shared/data/titanium-small.csv');
const onReal = existsSync(titanium) ? test : test.skip;
if (!existsSync(titanium)) console.warn('The real export is not here: its suggestions are not measured.');

/** An objective for each epic of an export, started on the day it was created. */
const epicsOf = (csv: string): string[] =>
  csv.split(/\r?\n/).flatMap((row) => {
    const found = /^(?:"((?:[^"]|"")*)"|([^,]*)),([A-Z]+-\d+),\d+,Epic,.*?,(\d\d)\/(\w{3})\/(\d\d) /.exec(row);
    if (!found) return [];
    const [, quoted, plain, key, day, month, year] = found;
    const title = (quoted ?? plain ?? '').replace(/"/g, '');
    const date = new Date(`${day} ${month} 20${year} UTC`).toISOString().slice(0, 10);
    return [`${key},"${title}",${date},parent = ${key}`];
  });

onReal(
  'on a real export, with its epics as objectives, they are no worse than they were',
  async () => {
    const epics = epicsOf(readFileSync(titanium, 'utf8'));
    expect(epics).toHaveLength(20);
    const { figures } = await report(titanium, file('epics.csv', ['key,title,start,link', ...epics]));
    expect(figures.n).toBe(77);
    expect(figures.baseline1).toBeCloseTo(46 / 77, 6);
    expect(figures.top1).toBeGreaterThan(0.78);
    expect(figures.top3).toBeGreaterThan(0.88);
    expect(figures.answeredAt95).toBeGreaterThan(0.55);
  },
  120_000,
);
