import fc from 'fast-check';
import type { ImportOutcome } from '../../../src/contract';
import { statedRows } from '../../../src/store/strategy/statedStrategy';
import { strategyFile } from '../../../src/strategy/file/exportStrategy';
import { importFile } from '../../../src/strategy/file/importFile';
import { NO_RULES } from '../noRules';
import { importStrategy } from '../importStrategy';
import { dataOf } from '../../resolvers/world';
import { createSite } from '../../site/site';
import { migrated } from '../../site/platform/sql/migrated';
import { anyStrategy } from '../anyStrategy';
import { type Editing, eventsOf, inEditing, NPS } from '../editing';
import { strategyEvents } from '../allTexts';

jest.setTimeout(60_000);

const importing =
  ({ ask }: Editing) =>
  async (csv: string, apply = true): Promise<ImportOutcome> =>
    dataOf(await ask('importStrategy', { csv, apply }));

/** Stated and imported again, on a site of its own. */
test('a whole strategy goes out and in again without loss, and there is nothing to change then', async () => {
  await fc.assert(
    fc.asyncProperty(anyStrategy, async (strategy) => {
      const site = await createSite({ engine: await migrated(), openapi: false });
      for (const accountId of ['5b10a2844c20165700ede21g', '712020:aa-bb'])
        site.jira.addUser({ accountId, displayName: accountId });
      const ann = { accountId: '712020:aa-bb' };
      const csv = strategyFile(strategy);
      const first = await site.runInApp(() => importFile(csv, true, 'ann', 1, NO_RULES), ann);
      expect(first).toMatchObject({
        problems: [],
        created: strategy.map(({ objective }) => objective.key),
        applied: true,
      });
      const rows = await site.runInApp(statedRows);
      expect(rows.map(({ objective }) => objective)).toEqual(strategy.map(({ objective }) => objective));
      expect(rows.map(({ keyResults }) => keyResults.map(({ title, goal }) => [title, goal]))).toEqual(
        strategy.map(({ keyResults }) => keyResults.map(({ title, goal }) => [title, goal])),
      );
      expect(strategyFile(rows)).toBe(csv);
      const again = await site.runInApp(() => importFile(csv, true, 'ann', 2, NO_RULES), ann);
      expect(again).toEqual({
        problems: [],
        created: [],
        changed: [],
        unchanged: first.created,
        rules: 0,
        applied: true,
      });
      expect(await site.runInApp(statedRows)).toEqual(rows);
      await site.close();
    }),
    { numRuns: 15 },
  );
});

test('what a file would do is told first, and done then, with who did it', () =>
  inEditing(async (editing) => {
    const { find, site } = editing;
    const csv =
      'key,title,owner,weight\nOBJ-2,Superior service,member,3\nOBJ-4,Long done,,\nOBJ-9,"New, too",,\nRUN,,,';
    const changed = [{ key: 'OBJ-2', fields: ['owner', 'weight'] }];
    const outcome = { problems: [], created: ['OBJ-9'], changed, unchanged: ['OBJ-4'], rules: 0 };
    expect(await importing(editing)(csv, false)).toEqual({ ...outcome, applied: false });
    expect(await find('OBJ-9')).toBeUndefined();
    expect(await importing(editing)(csv)).toEqual({ ...outcome, applied: true });
    expect(await find('OBJ-9')).toMatchObject({ title: 'New, too', status: 'active', revision: 1 });
    // The file says nothing of the parent, nor of the status.
    expect(await find('OBJ-2')).toMatchObject({
      owner: 'member',
      weight: 3,
      parent: 'OBJ-1',
      status: 'active',
      revision: 2,
    });
    expect(await find('OBJ-4')).toMatchObject({ status: 'achieved', revision: 1 });
    expect(await site.runInApp(() => eventsOf('OBJ-2'))).toMatchObject([{ author: null }, { author: 'editor' }]);
  }));

test('key results keep their check-ins by their titles', () =>
  inEditing(async (editing) => {
    const { save, find } = editing;
    const before = await save('OBJ-2', 1, { keyResults: [NPS, { ...NPS, title: 'Gone' }] });
    await importing(editing)('key,title,kr,kr target\nOBJ-2,Superior service,nps,60\nOBJ-2,,New,9');
    const after = await find('OBJ-2');
    expect(after?.keyResults).toMatchObject([
      { id: before.keyResults[0]?.id, title: 'nps', goal: { kind: 'reach', baseline: null, target: 60 } },
      { title: 'New' },
    ]);
    expect(before.keyResults.some(({ id }) => id === after?.keyResults[1]?.id)).toBe(false);
    await importing(editing)('key,title\nOBJ-2,Renamed');
    expect((await find('OBJ-2'))?.keyResults).toEqual(after?.keyResults);
  }));

