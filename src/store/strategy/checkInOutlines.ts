import { sql } from 'kysely';
import type { CheckInOutline, StatedHealth } from '../../domain/strategy/checkIn';
import { database } from '../sql/database';
import type { Row } from '../sql/selectAll';

/** Values that lists show in all, so many of each key result at the most and at the least; and on an objective's page. */
const LISTED_VALUES = 24_000;
const [MOST_LISTED, LEAST_LISTED] = [26, 4];
const OWN_VALUES = 400;

type Asked = {
  /** the day of the figures; nothing later is read */
  asOf: number;
  /** the window's first day */
  from: number;
  /** how many there are */
  keyResults: number;
  /** key of an objective whose values are read further back */
  own?: string;
};

/** SQL: 1 if a check-in or value `c` of the objective `o` counts as what is shown, else 0. A draft's count while it is one. */
const IS_SHOWN = sql`CASE WHEN o.status = 'draft' OR c.of_draft = 0 THEN 1 ELSE 0 END`;

/**
 * What figures need of all check-ins, and no more, so that it grows with objectives and key results only. Of what is
 * shown (`src/domain/README.md`, What a draft tells): of each objective the check-ins of the newest day, of the newest
 * with a note and of the newest with a health, and the decisions since the window began; of each key result its newest
 * values, and the last one from before the window. Of what a draft hides the newest value of each key result, which may
 * be its current one. One statement.
 */
export const checkInOutlines = async ({ asOf, from, keyResults, own = '' }: Asked): Promise<CheckInOutline[]> => {
  const listed = Math.max(LEAST_LISTED, Math.min(MOST_LISTED, Math.floor(LISTED_VALUES / Math.max(1, keyResults))));
  const { rows } = await sql<Row>`
    SELECT c.id AS i, o.objective_key AS k, c.day AS t, a.account_id AS a, c.health AS h, c.noted AS n, c.decided AS d, c.of_draft AS f, NULL AS r, NULL AS v
    FROM (
      SELECT c.objective, MAX(c.day) AS newest, MAX(CASE WHEN c.noted = 1 THEN c.day END) AS told, MAX(CASE WHEN c.health IS NOT NULL THEN c.day END) AS judged
      FROM check_in c JOIN objective o ON o.id = c.objective AND o.status <> 'unknown'
      WHERE c.day <= ${asOf} AND ${IS_SHOWN} = 1 GROUP BY c.objective
    ) n JOIN objective o ON o.id = n.objective
    JOIN check_in c ON c.objective = n.objective AND c.day <= ${asOf} AND ${IS_SHOWN} = 1
      AND (c.day = n.newest OR c.day = n.told OR c.day = n.judged OR (c.decided = 1 AND c.day >= ${from}))
    LEFT JOIN account a ON a.id = c.author
    UNION ALL
    SELECT m.check_in, m.objective_key, m.day, NULL, NULL, 0, 0, m.of_draft, m.key_result, m.value
    FROM (
      SELECT c.*, ROW_NUMBER() OVER (PARTITION BY c.objective, c.key_result, c.is_shown ORDER BY c.day DESC, c.check_in DESC) AS nth,
        MAX(CASE WHEN c.day < ${from} THEN c.day END) OVER (PARTITION BY c.objective, c.key_result, c.is_shown) AS earlier
      FROM (
        SELECT c.objective, c.key_result, c.day, c.of_draft, c.check_in, c.value, o.objective_key, ${IS_SHOWN} AS is_shown
        FROM measurement c JOIN objective o ON o.id = c.objective AND o.status <> 'unknown' WHERE c.day <= ${asOf}
      ) c
    ) m
    WHERE m.nth = 1 OR (m.is_shown = 1
      AND (m.nth <= CASE WHEN m.objective_key = ${own} THEN ${sql.lit(OWN_VALUES)} ELSE ${listed} END OR m.day = m.earlier))`.execute(
    database,
  );
  const found = new Map<number, CheckInOutline & { values: Map<number, number> }>();
  for (const row of rows) {
    const id = Number(row.i);
    const known = found.get(id) ?? {
      ...onlyValues({ check_in: row.i ?? 0, objective_key: row.k ?? '', day: row.t ?? 0, of_draft: row.f ?? 0 }),
      values: new Map<number, number>(),
    };
    found.set(id, known);
    if (row.r === null) {
      known.author = row.a === null ? null : String(row.a);
      known.health = row.h as StatedHealth | null;
      known.note = Number(row.n) === 1;
      known.decision = Number(row.d) === 1;
    } else known.values.set(Number(row.r), Number(row.v));
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
};

/** A check-in of which no more than values is read. */
export const onlyValues = (row: Row): Omit<CheckInOutline, 'values'> => ({
  id: Number(row.check_in),
  objective: String(row.objective_key),
  day: Number(row.day),
  author: null,
  note: false,
  health: null,
  decision: false,
  ofDraft: Number(row.of_draft) === 1,
});
