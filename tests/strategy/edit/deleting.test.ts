import { database } from '../../../src/store/sql/database';
import { asDay } from '../../domain/days';
import { dataOf } from '../../resolvers/world';
import { inEditing, NPS } from '../editing';

const TABLES = [
  'key_result',
  'check_in',
  'measurement',
  'strategy_event',
  'title_update',
  'objective_snapshot',
] as const;

test('a draft made by mistake is deleted with all that was said of it, and its key can be stated anew', () =>
  inEditing(async ({ ask, save, find, strategy, site }) => {
    const { keyResults } = await save('OOPS', null, { status: 'draft', description: 'A mistake', keyResults: [NPS] });
    const values = [{ keyResult: keyResults[0]?.id ?? 0, value: 30 }];
    const said = { objective: 'OOPS', day: asDay('2026-05-18'), note: 'Well', health: null, decision: null, values };
    dataOf(await ask('checkIn', said));
    const left = dataOf(await ask('deleteObjective', { key: 'OOPS', revision: 1 }));
    expect(left.objectives.map(({ key }) => key)).not.toContain('OOPS');
    expect(left).toEqual(await strategy());
    expect(await find('OOPS')).toBeUndefined();
    await site.runInApp(async () => {
      const { id } = await database
        .selectFrom('objective')
        .select('id')
        .where('objective_key', '=', 'OOPS')
        .executeTakeFirstOrThrow();
      for (const table of TABLES)
        expect(await database.selectFrom(table).selectAll().where('objective', '=', id).execute()).toEqual([]);
    });
    expect(await save('OOPS', null, { title: 'Meant so' })).toMatchObject({ revision: 1, keyResults: [] });
  }));

test('what was more than a draft, or has something below it, is not deleted', () =>
  inEditing(async ({ ask, save, find }) => {
    const refusal = async (key: string) => {
      const answer = await ask('deleteObjective', { key, revision: (await find(key))?.revision ?? 0 });
      expect(await find(key)).toBeDefined();
      return answer;
    };
    const invalid = (message: string) => ({
      error: { code: 'invalid', message: expect.stringContaining(message) as string },
    });
    expect(await refusal('OBJ-1')).toMatchObject(invalid('OBJ-2 is below OBJ-1'));
    expect(await refusal('OBJ-4')).toMatchObject(invalid('Archive it instead'));
    await save('OBJ-2', 1, { status: 'draft' });
    expect(await refusal('OBJ-2')).toMatchObject(invalid('Archive it instead'));
    await save('UNDER', null, { status: 'draft', parent: 'OBJ-3' });
    expect(await refusal('OBJ-3')).toMatchObject(invalid('UNDER is below OBJ-3'));
    expect(await ask('deleteObjective', { key: 'UNDER', revision: 7 })).toMatchObject({ error: { code: 'conflict' } });
    expect(await ask('deleteObjective', { key: 'NONE', revision: 1 })).toMatchObject({ error: { code: 'notFound' } });
    for (const person of ['owner', 'member', 'reader', 'outsider'] as const)
      expect(await ask('deleteObjective', { key: 'UNDER', revision: 1 }, person)).toMatchObject({
        error: { code: 'forbidden' },
      });
    expect(await find('UNDER')).toBeDefined();
  }));
