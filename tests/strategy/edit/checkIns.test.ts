import type { CheckInDraft, DueCheckIn } from '../../../src/contract';
import { DAY_MS, dataOf, type Person } from '../../resolvers/world';
import { type Editing, inEditing, NPS } from '../editing';
import { asDay } from '../../domain/days';
import { allCheckIns } from '../allTexts';

const SAID: CheckInDraft = {
  objective: 'OBJ-2',
  day: asDay('2026-05-18'),
  note: 'Going well',
  health: null,
  decision: null,
  values: [],
};

test('an owner keeps what they say, and the key results take their values from it', () =>
  inEditing(async ({ ask, save, site }) => {
    const { keyResults } = await save('OBJ-2', 1, { keyResults: [NPS] });
    const keyResult = keyResults[0]?.id ?? 0;
    const said = {
      ...SAID,
      note: ' Zeile\r\n🚀 ',
      decision: '  ',
      health: 'atRisk',
      day: asDay('2026-05-17'),
      values: [{ keyResult, value: -3.5 }],
    } as const;
    const kept = dataOf(await ask('checkIn', { ...said, values: [...said.values] }, 'owner'));
    expect(kept).toMatchObject({
      ...said,
      note: 'Zeile\n🚀',
      decision: null,
      author: 'owner',
      at: '2026-05-18T12:00:00.000Z',
    });
    expect(Number.isSafeInteger(kept.id)).toBe(true);
    const [stored] = await site.runInApp(() => allCheckIns());
    expect(stored).toMatchObject({
      id: kept.id,
      author: 'owner',
      health: 'atRisk',
      values: new Map([[keyResult, -3.5]]),
    });
  }));

test('of two check-ins of one day the later one comes later', () =>
  inEditing(async ({ ask, site }) => {
    await ask('checkIn', { ...SAID, note: 'First' });
    site.clock.advance(1000);
    await ask('checkIn', { ...SAID, note: 'Second' });
    expect((await site.runInApp(() => allCheckIns())).map(({ note }) => note)).toEqual(['First', 'Second']);
  }));

const BAD: [string, Partial<CheckInDraft>, string, string][] = [
  ['tomorrow', { day: asDay('2026-05-19') }, 'day', 'its day is not in the future'],
  ['a day before there were any', { day: asDay('1969-12-31') }, 'day', '1970 or later'],
  ['a day that is none', { day: 0.5 }, 'day', 'The day is not a day'],
  ['nothing', { note: ' \n ', decision: '' }, 'note', 'Say something'],
  ['a long note', { note: 'x'.repeat(10_001) }, 'note', 'The note is longer than 10,000 characters.'],
  ['a long decision', { decision: 'x'.repeat(10_001) }, 'decision', 'The decision is longer than 10,000 characters.'],
  [
    'a key result of something else',
    { values: [{ keyResult: 1, value: 1 }] },
    'values.0.value',
    'no key result of OBJ-2',
  ],
];

test('bad input is told at its field, and nothing is kept', () =>
  inEditing(async ({ ask, save, site }) => {
    const { keyResults } = await save('OBJ-2', 1, { keyResults: [NPS] });
    const twice = [1, 2].map((value) => ({ keyResult: keyResults[0]?.id ?? 0, value }));
    for (const [what, changes, field, message] of [
      ...BAD,
      ['two values of one key result', { values: twice }, 'values.1.value', 'no key result'] as const,
    ]) {
      expect({ what, answer: await ask('checkIn', { ...SAID, ...changes }) }).toMatchObject({
        what,
        answer: { error: { code: 'invalid', field, message: expect.stringContaining(message) as string } },
      });
    }
    expect(await ask('checkIn', { ...SAID, objective: 'OBJ-77' })).toMatchObject({ error: { code: 'notFound' } });
    expect(await site.runInApp(() => allCheckIns())).toEqual([]);
  }));

test('a check-in may say no more than a health, or a decision', () =>
  inEditing(async ({ ask }) => {
    for (const said of [{ health: 'onTrack' }, { decision: 'Stop it' }] as const) {
      expect((await ask('checkIn', { ...SAID, note: null, ...said })).ok).toBe(true);
    }
  }));

test('an owner checks in on what they own, and nobody else does', () =>
  inEditing(async ({ ask }) => {
    expect((await ask('checkIn', SAID, 'owner')).ok).toBe(true);
    expect(await ask('checkIn', { ...SAID, objective: 'OBJ-1' }, 'owner')).toMatchObject({
      error: { code: 'forbidden' },
    });
    expect(await ask('checkIn', SAID, 'member')).toMatchObject({ error: { code: 'forbidden' } });
  }));

describe('what is due', () => {
  const due = async ({ ask }: Editing, person: Person = 'owner'): Promise<DueCheckIn[]> =>
    dataOf(await ask('dueCheckIns', {}, person));
  const objective = (key: string) => ({ key, title: 'Superior service', status: 'active' });

  test('the first check-in, today or from the start on; the next one when the cadence has passed', () =>
    inEditing(async (editing) => {
      const { ask, save, site } = editing;
      expect(await due(editing)).toEqual([
        { objective: objective('OBJ-2'), last: null, due: asDay('2026-05-18'), overdue: false },
      ]);
      expect(await due(editing, 'member')).toEqual([]);
      await save('OBJ-2', 1, { start: asDay('2026-05-01') });
      expect(await due(editing)).toMatchObject([{ last: null, due: asDay('2026-05-01'), overdue: true }]);
      await ask('checkIn', SAID);
      expect(await due(editing)).toEqual([]);
      site.clock.advance(22 * DAY_MS);
      expect(await due(editing)).toEqual([]);
      site.clock.advance(DAY_MS);
      expect(await due(editing)).toMatchObject([
        { last: asDay('2026-05-18'), due: asDay('2026-06-17'), overdue: false },
      ]);
      site.clock.advance(8 * DAY_MS);
      expect(await due(editing)).toMatchObject([{ due: asDay('2026-06-17'), overdue: true }]);
    }));

  test('of what is active alone, the most overdue first', () =>
    inEditing(async (editing) => {
      const { save } = editing;
      await save('OBJ-4', 1, { owner: 'owner' });
      await save('OBJ-5', null, { owner: 'owner', start: asDay('2026-05-20') });
      await save('OBJ-6', null, { owner: 'owner', start: asDay('2026-01-01') });
      await save('OBJ-7', null, { owner: 'owner', start: asDay('2026-05-26') });
      expect((await due(editing)).map(({ objective: { key } }) => key)).toEqual(['OBJ-6', 'OBJ-2', 'OBJ-5']);
    }));
});

test('days are those of the site', () =>
  inEditing(async ({ ask, site }) => {
    // Half past midnight of the 19th, in UTC.
    site.clock.advance(12.5 * 3_600_000);
    expect((await ask('checkIn', { ...SAID, day: asDay('2026-05-19') })).ok).toBe(true);
    expect((await ask('checkIn', { ...SAID, day: asDay('2026-05-20') })).ok).toBe(false);
  }));
