import { enginesAtHand } from './engine';
import { type ReusedEngine, reusedEngine } from './reusedEngine';
import { tableWritten } from './tableWritten';

jest.setTimeout(120_000);

describe.each(enginesAtHand())('$title', ({ open }) => {
  let engine: ReusedEngine;
  const rows = async (query: string): Promise<unknown> => (await engine.execute(query, [])).rows;
  const held = async () => [
    await rows('SELECT name, held_until FROM lease ORDER BY name'),
    await rows('SELECT name, value FROM setting ORDER BY name'),
  ];

  beforeAll(async () => {
    engine = await reusedEngine(await open(), async (fresh) => {
      await fresh.execute("INSERT INTO lease (name, held_until) VALUES ('drain', 5), ('sweep', 6)", []);
    });
  });
  afterAll(() => engine.close());

  it('is reset to what it was filled with, again and again', async () => {
    const filled = [[expect.objectContaining({ name: 'drain' }), expect.objectContaining({ name: 'sweep' })], []];
    expect(await held()).toEqual(filled);
    for (let time = 0; time < 2; time += 1) {
      await engine.execute("INSERT IGNORE INTO `setting` (name, value) VALUES ('settings', '{}')", []);
      await engine.execute("UPDATE lease SET held_until = 7 WHERE name = 'drain'", []);
      await engine.execute("DELETE FROM lease WHERE name = 'sweep'", []);
      expect(await held()).not.toEqual(filled);
      await engine.restore();
      expect(await held()).toEqual(filled);
    }
  });
});

it('knows the table that a statement changes, and refuses what it cannot tell', () => {
  expect(tableWritten('\n  insert into `work_item` (`id`) values (?)')).toBe('work_item');
  expect(tableWritten('INSERT INTO block WITH RECURSIVE up AS (SELECT 1) SELECT * FROM up')).toBe('block');
  expect(tableWritten('update `lease` set `held_until` = ?')).toBe('lease');
  expect(tableWritten('DELETE FROM audit_line WHERE id < 1')).toBe('audit_line');
  expect(tableWritten('SELECT * FROM block')).toBeNull();
  expect(tableWritten('WITH up AS (SELECT 1 AS one) SELECT one FROM up')).toBeNull();
  expect(() => tableWritten('WITH old AS (SELECT 1) DELETE FROM block')).toThrow('Which table');
});
