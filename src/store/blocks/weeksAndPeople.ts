import { type RawBuilder, sql } from 'kysely';
import { oldestWeek } from '../../domain/forecast/alignmentTrend';
import type { WeekSums } from '../../domain/work/blockFigures';
import type { PeopleCount } from '../../domain/scores/buyIn';
import type { StatusOf } from '../../domain/work/mix';
import { standingOf } from '../../domain/work/standing';
import type { Measure } from '../../domain/work/tally';
import type { WeekCell } from '../../domain/time/weeks';
import type { WindowDays } from '../../domain/time/window';
import { selectAllByBytes } from '../sql/selectAllByBytes';
import type { Row } from '../sql/selectAll';
import { BLOCKS, isNot, servedBy } from './selectCells';
import { eachPerson, unpackWeeks } from './packed';

/** What is asked: the weeks in a measure, up to a day, and the people of a window. */
export type Look = { measure: Measure; days: WindowDays; asOf: number };

/**
 * The units of all projects but some by the week in which they were added and done, and the people who are assigned effort that is
 * not run, and aligned effort: one statement, unless there are many thousands of blocks.
 */
export const weeksAndPeople = async (
  { measure, days, asOf }: Look,
  without: readonly number[],
  statusOf: StatusOf,
): Promise<{ weeks: WeekCell[]; people: PeopleCount }> => {
  const rows = await readBlocks(measure, isNot(without), ['people']);
  return {
    weeks: rows.flatMap((row) => weekCells(row, asOf)),
    people: countedPeople(rows, days, statusOf),
  };
};

/** The weeks of one project: one statement, by index. */
export const projectWeeks = async (project: number, measure: Measure, asOf: number): Promise<WeekCell[]> =>
  (await readBlocks(measure, sql`b.project = ${project}`, [])).flatMap((row) => weekCells(row, asOf));

const readBlocks = (measure: Measure, which: RawBuilder<unknown>, further: readonly 'people'[]): Promise<Row[]> => {
  const texts = ['weeks_items', ...(measure === 'points' ? ['weeks_points'] : []), ...further];
  const names = ['project', 'serves', 'id', ...texts];
  return selectAllByBytes({
    columns: {
      ...Object.fromEntries(names.map((name) => [name, sql.ref(`b.${name}`)])),
      objective_key: sql.ref('o.objective_key'),
    },
    from: BLOCKS,
    where: which,
    keys: ['id'],
    texts,
  });
};

/** The weeks of a block, those that are too old to be told apart in the oldest one. */
const weekCells = (row: Row, asOf: number): WeekCell[] => {
  const oldest = oldestWeek(asOf);
  const points = row.weeks_points === undefined ? null : String(row.weeks_points);
  const [project, serves] = [Number(row.project), servedBy(row)];
  return unpackWeeks(String(row.weeks_items), points).map(({ week, added, done }: WeekSums) => ({
    project,
    serves,
    week: Math.max(week, oldest),
    added,
    done,
  }));
};

/** Each person once, however many blocks they work in. */
const countedPeople = (rows: readonly Row[], days: WindowDays, statusOf: StatusOf): PeopleCount => {
  const [assigned, aligned] = [new Set<number>(), new Set<number>()];
  for (const row of rows) {
    const serves = servedBy(row);
    const [open, done] = [standingOf(serves, false, statusOf), standingOf(serves, true, statusOf)];
    if (open === 'run') continue;
    eachPerson(String(row.people), days, (person, isDoing, hasDone) => {
      if (!isDoing && !hasDone) return;
      assigned.add(person);
      if ((isDoing && open === 'aligned') || (hasDone && done === 'aligned')) aligned.add(person);
    });
  }
  return { people: assigned.size, aligned: aligned.size };
};
