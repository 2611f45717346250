/** The units of a scope that were added, done and dropped in each week, oldest first. */
export type WeeklyCounts = {
  added: readonly number[];
  done: readonly number[];
  dropped: readonly number[];
  /** open units at the end of each week */
  open: readonly number[];
};

/** Which units a forecast counts: those that get done, or those that get over (done or dropped). */
export type Coming = 'done' | 'over';

/** The units that came in each week. */
export const comeWeekly = ({ done, dropped }: WeeklyCounts, coming: Coming): readonly number[] =>
  coming === 'done' ? done : done.map((count, week) => count + (dropped[week] ?? 0));

/** The units that came in the weeks after `from`, up to and with `to`. */
export const sumBetween = (weekly: readonly number[], from: number, to: number): number => {
  let sum = 0;
  for (let week = from + 1; week <= to; week++) sum += weekly[week] ?? 0;
  return sum;
};

/** Open units at the end of each week, from those that were open before the first. */
export const openWeekly = ({ added, done, dropped }: Omit<WeeklyCounts, 'open'>, before = 0): number[] => {
  let open = before;
  return added.map((count, week) => (open += count - (done[week] ?? 0) - (dropped[week] ?? 0)));
};
