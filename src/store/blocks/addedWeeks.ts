import { WEEKS_NEEDED } from '../../domain/forecast/alignmentTrend';
import type { WeekSums } from '../../domain/work/blockFigures';
import { addTally, EMPTY_TALLY } from '../../domain/work/tally';
import { packedBytes } from './numbers';
import { pointsOfWeek, type ServedWeeks, unpackWeeks } from './packed';

/**
 * Most bytes of weeks that a project's row tells apart, whether of items or of points: 700 kB of text, where a statement may have 1 MiB.
 * The weeks of about 1,400 objectives with work in every week of the year fit.
 */
const MOST_BYTES = 525_000;

/**
 * Adds the weeks of a project's blocks up. If they are too much, the older weeks of the objectives with the fewest units count as the
 * oldest, which holds everything before the others. The newest half year, of which trends are made, goes before all that is older.
 */
export const addedWeeks = (
  blocks: readonly { weeks_items: string; weeks_points: string }[],
): readonly ServedWeeks[] => {
  const parts = new Map<number, Map<number, WeekSums>>();
  for (const { weeks_items, weeks_points } of blocks) {
    for (const { serves, weeks } of unpackWeeks(weeks_items, weeks_points)) {
      const sums = parts.get(serves) ?? new Map<number, WeekSums>();
      parts.set(serves, sums);
      for (const one of weeks) sums.set(one.week, plus(sums.get(one.week) ?? noneIn(one.week), one));
    }
  }
  return toldApart(
    [...parts].map(([serves, weeks]) => ({ serves, weeks: [...weeks.values()].sort((a, b) => a.week - b.week) })),
  );
};

const noneIn = (week: number): WeekSums => ({ week, added: EMPTY_TALLY, done: EMPTY_TALLY });

const plus = (one: WeekSums, other: WeekSums): WeekSums => ({
  week: one.week,
  added: addTally(one.added, other.added),
  done: addTally(one.done, other.done),
});

const bytesOf = (week: WeekSums): number =>
  Math.max(packedBytes(pointsOfWeek(week)), packedBytes([week.week, week.added.items, week.done.items]));

/** A week, and how many units the whole of its objective's weeks hold. */
type Weighed = { one: WeekSums; serves: number; units: number };

const toldApart = (all: readonly ServedWeeks[]): readonly ServedWeeks[] => {
  const weeks = all.flatMap(weighed);
  if (weeks.reduce((sum, { one }) => sum + bytesOf(one), 0) <= MOST_BYTES) return all;
  const [oldest, newest] = weeks.reduce(
    ([from, to], { one: { week } }) => [Math.min(from, week), Math.max(to, week)],
    [Infinity, -Infinity],
  );
  const kept = new Set<WeekSums>();
  let room = MOST_BYTES;
  for (const { one } of weeks.sort(byNeed(newest - WEEKS_NEEDED))) {
    room -= bytesOf(one);
    if (room < 0) break;
    kept.add(one);
  }
  return all.map((part) => {
    const older = part.weeks.filter((one) => !kept.has(one));
    return older.length === 0
      ? part
      : { ...part, weeks: [older.reduce(plus, noneIn(oldest)), ...part.weeks.filter((one) => kept.has(one))] };
  });
};

const weighed = ({ serves, weeks }: ServedWeeks): Weighed[] => {
  const units = weeks.reduce((sum, { added, done }) => sum + added.items + done.items, 0);
  return weeks.map((one) => ({ one, serves, units }));
};

/** What is newer than a week first, by week; then what is older, by objective and week. */
const byNeed =
  (old: number) =>
  (a: Weighed, b: Weighed): number => {
    const [isOld, isOtherOld] = [a.one.week <= old, b.one.week <= old];
    const byUnits = isOld && isOtherOld ? b.units - a.units || a.serves - b.serves : 0;
    return Number(isOld) - Number(isOtherOld) || byUnits || b.one.week - a.one.week || a.serves - b.serves;
  };