test('everything that is wrong is told at once, and nothing is changed', () =>
  inEditing(async (editing) => {
    const { strategy } = editing;
    const before = await strategy();
    const csv = [
      'key,title,parent,owner,weight,start,target,colour,kr,kr baseline,kr target',
      'OBJ-2,Fine,,,,,,,,,',
      'obj-4,Long done,,,,,,,,,',
      'OBJ-5,,OBJ-77,,heavy,,,,,,',
      'OBJ-6,T,OBJ-77,nobody,,2026-02-01,2026-01-01,,NPS,1,1',
      'OBJ-6,T,,,,,,,,,',
      'OBJ-7,T,OBJ-8,,,,,,,,',
      'OBJ-8,T,OBJ-7,owner,,,,,,,',
    ].join('\n');
    const outcome = await importing(editing)(csv);
    expect(outcome.applied).toBe(false);
    expect(outcome.problems).toEqual([
      {
        row: 1,
        column: 'colour',
        message: expect.stringContaining('"colour" is no column of a strategy file') as string,
      },
      { row: 3, column: 'key', message: '"obj-4" is OBJ-4 in the strategy; write it the same way.' },
      { row: 4, column: 'weight', message: '"heavy" is not a number of 0 or more.' },
      { row: 5, column: 'target', message: '"target" is before the start.' },
      { row: 5, column: 'kr target', message: 'The target must differ from the baseline.' },
      {
        row: 5,
        column: 'parent',
        message: '"OBJ-77" is no objective of this file or of the strategy; use the key of another row.',
      },
      { row: 5, column: 'owner', message: expect.stringContaining('"nobody" is no account that Jira knows') as string },
      { row: 6, column: 'key', message: '"OBJ-6" is on row 5 already; keys must differ.' },
      { row: 7, column: 'parent', message: '"parent" would put OBJ-7 below itself: OBJ-7 → OBJ-8 → OBJ-7.' },
      { row: 8, column: 'parent', message: '"parent" would put OBJ-8 below itself: OBJ-8 → OBJ-7 → OBJ-8.' },
    ]);
    expect(await strategy()).toEqual(before);
    expect((await importing(editing)('')).problems).toEqual([
      { row: null, column: null, message: 'The file is empty: it needs a header row and a row for each objective.' },
    ]);
  }));

test('a loop through what the file does not name is found', () =>
  inEditing(async (editing) => {
    // OBJ-2 is below OBJ-1 already.
    expect((await importing(editing)('key,title,parent\nOBJ-1,Win,OBJ-2')).problems).toMatchObject([
      { row: 2, column: 'parent', message: '"parent" would put OBJ-1 below itself: OBJ-1 → OBJ-2 → OBJ-1.' },
    ]);
  }));

test('what is changed while an import runs is not overwritten', () =>
  inEditing(async (editing) => {
    const { ask, find } = editing;
    const csv = 'key,title\nOBJ-2,Imported\nOBJ-3,Imported too';
    const answers = await Promise.all([
      ask('importStrategy', { csv, apply: true }),
      ask('importStrategy', { csv: csv.replaceAll('Imported', 'Other'), apply: true }, 'admin'),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['conflict', 'ok']);
    expect(await find('OBJ-2')).toMatchObject({ revision: 2 });
  }));

test('a strategy of two thousand objectives is stated in few statements', async () => {
  const site = await createSite({ engine: await migrated(), openapi: false });
  const lines = Array.from(
    { length: 2000 },
    (_, index) => `K-${index},Title ${index},${index === 0 ? '' : 'K-0'},NPS,${index + 1}`,
  );
  const csv = `key,title,parent,kr,kr target\n${lines.join('\n')}`;
  site.statements.reset();
  await site.runInApp(() => importFile(csv, true, 'ann', 1, NO_RULES));
  expect(site.statements.sql).toBeLessThan(80);
  expect(await site.runInApp(statedRows)).toHaveLength(2000);
  await site.close();
});

test('a strategy from a file of the local site is stated by nobody, in the order of the file', async () => {
  const site = await createSite({ engine: await migrated(), openapi: false });
  await site.runInApp(async () => {
    const stated = ['B', 'A', 'RUN'].map((key) => ({ key, title: key, row: 2 }));
    const rest = {
      status: 'active',
      description: null,
      parent: null,
      weight: null,
      perspective: null,
      owner: null,
    } as const;
    const dates = { start: null, target: null, headline: 'work', archived: false } as const;
    await importStrategy(
      stated.map((one) => ({ ...one, ...rest, ...dates })),
      [{ objective: 'A', title: 'NPS', unit: '', goal: { kind: 'reach', baseline: 0, target: 1 }, weight: null }],
      5,
    );
    expect((await statedRows()).map(({ objective, keyResults }) => [objective.key, keyResults.length])).toEqual([
      ['B', 0],
      ['A', 1],
    ]);
    expect(await strategyEvents(0)).toMatchObject([
      { objective: 'B', author: null, at: 5 },
      { objective: 'A', author: null, at: 5 },
    ]);
  });
  await site.close();
});
