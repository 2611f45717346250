import {
  MOST_CHECK_INS_A_DAY,
  MOST_KEY_RESULTS,
  MOST_KEY_RESULTS_IN_ALL,
  MOST_LEVELS,
  MOST_OBJECTIVES,
  MOST_TITLE_BYTES,
} from '../../src/domain/strategy/caps';
import { database } from '../../src/store/sql/database';
import { takeSnapshots } from '../../src/sync/snapshots';
import { asDay } from '../domain/days';
import { keyResult, objective } from '../domain/build';
import { dataOf } from '../resolvers/world';
import { DRAFT, inEditing, NPS } from './editing';
import { importStrategy } from './importStrategy';

jest.setTimeout(300_000);

const LOOK = { window: 365, measure: 'items' } as const;
/** Forge's limit for the answer of a resolver. */
const MOST_BYTES = 5_000_000;
const TODAY = asDay('2026-05-18');
/** Texts that double when they are sent as JSON. */
const quotes = (length: number): string => '"'.repeat(length);
/** A title with which those of all objectives and key results come up to the cap. */
const TITLE_LENGTH = Math.floor(MOST_TITLE_BYTES / (MOST_OBJECTIVES + MOST_KEY_RESULTS_IN_ALL) / 2) - 16;

/** As many objectives as a strategy holds, in as many levels, each field full, and key results with values. */
const fullStrategy = () => {
  const branches = Math.floor(MOST_OBJECTIVES / MOST_LEVELS);
  const objectives = Array.from({ length: MOST_OBJECTIVES - 4 }, (_, at) => {
    const key = `K${'x'.repeat(50)}-${at}`;
    const isTop = at < branches;
    return objective(key, {
      title: `${at}${quotes(TITLE_LENGTH)}`,
      parent: isTop ? null : `K${'x'.repeat(50)}-${at - branches}`,
      owner: 'owner',
      weight: 1 / 3,
      start: TODAY - 200,
      target: TODAY + 165,
      perspective: 'learningAndGrowth',
      headline: 'both',
    });
  });
  const keyResults = Array.from({ length: MOST_KEY_RESULTS_IN_ALL }, (_, at) =>
    keyResult(at + 1, {
      objective: objectives[Math.floor(at / 3)]?.key ?? '',
      title: `${at}${quotes(TITLE_LENGTH)}`,
      unit: 'points',
      goal: { kind: 'reach', baseline: 1 / 3, target: 200 / 3 },
    }),
  );
  return { objectives, keyResults };
};

/** Stores many rows without asking for each. */
const insertAll = async (table: 'check_in' | 'key_result' | 'measurement', rows: readonly object[]): Promise<void> => {
  for (let at = 0; at < rows.length; at += 500)
    await database
      .insertInto(table)
      .values(rows.slice(at, at + 500) as never)
      .execute();
};

test('at its caps, with every field full, each page is within Forge’s limits, and the daily job runs', () =>
  inEditing(async ({ ask, site }) => {
    const { objectives, keyResults } = fullStrategy();
    await site.runInApp(async () => {
      await importStrategy(objectives, [], Date.now());
      const ids = await database.selectFrom('objective').select(['id', 'objective_key']).execute();
      const idOf = new Map(ids.map((row) => [row.objective_key, Number(row.id)]));
      const [author] = await database.selectFrom('account').select('id').where('account_id', '=', 'owner').execute();
      await insertAll(
        'key_result',
        keyResults.map(({ id: keyResultId, objective: key, title, unit, goal, weight }, position) => ({
          ...{ id: keyResultId, objective: idOf.get(key), title, unit, kind: goal.kind, weight, position },
          ...(goal.kind === 'reach' ? { baseline: goal.baseline, target: goal.target } : {}),
        })),
      );
      let id = 1;
      await insertAll(
        'check_in',
        objectives.map(({ key }) => ({
          id: (id += 1),
          objective: idOf.get(key),
          day: TODAY,
          at: id,
          author: author?.id,
          note: quotes(200),
          health: 'atRisk',
          decision: quotes(200),
          amounts: '[]',
          noted: 1,
          decided: 1,
        })),
      );
      await insertAll(
        'measurement',
        keyResults.flatMap((one) =>
          Array.from({ length: 8 }, (_, back) => ({
            objective: idOf.get(one.objective),
            key_result: one.id,
            day: TODAY - back,
            of_draft: 0,
            check_in: 1_700_000_000_000_000 + one.id * 10 + back,
            value: back / 3,
          })),
        ),
      );
    });
    const key = objectives[0]?.key ?? '';
    const sizes = Object.entries({
      portfolio: dataOf(await ask('portfolio', LOOK, 'member')),
      detail: dataOf(await ask('objectiveDetail', { ...LOOK, key }, 'member')),
      review: dataOf(await ask('review', { ...LOOK, since: 0 }, 'member')),
      matrix: dataOf(await ask('functionMatrix', { ...LOOK, by: 'project' }, 'member')),
      strategy: dataOf(await ask('strategy', {})),
      file: dataOf(await ask('exportStrategy', {})),
    }).map(([page, data]) => [page, Buffer.byteLength(JSON.stringify(data))] as const);
    expect(sizes.filter(([, bytes]) => bytes > MOST_BYTES)).toEqual([]);
    await site.runInApp(() => takeSnapshots(site.clock.now()));

    // One more is refused, and says what to do.
    const one = { ...DRAFT, parent: null };
    expect(await ask('saveObjective', { key: 'ONE-MORE', revision: null, objective: one })).toMatchObject({
      error: { code: 'invalid', message: expect.stringContaining('at most 2,000 objectives. Delete drafts') as string },
    });
    const measured = { ...one, keyResults: [NPS] };
    expect(await ask('saveObjective', { key: 'OBJ-2', revision: 1, objective: measured })).toMatchObject({
      error: { code: 'invalid', message: expect.stringContaining('at most 4,000 key results in all') as string },
    });
    const imported = dataOf(await ask('importStrategy', { csv: 'key,title\nONE-MORE,One more', apply: true }));
    expect(imported).toMatchObject({
      applied: false,
      problems: [{ message: expect.stringContaining('at most 2,000 objectives') as string }],
    });
  }));

