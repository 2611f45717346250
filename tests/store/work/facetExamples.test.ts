import { batches } from '../../../src/domain/batches';
import type { Facet, Outcome } from '../../../src/domain/work/workItem';
import { database } from '../../../src/store/sql/database';
import { OUTCOMES } from '../../../src/store/sql/storedNumbers';
import { facetExamples } from '../../../src/store/work/facetExamples';
import { onEachEngine } from '../onEachEngine';

jest.setTimeout(120_000);

type Item = { id: number; facets: readonly Facet[]; outcome?: Outcome; project?: number; level?: number };

const insert = async (items: readonly Item[]): Promise<void> => {
  for (const some of batches(items, 1_000))
    await database
      .insertInto('work_item')
      .values(
        some.map(({ id, facets, outcome = 'done', project = 1, level = 0 }) => ({
          id,
          project,
          number: id,
          level,
          blocked: 0,
          outcome: OUTCOMES.indexOf(outcome),
          created: 20_000,
          facets: ` ${facets.map((facet) => `${facet} `).join('')}`,
          updated: 0,
        })),
      )
      .execute();
};

/** A combination of facets that no other item has, about 190 characters long. */
const combination = (id: number): Facet[] =>
  Array.from({ length: 20 }, (_, bit): Facet => `v1000${bit}${(id >> bit) % 2 === 0 ? '00' : '11'}`);

/** In a project of so many issues their combinations are more than an answer may hold. */
const ISSUES = 30_000;

onEachEngine((inDatabase) => {
  test('each facet comes with the newest item that has it, those of open work first', () =>
    inDatabase(async () => {
      await insert([
        { id: 1, facets: ['c1', 's1'], outcome: 'todo' },
        { id: 2, facets: ['c1', 'v2'], outcome: 'doing' },
        { id: 3, facets: ['c3', 's1'] },
        { id: 4, facets: ['c4', 'v2'], outcome: 'dropped' },
        { id: 5, facets: ['c4'] },
        { id: 6, facets: [], outcome: 'todo' },
        { id: 7, facets: ['c7'], level: -1, outcome: 'todo' },
        { id: 8, facets: ['c8'], project: 2, outcome: 'todo' },
        { id: 9, facets: ['c9', ...combination(1), ...combination(2)], outcome: 'todo' },
      ]);
      expect(await facetExamples(1)).toEqual([
        { facet: 'c1', example: 2 },
        { facet: 'v2', example: 2 },
        { facet: 's1', example: 1 },
        { facet: 'c4', example: 5 },
        { facet: 'c3', example: 3 },
      ]);
      expect(await facetExamples(3)).toEqual([]);
    }));

  test('of a large project the facets of recent work are found, and of open work that is older', () =>
    inDatabase(async () => {
      const facetOf: Record<number, [Facet, Outcome]> = {
        [ISSUES - 1]: ['s1', 'done'],
        [ISSUES - 1_000]: ['s2', 'dropped'],
        [ISSUES - 4_900]: ['s3', 'todo'],
        [ISSUES - 4_901]: ['s4', 'done'],
        [ISSUES - 5_000]: ['s5', 'todo'],
      };
      await insert(
        Array.from({ length: ISSUES }, (_, at): Item => {
          const [own, outcome] = facetOf[at + 1] ?? [];
          return { id: at + 1, facets: [...(own ? [own] : []), ...combination(at)], outcome: outcome ?? 'done' };
        }),
      );
      const found = await facetExamples(1);
      expect(found.filter(({ facet }) => facet.startsWith('s'))).toEqual([
        { facet: 's3', example: ISSUES - 4_900 },
        { facet: 's1', example: ISSUES - 1 },
        { facet: 's2', example: ISSUES - 1_000 },
      ]);
    }));
});
