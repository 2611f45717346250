import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { database } from '../../../../src/store/sql/database';
import { writeSetting } from '../../../../src/store/runs/settingStore';
import { migrated } from '../sql/migrated';
import { runWithSql } from './runWithSql';

const folder = mkdtempSync(join(tmpdir(), 'shapes-'));
const file = join(folder, 'notes');
const before = process.env.STATEMENT_SHAPES;
afterAll(() => {
  if (before === undefined) delete process.env.STATEMENT_SHAPES;
  else process.env.STATEMENT_SHAPES = before;
  rmSync(folder, { recursive: true });
});

test('what the app’s code sends is noted, and not what a test sends by the app’s own driver', async () => {
  const engine = await migrated();
  process.env.STATEMENT_SHAPES = file;
  await runWithSql(engine, async () => {
    await Promise.all([sql`SELECT 1`.execute(database), writeSetting('one', 1)]);
    await database.deleteFrom('setting').execute();
  });
  const noted = readFileSync(file, 'utf8').trim().split('\n');
  expect(noted.map((line) => (JSON.parse(line) as { shape: string }).shape)).toEqual([
    'insert into `setting` (`name`, `value`) values (?) on duplicate key update `value` = VALUES(value)',
  ]);
  await engine.close();
});
