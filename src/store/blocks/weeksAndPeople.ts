import { type RawBuilder, sql } from 'kysely';
import { oldestWeek } from '../../domain/forecast/alignmentTrend';
import type { PeopleCount } from '../../domain/scores/buyIn';
import type { StatusOf } from '../../domain/work/mix';
import { standingOf } from '../../domain/work/standing';
import type { Sizing } from '../../domain/work/sizing';
import type { Measure } from '../../domain/work/tally';
import { WeekAdder, type WeekCell, type WeekSum } from '../../domain/time/weeks';
import type { WindowDays } from '../../domain/time/window';
import { everyLongRow } from '../sql/everyLongRow';
import { BLOCKS, isNot, servedBy } from './cells';
import { eachPerson, eachWeek } from './packed';

/** What is asked: the weeks up to a day, and the people of a window. */
export type Look = { days: WindowDays; asOf: number };

/**
 * The units of all projects but some by the week in which they were added and done, and the people who are assigned effort that is
 * not run, and aligned effort: one statement, unless there are many thousands of blocks.
 */
export const weeksAndPeople = async (
  { days, asOf }: Look,
  without: readonly number[],
  { sizing, statusOf }: { sizing: Sizing; statusOf: StatusOf },
): Promise<{ weeks: WeekSum[]; people: PeopleCount }> => {
  const blocks = await readBlocks(sizing.measure, isNot(without), ['people']);
  const weeks = new WeekAdder(sizing);
  eachWeekCell(blocks, asOf, (cell) => weeks.add(cell));
  return { weeks: weeks.all(), people: countedPeople(blocks, days, statusOf) };
};

/** The weeks of one project: one statement, by index. */
export const projectWeeks = async (project: number, measure: Measure, asOf: number): Promise<WeekCell[]> => {
  const cells: WeekCell[] = [];
  eachWeekCell(await readBlocks(measure, sql`b.project = ${project}`, []), asOf, (cell) => cells.push(cell));
  return cells;
};

/** A block as it is read here: what it is of, and its texts of packed numbers. */
type BlockTexts = {
  project: number;
  serves: string | null;
  weeksItems: string;
  weeksPoints: string | null;
  people: string;
};

/** What a row weighs beside its text. */
const ROW_BYTES = 150;

/** Thousands of blocks: what is read of one travels in one text, for the names of columns would be most of it. */
const readBlocks = async (
  measure: Measure,
  which: RawBuilder<unknown>,
  further: readonly 'people'[],
): Promise<BlockTexts[]> => {
  const texts = ['weeks_items', ...(measure === 'points' ? ['weeks_points'] : []), ...further];
  const together = sql.join(['project', 'serves', ...texts].map((name) => sql.ref(`b.${name}`)));
  const rows = await everyLongRow({
    columns: {
      id: sql.ref('b.id'),
      objective_key: sql.ref('o.objective_key'),
      together: sql`CONCAT_WS(' ', ${together})`,
    },
    from: BLOCKS,
    where: which,
    keys: ['id'],
    texts: ['together'],
    rowBytes: ROW_BYTES,
  });
  return rows.map((row) => {
    const [project, serves, ...read] = String(row.together).split(' ');
    const textOf = (name: string): string => read[texts.indexOf(name)] ?? '';
    return {
      project: Number(project),
      serves: servedBy({ serves: Number(serves), objective_key: row.objective_key ?? null }),
      weeksItems: textOf('weeks_items'),
      weeksPoints: measure === 'points' ? textOf('weeks_points') : null,
      people: textOf('people'),
    };
  });
};

/** Calls back for each week of each block, those that are too old to be told apart in the oldest one. */
const eachWeekCell = (blocks: readonly BlockTexts[], asOf: number, seen: (cell: WeekCell) => void): void => {
  const oldest = oldestWeek(asOf);
  for (const { project, serves, weeksItems, weeksPoints } of blocks) {
    eachWeek(weeksItems, weeksPoints, (week, added, done) =>
      seen({ project, serves, week: Math.max(week, oldest), added, done }),
    );
  }
};

/** Each person once, however many blocks they work in. */
const countedPeople = (blocks: readonly BlockTexts[], days: WindowDays, statusOf: StatusOf): PeopleCount => {
  const [assigned, aligned] = [new Set<number>(), new Set<number>()];
  for (const { serves, people } of blocks) {
    const [open, done] = [standingOf(serves, false, statusOf), standingOf(serves, true, statusOf)];
    if (open === 'run') continue;
    eachPerson(people, days, (person, isDoing, hasDone) => {
      if (!isDoing && !hasDone) return;
      assigned.add(person);
      if ((isDoing && open === 'aligned') || (hasDone && done === 'aligned')) aligned.add(person);
    });
  }
  return { people: assigned.size, aligned: aligned.size };
};
