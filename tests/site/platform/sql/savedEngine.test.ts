import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedEngine } from './embedded';
import { savedEngine } from './savedEngine';
import type { SqlEngine } from './sqlEngine';

let folder: string;
const ofTheRun = process.env.SAVED_ENGINES;
beforeEach(() => {
  folder = process.env.SAVED_ENGINES = mkdtempSync(join(tmpdir(), 'saved-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
  if (ofTheRun === undefined) delete process.env.SAVED_ENGINES;
  else process.env.SAVED_ENGINES = ofTheRun;
});

const run = async (engine: SqlEngine, query: string): Promise<unknown> => (await engine.execute(query, [])).rows;

/** Counts how often it filled a database: a row that holds a text, and one that is gone. */
const filling = () => {
  const fills = { count: 0 };
  const open = () =>
    savedEngine('rows', async (engine) => {
      fills.count += 1;
      await run(engine, 'CREATE TABLE t (id INT NOT NULL AUTO_INCREMENT, s VARCHAR(20) NOT NULL, PRIMARY KEY (id))');
      await run(engine, 'CREATE UNIQUE INDEX t_by_s ON t (s)');
      await run(engine, "INSERT INTO t (s) VALUES ('kept'), ('gone')");
      await run(engine, "DELETE FROM t WHERE s = 'gone'");
    });
  return { fills, open };
};

test('a database is filled once in a run, and each copy begins with its rows, indexes and numbers', async () => {
  const { fills, open } = filling();
  const engines = [await open(), await open(), await open()];
  expect(fills.count).toBe(1);
  expect(readdirSync(folder)).toEqual(['rows']);
  for (const engine of engines) {
    expect(await run(engine, 'SELECT * FROM t')).toEqual([{ id: 1, s: 'kept' }]);
    await expect(run(engine, "INSERT INTO t (s) VALUES ('kept')")).rejects.toMatchObject({ code: 'ER_DUP_ENTRY' });
    // The number of the row that is gone is not given again, nor is what one changes seen by the next.
    expect(await run(engine, "INSERT INTO t (s) VALUES ('next')")).toMatchObject({ insertId: 3 });
    await engine.close();
  }
});

test('where no run shares databases each is filled', async () => {
  delete process.env.SAVED_ENGINES;
  const { fills, open } = filling();
  for (const engine of [await open(), await open()]) await engine.close();
  expect(fills.count).toBe(2);
  expect(readdirSync(folder)).toEqual([]);
});

test('a database that cannot be filled is not saved', async () => {
  await expect(savedEngine('broken', (engine) => run(engine, 'SELECT * FROM missing'))).rejects.toThrow('missing');
  expect(existsSync(join(folder, 'broken'))).toBe(false);
});

test('a database without numbered rows is copied too', async () => {
  const file = join(folder, 'plain');
  const engine = embeddedEngine();
  await run(engine, 'CREATE TABLE t (id INT NOT NULL, PRIMARY KEY (id))');
  await run(engine, 'INSERT INTO t VALUES (7)');
  engine.save(file);
  expect(await run(embeddedEngine(file), 'SELECT id FROM t')).toEqual([{ id: 7 }]);
});
