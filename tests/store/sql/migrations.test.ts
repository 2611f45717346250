import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { CELL_COLUMNS } from '../../../src/store/blocks/cellColumns';
import { isMigrated, migrate, MIGRATIONS } from '../../../src/store/sql/migrations';
import { runWithSql } from '../../site/platform/forge/runWithSql';
import { embeddedEngine } from '../../site/platform/sql/engine';
import { ENUMERATIONS, fingerprints, FROZEN_FILE, NUMBERS } from '../frozen/fingerprints';

const frozen = z
  .object({
    migrations: z.record(z.string(), z.string()),
    enumerations: z.record(z.string(), z.array(z.string())),
    numbers: z.record(z.string(), z.number()),
  })
  .parse(JSON.parse(readFileSync(FROZEN_FILE, 'utf8')));

describe('what was released stays as it is; while nothing is, `npm run freeze` writes tests/store/frozen anew', () => {
  test('the text of migrations, and their order', () => {
    expect(Object.entries(fingerprints()).slice(0, Object.keys(frozen.migrations).length)).toEqual(
      Object.entries(frozen.migrations),
    );
    // Whoever appends one freezes it.
    expect(Object.keys(fingerprints())).toEqual(Object.keys(frozen.migrations));
  });

  test.each(Object.keys(frozen.enumerations))('the places of the words of %s, whose numbers are stored', (name) => {
    const words = frozen.enumerations[name] ?? [];
    expect(ENUMERATIONS[name]?.slice(0, words.length)).toEqual(words);
  });

  test('the numbers that stand for something', () => {
    expect(NUMBERS).toEqual(frozen.numbers);
  });
});

test('every migration can run twice and only adds, so that the version before goes on with the next schema', () => {
  for (const [name, text] of Object.entries(MIGRATIONS)) {
    expect(name.length).toBeLessThanOrEqual(64);
    expect(text).toMatch(/^(CREATE TABLE IF NOT EXISTS|ALTER TABLE \w+ ADD (COLUMN|INDEX)) /);
    if (/ADD COLUMN/.test(text) && /NOT NULL/.test(text)) expect(text).toMatch(/DEFAULT/);
  }
});

test('a block has a column for each number of a cell', async () => {
  const engine = embeddedEngine();
  await runWithSql(engine, migrate);
  const { rows } = await engine.execute('SELECT name FROM pragma_table_info(?)', ['block']);
  const names = (rows as { name: string }[]).map(({ name }) => name);
  expect(names.filter((name) => (CELL_COLUMNS as readonly string[]).includes(name))).toEqual(CELL_COLUMNS);
  await engine.close();
});

test('a schema is applied in parts, in order, and known to be there only with the last', async () => {
  const engine = embeddedEngine();
  const count = Object.keys(MIGRATIONS).length;
  await runWithSql(engine, async () => {
    expect(await isMigrated()).toBe(false);
    expect(await migrate({ most: count - 1 })).toBe(false);
    expect(await isMigrated()).toBe(false);
    expect(await migrate({ most: 1 })).toBe(true);
    expect(await isMigrated()).toBe(true);
  });
  const { rows } = await engine.execute('SELECT name FROM migration ORDER BY rowid', []);
  expect((rows as { name: string }[]).map(({ name }) => name)).toEqual(Object.keys(MIGRATIONS));
  await engine.close();
});

test('a version goes on with the schema of the next one, and a column that is there already is no failure', async () => {
  const engine = embeddedEngine();
  const next = 'ALTER TABLE lease ADD COLUMN note VARCHAR(10)';
  await runWithSql(engine, migrate);
  const versionAfter = async () => {
    const all = MIGRATIONS as Record<string, string>;
    all['999_next'] = next;
    try {
      await migrate();
    } finally {
      delete all['999_next'];
    }
  };
  // The crash: the column is added, and that is not noted.
  await engine.execute(next, []);
  await runWithSql(engine, versionAfter);
  const { rows } = await engine.execute("SELECT name FROM migration WHERE name = '999_next'", []);
  expect(rows).toHaveLength(1);
  expect(await runWithSql(engine, isMigrated)).toBe(true);
  expect(await runWithSql(engine, migrate)).toBe(true);
  await engine.close();
});
