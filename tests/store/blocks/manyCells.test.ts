import { sql } from '@forge/sql';
import { typicalEstimate } from '../../../src/domain/work/estimate';
import { migrate } from '../../../src/store/sql/migrations';
import { portfolioCells } from '../../../src/store/blocks/projectSums';
import { CELL_COLUMNS } from '../../../src/store/blocks/cellColumns';
import { storeSummaries } from '../../../src/store/blocks/summaries';
import { sumsOf } from '../../../src/store/blocks/sums';
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
  for (let project = 1; project <= PROJECTS; project += 1) {
    await insert(`INSERT INTO project (id, project_key) VALUES (${project}, 'P${project}')`);
    const blocks = Array.from({ length: OBJECTIVES }, (_, at) => ({
      serves: at + 1,
      numbers: CELL_COLUMNS.map((name) => (name.endsWith('_points') ? project * 12_345 : project + at)),
      weeks_items: '',
      weeks_points: '',
      people: '',
      components: '',
      teams: '',
      retags: '',
    }));
    const summary = { id: project, typical: typicalEstimate([]), hasUnits: true, sums: sumsOf(blocks), basis: 1 };
    await storeSummaries([summary], { now: 0, today: 0 });
  }
};

test('a portfolio in which every project works on every objective is answered in two statements, far below 4 MiB', async () => {
  const { seen, engine } = watched(embeddedEngine());
  await runWithSql(engine, async () => {
    await migrate();
    await fill();
    Object.assign(seen, { statements: 0, bytes: 0 });
    const cells = await portfolioCells(90);
    expect(cells).toHaveLength(PROJECTS * OBJECTIVES);
    expect(cells.at(-1)).toMatchObject({ project: 300, serves: 'OBJ-60', todo: { items: 359 }, dropped: 359 });
    expect(seen.statements).toBe(2);
    expect(seen.bytes).toBeLessThan(2 * MIB);
  });
  await engine.close();
});
