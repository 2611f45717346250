import { oldestWeek } from '../../domain/forecast/alignmentTrend';
import type { PeopleCount } from '../../domain/scores/buyIn';
import { peopleCount } from '../../domain/scores/peopleCount';
import type { StatusOf } from '../../domain/work/mix';
import type { Sizing } from '../../domain/work/sizing';
import { WeekAdder, type WeekCell, type WeekSum } from '../../domain/time/weeks';
import type { WindowDays } from '../../domain/time/window';
import type { ServedKey } from '../strategy/servedKeys';
import { effortFrom } from './effortNumbers';
import { unpackPeople, unpackWeeks } from './packed';
import type { ReadSums } from './projectSums';

/**
 * The units of projects by the week in which they were added and done. The oldest week holds all before it.
 * @param asOf the day up to which weeks are told apart
 */
export const weeksIn = (
  sums: readonly ReadSums[],
  { asOf, sizing, servedKey }: { asOf: number; sizing: Sizing; servedKey: ServedKey },
): WeekSum[] => {
  const oldest = oldestWeek(asOf);
  const adder = new WeekAdder(sizing);
  for (const { project, weeks_items, weeks_points } of sums) {
    for (const { serves: id, weeks } of unpackWeeks(weeks_items, weeks_points === '' ? null : weeks_points)) {
      for (const one of weeks) one.week = Math.max(one.week, oldest);
      adder.add({ project, serves: servedKey(id) }, weeks);
    }
  }
  return adder.all();
};

/** The weeks of each project's units, as far as they are told apart. */
export const weekCellsIn = (sums: readonly ReadSums[], servedKey: ServedKey): WeekCell[] =>
  sums.flatMap(({ project, weeks_items, weeks_points }) =>
    unpackWeeks(weeks_items, weeks_points === '' ? null : weeks_points).flatMap(({ serves, weeks }) =>
      weeks.map((one) => ({ project, serves: servedKey(serves), ...one })),
    ),
  );

/** How many people have effort that is not run, and aligned effort, over these projects. Each person counts once. */
export const peopleIn = (
  sums: readonly ReadSums[],
  { days, servedKey, statusOf }: { days: WindowDays; servedKey: ServedKey; statusOf: StatusOf },
): PeopleCount =>
  peopleCount(
    sums
      .flatMap(({ people }) => unpackPeople(people))
      .map(({ serves, efforts }) => ({
        serves: servedKey(serves),
        efforts: efforts.map((effort) => effortFrom(effort, days)),
      })),
    statusOf,
  );
