import { type RawBuilder, sql } from 'kysely';
import type { ObjectiveStatus } from '../../domain/strategy/objective';
import type { PastChange, StateOutline, Turn } from '../../domain/strategy/turn';
import { columnsOf } from '../sql/columnsOf';
import type { Row } from '../sql/rowValues';
import { selectAllByBytes } from '../sql/selectAllByBytes';
import { weekIn } from '../sql/weekIn';

/** What a row weighs beside the outline. */
const ROW_BYTES = 300;

/**
 * What figures need of the changes since a day, without their texts, oldest first. Where the past is wanted, also what
 * the strategy's state at the end of each of its weeks needs: of each objective the first change of every week, which
 * tells how the week before ended, and the first after `asOf`. One statement, or two and one for each 2 MB.
 * @param past the Monday on which the past begins; `null`: it is not wanted
 */
export const turnsSince = async (
  day: number,
  { asOf, past }: { asOf: number; past: number | null },
): Promise<{ turns: Turn[]; past: PastChange[] }> => {
  const rows = await (past === null ? read(day, NO_OUTLINES) : read(Math.min(day, past), outlinesSince(past, asOf)));
  return {
    turns: rows.filter((row) => Number(row.day) >= day).map(turnFrom),
    past: rows.filter(({ is_first }) => Number(is_first) === 1).map(pastChangeFrom),
  };
};

/** Which rows begin a week, and their outlines: tables to join, columns, and the text by which rows are weighed. */
type Outlines = Record<'join' | 'isFirst' | 'outline' | 'weighed', RawBuilder<unknown>>;

const NO_OUTLINES: Outlines = { join: sql``, isFirst: sql`0`, outline: sql`NULL`, weighed: sql`NULL` };

const outlinesSince = (since: number, asOf: number): Outlines => ({
  join: sql`LEFT JOIN (
    SELECT objective, MIN(revision) AS revision FROM strategy_event WHERE day >= ${since}
    GROUP BY objective, CASE WHEN day > ${asOf} THEN -1 ELSE ${weekIn(sql`day`)} END
  ) first ON first.objective = e.objective AND first.revision = e.revision`,
  isFirst: sql`CASE WHEN first.revision IS NULL THEN 0 ELSE 1 END`,
  outline: sql`CASE WHEN first.revision IS NOT NULL THEN e.outline_before END`,
  weighed: sql`e.outline_before`,
});

const read = async (since: number, { join, isFirst, outline, weighed }: Outlines): Promise<Row[]> => {
  const rows = await selectAllByBytes({
    columns: {
      ...columnsOf('e', ['objective', 'revision', 'at', 'day', 'open_work']),
      ...columnsOf('e', ['changes_course', 'status_before', 'status_after']),
      ...columnsOf('o', ['objective_key', 'position']),
      is_first: isFirst,
      outline,
    },
    from: sql`strategy_event e JOIN objective o ON o.id = e.objective ${join}`,
    where: sql`e.day >= ${since}`,
    keys: ['objective', 'revision'],
    texts: ['outline'],
    rowBytes: ROW_BYTES,
    weighed: { from: sql`strategy_event e`, where: sql`e.day >= ${since}`, texts: [weighed] },
  });
  return rows.sort(byMoment);
};

/**
 * Changes of one moment are in the order of the strategy, not of ids in the database, which tell the keys that issues
 * named first, hidden ones too.
 */
const byMoment = (a: Row, b: Row): number => {
  const of = (name: string): number => Number(a[name]) - Number(b[name]);
  return of('at') || of('revision') || of('position') || (String(a.objective_key) < String(b.objective_key) ? -1 : 1);
};

const turnFrom = (row: Row): Turn => ({
  objective: String(row.objective_key),
  revision: Number(row.revision),
  day: Number(row.day),
  openWork: Number(row.open_work),
  statusBefore: row.status_before as ObjectiveStatus | null,
  statusAfter: row.status_after as ObjectiveStatus,
  changesCourse: Number(row.changes_course) === 1,
});

const pastChangeFrom = (row: Row): PastChange => ({
  objective: String(row.objective_key),
  revision: Number(row.revision),
  day: Number(row.day),
  // The app wrote this text, so its shape is known.
  before: row.outline === null ? null : (JSON.parse(String(row.outline)) as StateOutline),
});
