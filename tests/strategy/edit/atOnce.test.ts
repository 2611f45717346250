import type { CheckInDraft } from '../../../src/contract';
import { asDay } from '../../domain/days';
import { dataOf } from '../../resolvers/world';
import { DRAFT, inEditing, type Editing } from '../editing';
import { allCheckIns } from '../allTexts';

jest.setTimeout(30_000);

/** The codes of answers, sorted. */
const codesOf = (answers: readonly ({ ok: true } | { ok: false; error: { code: string } })[]): string[] =>
  answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort();

const parents = async ({ strategy }: Editing): Promise<Record<string, string | null>> =>
  Object.fromEntries((await strategy()).objectives.map(({ key, parent }) => [key, parent]));

test('of keys that differ only in case and are made at once, one is', () =>
  inEditing(async (editing) => {
    const { ask, strategy } = editing;
    const keys = ['OBJ-9', 'obj-9', 'Obj-9'];
    const made = await Promise.all(
      keys.map((key) => ask('saveObjective', { key, revision: null, objective: DRAFT }, 'editor')),
    );
    expect(codesOf(made)).toEqual(['conflict', 'conflict', 'ok']);
    const stated = (await strategy()).objectives.filter(({ key }) => key.toLowerCase() === 'obj-9');
    expect(stated).toHaveLength(1);
  }));

test('a form and a file at once make no keys that differ only in case either', () =>
  inEditing(async ({ ask, strategy }) => {
    await Promise.all([
      ask('saveObjective', { key: 'OBJ-9', revision: null, objective: DRAFT }),
      ask('importStrategy', { csv: 'key,title\nobj-9,Serve faster', apply: true }),
    ]);
    expect((await strategy()).objectives.filter(({ key }) => key.toLowerCase() === 'obj-9')).toHaveLength(1);
  }));

test.each(['moves', 'edits', 'imports'])('%s that cross each other make no loop', (kind) =>
  inEditing(async (editing) => {
    const { ask, save } = editing;
    await save('OBJ-2', 1, { parent: null });
    const under = (key: string, revision: number, parent: string) => {
      if (kind === 'moves') return ask('moveObjective', { key, revision, parent, before: null });
      if (kind === 'edits') return ask('saveObjective', { key, revision, objective: { ...DRAFT, parent } });
      return ask('importStrategy', { csv: `key,title,parent\n${key},Moved,${parent}`, apply: true });
    };
    const answers = await Promise.all([under('OBJ-1', 1, 'OBJ-2'), under('OBJ-2', 2, 'OBJ-1')]);
    if (kind !== 'imports') expect(codesOf(answers)).toEqual(['invalid', 'ok']);
    const { 'OBJ-1': first, 'OBJ-2': second } = await parents(editing);
    expect([first, second].filter((parent) => parent !== null)).toHaveLength(1);
  }),
);

test('an objective is not archived while one below it becomes active', () =>
  inEditing(async (editing) => {
    const { ask, save, find } = editing;
    await save('OBJ-9', null, { parent: 'OBJ-4', status: 'achieved' });
    const answers = await Promise.all([
      ask('archiveObjective', { key: 'OBJ-4', revision: 1, archived: true }),
      ask('saveObjective', { key: 'OBJ-9', revision: 1, objective: { ...DRAFT, parent: 'OBJ-4' } }),
    ]);
    expect(codesOf(answers)).toEqual(['invalid', 'ok']);
    const [above, below] = [await find('OBJ-4'), await find('OBJ-9')];
    expect(above?.archived && below?.status === 'active').toBe(false);
  }));

describe('equal check-ins', () => {
  const SAID: CheckInDraft = {
    ...{ objective: 'OBJ-2', day: asDay('2026-05-18'), note: 'Going well' },
    ...{ health: null, decision: null, values: [] },
  };
  const kept = async ({ site }: Editing) =>
    (await site.runInApp(allCheckIns)).map(({ note, health }) => note ?? health);

  test('at once are one, and all who sent them get it', () =>
    inEditing(async (editing) => {
      const answers = await Promise.all(Array.from({ length: 20 }, () => editing.ask('checkIn', SAID, 'owner')));
      expect(new Set(answers.map((answer) => dataOf(answer).id)).size).toBe(1);
      expect(await kept(editing)).toEqual(['Going well']);
    }));

  test('of another person, another day or with another one between them are several', () =>
    inEditing(async (editing) => {
      const { ask, site } = editing;
      const say = async (changes: Partial<CheckInDraft>, person: 'owner' | 'editor' = 'owner') => {
        site.clock.advance(1000);
        dataOf(await ask('checkIn', { ...SAID, ...changes }, person));
      };
      await say({});
      await say({});
      await say({}, 'editor');
      await say({ day: SAID.day - 1 });
      await say({ note: null, health: 'atRisk' });
      await say({ note: null, health: 'onTrack' });
      await say({ note: null, health: 'atRisk' });
      expect(await kept(editing)).toEqual(['Going well', 'Going well', 'Going well', 'atRisk', 'onTrack', 'atRisk']);
    }));
});