test('a cascade has so many levels, and key results and check-ins are so many', () =>
  inEditing(async ({ ask, save, find }) => {
    for (let level = 2; level <= MOST_LEVELS; level += 1)
      await save(`L-${level}`, null, { parent: level === 2 ? 'OBJ-1' : `L-${level - 1}` });
    const refused = {
      error: { code: 'invalid', field: 'parent', message: expect.stringContaining('10 levels') as string },
    };
    const below = { ...DRAFT, parent: `L-${MOST_LEVELS}` };
    expect(await ask('saveObjective', { key: 'DEEP', revision: null, objective: below })).toMatchObject(refused);
    // What is below moves along.
    const revision = (await find('OBJ-1'))?.revision ?? 0;
    expect(await ask('moveObjective', { key: 'OBJ-1', revision, parent: 'OBJ-4', before: null })).toMatchObject(
      refused,
    );
    const csv = `key,title,parent\nDEEP,Deep,L-${MOST_LEVELS}`;
    expect(dataOf(await ask('importStrategy', { csv, apply: true })).problems).toMatchObject([
      { row: 2, column: 'parent', message: expect.stringContaining('10 levels') as string },
    ]);

    const many = Array.from({ length: MOST_KEY_RESULTS + 1 }, (_, at) => ({ ...NPS, title: `NPS ${at}` }));
    expect(
      await ask('saveObjective', { key: 'MANY', revision: null, objective: { ...DRAFT, keyResults: many } }),
    ).toMatchObject({ error: { code: 'invalid', field: 'keyResults' } });

    const said = { objective: 'OBJ-2', day: TODAY, note: 'Well', health: null, decision: null, values: [] };
    for (let at = 0; at < MOST_CHECK_INS_A_DAY; at += 1) dataOf(await ask('checkIn', { ...said, note: `Well ${at}` }));
    expect(await ask('checkIn', said)).toMatchObject({
      error: { code: 'invalid', field: 'day', message: expect.stringContaining('Choose another day') as string },
    });
    expect((await ask('checkIn', { ...said, day: TODAY - 1 })).ok).toBe(true);
  }));

test('a file of 40,000 rows, or with thousands of faults, is answered at once and in short', () =>
  inEditing(async ({ ask }) => {
    const preview = async (lines: readonly string[]) => {
      const begun = performance.now();
      const { problems } = dataOf(await ask('importStrategy', { csv: lines.join('\n'), apply: false }));
      expect(performance.now() - begun).toBeLessThan(10_000);
      return problems;
    };
    const rows = Array.from({ length: 40_000 }, (_, at) => `K${at},T`);
    expect(await preview(['key,title', ...rows])).toMatchObject([
      { row: 6_002, message: expect.stringContaining('40,000 rows; at most 6,000 are read') as string },
    ]);
    // A circle of all of them.
    const circle = Array.from({ length: 2_000 }, (_, at) => `K-${at},T,K-${(at + 1) % 2_000}`);
    const problems = await preview(['key,title,parent', ...circle]);
    expect(problems).toHaveLength(201);
    expect(problems.at(-1)?.message).toContain('more follow');
    expect(JSON.stringify(problems).length).toBeLessThan(100_000);
  }));
