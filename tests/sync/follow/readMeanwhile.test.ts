import { outdatedProjects } from '../../../src/store/blocks/outdated';
import { readSums } from '../../../src/store/blocks/projectSums';
import { projectSummaries } from '../../../src/store/blocks/summaries';
import { migrate } from '../../../src/store/sql/migrations';
import { refreshOutdated } from '../../../src/sync/follow/refresh';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { item } from '../../domain/build';
import { runWithSql } from '../../site/platform/forge/runWithSql';
import { embeddedEngine, type SqlEngine } from '../../site/platform/sql/engine';
import { DAY_MS, synced, TODAY } from '../synced';

const PROJECT = 1;
const refresh = (): Promise<void> => refreshOutdated(TODAY * DAY_MS, 'UTC', [PROJECT]);
/** An open unit of one of two blocks: what serves the objective, and what serves nothing. */
const unit = (id: number, tag: string | null, outcome: 'todo' | 'doing') =>
  synced(item(id, { project: PROJECT, tag, outcome }));

/** Runs work with `meanwhile`, once, before the sums of the project are stored. */
const withMeanwhile = async (
  meanwhile: () => Promise<void>,
  work: (arm: () => void) => Promise<void>,
): Promise<void> => {
  const engine = embeddedEngine();
  let isArmed = false;
  const watched: SqlEngine = {
    ...engine,
    execute: async (query, params) => {
      if (isArmed && /^update `project` set `cells`/i.test(query)) {
        isArmed = false;
        await meanwhile();
      }
      return engine.execute(query, params);
    },
  };
  await runWithSql(watched, async () => {
    await migrate();
    await work(() => (isArmed = true));
    expect(isArmed).toBe(false);
  });
  await engine.close();
};

test.each([
  ['has counted', refresh],
  ['has only written', () => Promise.resolve()],
])('a block that another function %s while the others were added up is not lost', async (_, afterWriting) => {
  const other = async (): Promise<void> => {
    await writeItems([unit(2, null, 'doing')]);
    await afterWriting();
  };
  await withMeanwhile(other, async (arm) => {
    await writeItems([unit(1, 'OBJ-1', 'todo'), unit(2, null, 'todo')]);
    await refresh();
    await writeItems([unit(1, 'OBJ-1', 'doing')]);
    arm();
    await refresh();
    await refresh();
    expect(await outdatedProjects(TODAY)).toEqual([]);
    const [summary] = await projectSummaries([PROJECT]);
    const [stored] = await readSums(['cells'], [PROJECT]);
    expect(stored?.cells).toBe(summary?.sums.cells);
  });
});
