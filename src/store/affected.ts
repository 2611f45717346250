import { type RawBuilder, sql } from 'kysely';

/**
 * CTE: the given items, what names one of them as its parent even where it is gone, and all below those. Cycles end, because UNION
 * drops repeats. TiDB takes its size for unknown and would read all work items at each level; the hint makes it look the children of
 * each up by index, whatever its statistics say. Other engines read a comment.
 */
export const affected = (ids: readonly number[]): RawBuilder<unknown> => sql`
  affected (id) AS (
    SELECT id FROM work_item WHERE id IN (${sql.join(ids)})
    UNION
    SELECT id FROM work_item WHERE parent IN (${sql.join(ids)})
    UNION
    SELECT /*+ INL_JOIN(c) */ c.id FROM affected a JOIN work_item c ON c.parent = a.id
  )`;
