import { sql } from 'kysely';
import type { Facet } from '../../domain/work/workItem';
import { database } from '../sql/database';
import { outcomeId } from './outcomes';

/**
 * How many of a project's newest work items are looked through, and bytes of the facets of one: some thirty. Items with more are left out, so
 * that TiDB takes about 9 MiB at the worst, where every item has others.
 */
const [LOOKED_THROUGH, LONGEST] = [5_000, 250];
/** Combinations of facets in an answer. */
const MOST_COMBINATIONS = 2_000;

/**
 * The facets of a project's newest work items, each with an item that has it: first those of open work, then the others, each the newest
 * first. Of more than 2,000 combinations the last are left out: of work that is over, and used longest ago. One statement, which takes as
 * long whatever the project holds, but for the index in which the newest numbers are found.
 */
export const facetExamples = async (project: number): Promise<{ facet: Facet; example: number }[]> => {
  const open = sql.join([sql.lit(outcomeId('todo')), sql.lit(outcomeId('doing'))]);
  const { rows } = await sql<{ facets: string; example: number }>`
    SELECT /*+ INL_JOIN(w) */ w.facets, MAX(w.id) AS example, MIN(CASE WHEN w.outcome IN (${open}) THEN 0 ELSE 1 END) AS is_over
    FROM (
      SELECT /*+ USE_INDEX(n, work_item_by_objective) */ n.id FROM work_item n
      WHERE n.project = ${project} ORDER BY n.number DESC LIMIT ${sql.lit(LOOKED_THROUGH)}
    ) newest JOIN work_item w ON w.id = newest.id
    WHERE w.level >= 0 AND w.facets <> ' ' AND LENGTH(w.facets) <= ${sql.lit(LONGEST)}
    GROUP BY w.facets ORDER BY is_over, example DESC LIMIT ${sql.lit(MOST_COMBINATIONS)}`.execute(database);
  const examples = new Map<Facet, number>();
  for (const { facets, example } of rows) {
    for (const facet of facets.trim().split(' ') as Facet[]) {
      if (!examples.has(facet)) examples.set(facet, Number(example));
    }
  }
  return [...examples].map(([facet, example]) => ({ facet, example }));
};
