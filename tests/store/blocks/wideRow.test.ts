import { MOST_OBJECTIVES } from '../../../src/domain/strategy/caps';
import { blockFigures, type CountedItem } from '../../../src/domain/work/blockFigures';
import { functionCells } from '../../../src/store/blocks/parts';
import { outdatedProjects } from '../../../src/store/blocks/outdated';
import { portfolioTexts, readSums } from '../../../src/store/blocks/projectSums';
import { partKindsOf, storeFigures } from '../../../src/store/blocks/storeFigures';
import { projectSummaries, storeSummaries } from '../../../src/store/blocks/summaries';
import { database } from '../../../src/store/sql/database';
import { NOTHING_ID } from '../../../src/store/sql/storedNumbers';
import { onEachEngine } from '../onEachEngine';

jest.setTimeout(300_000);

const [PROJECT, TODAY] = [1, 20_000];
const MIB = 1024 * 1024;
/** Work items of each objective. */
const ITEMS = 40;
const [COMPONENTS, TEAMS, PEOPLE] = [6, 6, 600];

/**
 * Work that is spread over days, components, teams and people, and differs from objective to objective; sizes too, so that sums hardly get
 * shorter when they are deflated.
 */
const itemOf = (serves: number, at: number): CountedItem => {
  const seed = Math.imul(serves * 100 + at, 2_654_435_761) >>> 8;
  const created = TODAY - (seed % 360);
  const outcome = at % 4 === 0 ? 'todo' : at % 4 === 1 ? 'doing' : 'done';
  return {
    id: (serves + 2) * 100 + at,
    level: 0,
    unit: true,
    orphan: false,
    outcome,
    estimate: seed % 5 === 0 ? null : 1 + seed,
    created,
    ended: outcome === 'done' ? Math.min(TODAY, created + (seed % 60)) : null,
    blocked: false,
    component: 1 + (seed % COMPONENTS),
    team: 1 + ((seed >> 3) % TEAMS),
    assignee: 1 + ((seed >> 5) % PEOPLE),
    parent: null,
    retagged: at % 20 === 1 ? TODAY - (seed % 300) : null,
  };
};

/** A block of each objective, and one of what serves nothing. */
const fill = async (): Promise<void> => {
  await database.insertInto('project').values({ id: PROJECT, project_key: 'BIG' }).execute();
  const blocks = [NOTHING_ID, ...Array.from({ length: MOST_OBJECTIVES }, (_, at) => at + 1)].map((serves, at) => ({
    block: { id: at + 1, project: PROJECT, serves, version: 1, items: ITEMS },
    figures: blockFigures(
      Array.from({ length: ITEMS }, (_, nth) => itemOf(serves, nth)),
      TODAY,
      partKindsOf(serves),
    ),
  }));
  await storeFigures(blocks, TODAY);
};

onEachEngine((inDatabase) => {
  test('a project with work on as many objectives as a strategy holds is counted, though its row is more than a statement holds', () =>
    inDatabase(async () => {
      await fill();
      const summaries = await projectSummaries([PROJECT]);
      expect(Object.values(summaries[0]?.sums ?? {}).join('').length).toBeGreaterThan(MIB);
      await storeSummaries(summaries, { now: 1, today: TODAY });
      expect(await outdatedProjects(TODAY)).toEqual([]);
      const ofPortfolio = portfolioTexts('points');
      const read = await readSums(ofPortfolio);
      const texts = ofPortfolio.map((text) => [text, summaries[0]?.sums[text]]);
      expect(read).toEqual([expect.objectContaining({ project: PROJECT, ...Object.fromEntries(texts) })]);
      for (const kind of ['component', 'team'] as const) {
        const cells = await functionCells(kind, 90);
        const done = cells.reduce((sum, cell) => sum + cell.done.items, 0);
        expect(done).toBe((MOST_OBJECTIVES + 1) * Math.floor(ITEMS / 2));
      }
    }));
});
