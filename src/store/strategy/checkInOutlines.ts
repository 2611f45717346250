import { type RawBuilder, sql } from 'kysely';
import type { CheckInOutline, StatedHealth } from '../../domain/strategy/checkIn';
import { weekOf } from '../../domain/time/weeks';
import { database } from '../sql/database';
import { lookedUp } from '../sql/hints';
import type { Row } from '../sql/rowValues';
import { weekIn } from '../sql/weekIn';

/** Values that lists show in all, so many of each key result at the most and at the least; and on an objective's page. */
const LISTED_VALUES = 20_000;
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
export const checkInOutlines = async (asked: Asked): Promise<CheckInOutline[]> =>
  (await read(newest(asked))).map(({ outline }) => outline);

/** Rows that an answer of 4 MiB holds beside the newest values. */
const ROWS_A_STATEMENT = 15_000;

/**
 * The same, and where the past is wanted what its days need: of each key result the newest value of every week, and the
 * newest of all that is older. One statement, and one for each 15,000 values of past days if there are more.
 * @param past the Monday on which the past begins; `null`: it is not wanted
 */
export const outlinesAndWeekly = async (
  asked: Asked,
  past: number | null,
): Promise<{ checkIns: CheckInOutline[]; weekly: CheckInOutline[] }> => {
  if (past === null) return { checkIns: await checkInOutlines(asked), weekly: [] };
  const { asOf, keyResults } = asked;
  const weeks = weekOf(asOf) - weekOf(past) + 2;
  const slices = Math.ceil((keyResults * weeks) / ROWS_A_STATEMENT);
  const weekly = (slice: number) => weeklyValues({ asOf, past, slice, slices });
  const found: Found[] = [];
  if (slices <= 1) found.push(...(await read(sql`${newest(asked)} UNION ALL ${weekly(0)}`)));
  else {
    found.push(...(await read(newest(asked))));
    for (let slice = 0; slice < slices; slice += 1) found.push(...(await read(weekly(slice))));
  }
  const those = (ofPast: boolean) => found.filter((one) => one.ofPast === ofPast).map(({ outline }) => outline);
  return { checkIns: those(false), weekly: those(true) };
};

/** SELECT of the values of past days, of one of so many slices of the objectives. */
const weeklyValues = ({
  asOf,
  past,
  slice,
  slices,
}: Record<'asOf' | 'past' | 'slice' | 'slices', number>): RawBuilder<unknown> => {
  const isOfSlice = slices <= 1 ? sql`` : sql`AND objective % ${sql.lit(slices)} = ${slice}`;
  return sql`
    SELECT m.check_in AS i, o.objective_key AS k, m.day AS t, NULL AS a, NULL AS h, 0 AS n, 0 AS d, m.of_draft AS f, m.key_result AS r, m.value AS v, 1 AS p
    FROM (
      SELECT objective, key_result, MAX(day) AS day FROM measurement WHERE day <= ${asOf} ${isOfSlice}
      GROUP BY objective, key_result, CASE WHEN day < ${past} THEN -1 ELSE ${weekIn(sql`day`)} END
    ) newest JOIN measurement m ON m.objective = newest.objective AND m.key_result = newest.key_result AND m.day = newest.day
      JOIN objective o ON o.id = m.objective`;
};

/** SELECT of `checkInOutlines`. */
const newest = ({ asOf, from, keyResults, own = '' }: Asked): RawBuilder<unknown> => {
  const listed = Math.max(LEAST_LISTED, Math.min(MOST_LISTED, Math.floor(LISTED_VALUES / Math.max(1, keyResults))));
  return sql`
    SELECT ${lookedUp('a')} c.id AS i, o.objective_key AS k, c.day AS t, a.account_id AS a, c.health AS h, c.noted AS n, c.decided AS d, c.of_draft AS f, NULL AS r, NULL AS v, 0 AS p
    FROM (
      SELECT c.objective, MAX(c.day) AS newest, MAX(CASE WHEN c.noted = 1 THEN c.day END) AS told, MAX(CASE WHEN c.health IS NOT NULL THEN c.day END) AS judged
      FROM check_in c JOIN objective o ON o.id = c.objective AND o.status <> 'unknown'
      WHERE c.day <= ${asOf} AND ${IS_SHOWN} = 1 GROUP BY c.objective
    ) n JOIN objective o ON o.id = n.objective
    JOIN check_in c ON c.objective = n.objective AND c.day <= ${asOf} AND ${IS_SHOWN} = 1
      AND (c.day = n.newest OR c.day = n.told OR c.day = n.judged OR (c.decided = 1 AND c.day >= ${from}))
    LEFT JOIN account a ON a.id = c.author
    UNION ALL
    SELECT m.check_in, m.objective_key, m.day, NULL, NULL, 0, 0, m.of_draft, m.key_result, m.value, 0
    FROM (
      SELECT c.*, ROW_NUMBER() OVER (PARTITION BY c.objective, c.key_result, c.is_shown ORDER BY c.day DESC, c.check_in DESC) AS nth,
        MAX(CASE WHEN c.day < ${from} THEN c.day END) OVER (PARTITION BY c.objective, c.key_result, c.is_shown) AS earlier
      FROM (
        SELECT c.objective, c.key_result, c.day, c.of_draft, c.check_in, c.value, o.objective_key, ${IS_SHOWN} AS is_shown
        FROM measurement c JOIN objective o ON o.id = c.objective AND o.status <> 'unknown' WHERE c.day <= ${asOf}
      ) c
    ) m
    WHERE m.nth = 1 OR (m.is_shown = 1
      AND (m.nth <= CASE WHEN m.objective_key = ${own} THEN ${sql.lit(OWN_VALUES)} ELSE ${listed} END OR m.day = m.earlier))`;
};

/** `ofPast`: read for past days */
type Found = { outline: CheckInOutline & { values: Map<number, number> }; ofPast: boolean };

const read = async (query: RawBuilder<unknown>): Promise<Found[]> => {
  const { rows } = await sql<Row>`${query}`.execute(database);
  const found = new Map<string, Found>();
  for (const row of rows) {
    const kind = `${row.i} ${row.p}`;
    const one = found.get(kind) ?? { outline: onlyValues(row), ofPast: Number(row.p) === 1 };
    found.set(kind, one);
    const known = one.outline;
    if (row.r === null) {
      known.author = row.a === null ? null : String(row.a);
      known.health = row.h as StatedHealth | null;
      known.note = Number(row.n) === 1;
      known.decision = Number(row.d) === 1;
    } else known.values.set(Number(row.r), Number(row.v));
  }
  return [...found.values()].sort((a, b) => a.outline.id - b.outline.id);
};

/** A check-in of which no more than values is read. */
const onlyValues = (row: Row): Found['outline'] => ({
  id: Number(row.i),
  objective: String(row.k),
  day: Number(row.t),
  author: null,
  note: false,
  health: null,
  decision: false,
  values: new Map(),
  ofDraft: Number(row.f) === 1,
});
