import { type RawBuilder, sql } from 'kysely';

/** CTE: the given items, what names one of them as its parent even where it is gone, and all below those. Cycles end, because UNION drops repeats. */
export const affected = (ids: readonly number[]): RawBuilder<unknown> => sql`
  affected (id) AS (
    SELECT id FROM work_item WHERE id IN (${sql.join(ids)})
    UNION
    SELECT id FROM work_item WHERE parent IN (${sql.join(ids)})
    UNION
    SELECT c.id FROM work_item c JOIN affected a ON c.parent = a.id
  )`;
