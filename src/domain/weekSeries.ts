import type { WeekCell } from './weeks';

/** How week cells are laid out: what each one is filed under and at which place in its series, `null` or outside: left out. */
export type Layout<K> = {
  places: number;
  key: (cell: WeekCell) => K | null;
  place: (week: number) => number;
  size: (cell: WeekCell) => number;
};

/** Adds week cells up into a series of sizes for each key. */
export const weekSeries = <K>(
  weeks: readonly WeekCell[],
  { places, key, place, size }: Layout<K>,
): Map<K, number[]> => {
  const series = new Map<K, number[]>();
  for (const cell of weeks) {
    const of = key(cell);
    const at = place(cell.week);
    if (of === null || at < 0 || at >= places) continue;
    const sizes = series.get(of) ?? new Array<number>(places).fill(0);
    sizes[at] = (sizes[at] ?? 0) + size(cell);
    series.set(of, sizes);
  }
  return series;
};

/** The sum of the series of some keys, place by place. */
export const sumOfSeries = <K>(
  keys: Iterable<K>,
  series: ReadonlyMap<K, readonly number[]>,
  places: number,
): number[] => {
  const sums = new Array<number>(places).fill(0);
  for (const key of keys) series.get(key)?.forEach((size, at) => (sums[at] = (sums[at] ?? 0) + size));
  return sums;
};
