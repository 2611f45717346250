import type { WeekSum } from './weeks';

/** How weeks are laid out in series: the key of each, and its place. `null` or a place outside: left out */
export type Layout<K, Sum> = {
  places: number;
  key: (sum: Sum) => K | null;
  place: (week: number) => number;
  size: (sum: Sum) => number;
};

/** Adds weeks up into a series for each key. */
export const weekSeries = <K, Sum extends Pick<WeekSum, 'week'>>(
  weeks: readonly Sum[],
  { places, key, place, size }: Layout<K, Sum>,
): Map<K, number[]> => {
  const series = new Map<K, number[]>();
  for (const sum of weeks) {
    const of = key(sum);
    const at = place(sum.week);
    if (of === null || at < 0 || at >= places) continue;
    const sizes = series.get(of) ?? new Array<number>(places).fill(0);
    sizes[at] = (sizes[at] ?? 0) + size(sum);
    series.set(of, sizes);
  }
  return series;
};

/** The sum of these keys' series, place by place. */
export const sumOfSeries = <K>(
  keys: Iterable<K>,
  series: ReadonlyMap<K, readonly number[]>,
  places: number,
): number[] => {
  const sums = new Array<number>(places).fill(0);
  for (const key of keys) series.get(key)?.forEach((size, at) => (sums[at] = (sums[at] ?? 0) + size));
  return sums;
};
