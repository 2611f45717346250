import { type RawBuilder, sql } from 'kysely';
import { oldestWeek } from '../../domain/forecast/alignmentTrend';
import type { PeopleCount } from '../../domain/scores/buyIn';
import type { StatusOf } from '../../domain/work/mix';
import { standingOf } from '../../domain/work/standing';
import type { Measure } from '../../domain/work/tally';
import type { WeekCell } from '../../domain/time/weeks';
import type { WindowDays } from '../../domain/time/window';
import { everyLongRow } from '../sql/everyLongRow';
import { BLOCKS, isNot, servedBy } from './cells';
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
  const blocks = await readBlocks(measure, isNot(without), ['people']);
  return {
    weeks: blocks.flatMap((block) => weekCells(block, asOf)),
    people: countedPeople(blocks, days, statusOf),
  };
};

/** The weeks of one project: one statement, by index. */
export const projectWeeks = async (project: number, measure: Measure, asOf: number): Promise<WeekCell[]> =>
  (await readBlocks(measure, sql`b.project = ${project}`, [])).flatMap((block) => weekCells(block, asOf));

/** A block as it is read here: what it is of, and its texts of packed numbers. */
type BlockTexts = {
  project: number;
  serves: string | null;
  weeksItems: string;
  weeksPoints: string | null;
  people: string;
};

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

/** The weeks of a block, those that are too old to be told apart in the oldest one. */
const weekCells = ({ project, serves, weeksItems, weeksPoints }: BlockTexts, asOf: number): WeekCell[] => {
  const oldest = oldestWeek(asOf);
  return unpackWeeks(weeksItems, weeksPoints).map(({ week, added, done }) => ({
    project,
    serves,
    week: Math.max(week, oldest),
    added,
    done,
  }));
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
