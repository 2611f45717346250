import { sql } from '@forge/sql';
import { migrate } from '../../../src/store/sql/migrations';
import { portfolioCells } from '../../../src/store/blocks/selectCells';
import { CELL_COLUMNS } from '../../../src/store/blocks/cellColumns';
import { runWithSql } from '../../site/platform/forge/runWithSql';
import { embeddedEngine, type SqlEngine } from '../../site/platform/sql/engine';

const PROJECTS = 300;
const OBJECTIVES = 60;
const MIB = 1024 * 1024;

/** Counts the statements and the bytes of the largest answer. */
const watched = (engine: SqlEngine) => {
  const seen = { statements: 0, bytes: 0 };
  const execute: SqlEngine['execute'] = async (query, params) => {
    const answer = await engine.execute(query, params);
    seen.statements += 1;
    seen.bytes = Math.max(seen.bytes, Buffer.byteLength(JSON.stringify(answer)));
    return answer;
  };
  return { seen, engine: { ...engine, execute } };
};

const fill = async (): Promise<void> => {
  const insert = (query: string) => sql.executeRaw(query);
  const objectives = Array.from({ length: OBJECTIVES }, (_, at) => `(${at + 1}, 'OBJ-${at + 1}', 'T', 'active', 0)`);
  await insert(`INSERT INTO objective (id, objective_key, title, status, position) VALUES ${objectives.join(', ')}`);
  const columns = CELL_COLUMNS.map((name) => `\`${name}\``).join(', ');
  for (let project = 1; project <= PROJECTS; project += 1) {
    await insert(`INSERT INTO project (id, project_key) VALUES (${project}, 'P${project}')`);
    const cells = Array.from({ length: OBJECTIVES }, (_, at) => {
      const numbers = CELL_COLUMNS.map((name) => (name.endsWith('_points') ? project * 12_345 : project + at));
      return `(${project}, ${at + 1}, 0, 0, '', '', '', '', '', ${numbers.join(', ')})`;
    });
    await insert(
      `INSERT INTO block (project, serves, items, version, weeks_items, weeks_points, people, person_units, estimates, ${columns}) VALUES ${cells.join(', ')}`,
    );
  }
};

test('a portfolio in which every project works on every objective is answered in one statement, far below 4 MiB', async () => {
  const { seen, engine } = watched(embeddedEngine());
  await runWithSql(engine, async () => {
    await migrate();
    await fill();
    for (const [measure, most] of [
      ['items', 1.25 * MIB],
      ['points', 2 * MIB],
    ] as const) {
      Object.assign(seen, { statements: 0, bytes: 0 });
      const cells = await portfolioCells(90, measure);
      expect(cells).toHaveLength(PROJECTS * OBJECTIVES);
      expect(cells.at(-1)).toMatchObject({ project: 300, serves: 'OBJ-60', todo: { items: 359 }, dropped: 359 });
      expect(seen.statements).toBe(1);
      expect(seen.bytes).toBeLessThan(most);
    }
  });
  await engine.close();
});
