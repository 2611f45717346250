/** Maps a value linearly from one range to another. A range of length 0 maps to the middle. */
export const linear =
  ([from, to]: readonly [number, number], [start, end]: readonly [number, number]) =>
  (value: number): number =>
    from === to ? (start + end) / 2 : start + ((value - from) / (to - from)) * (end - start);

/** The lowest and highest value; `null`: there are none. */
export function extent(values: readonly number[]): [number, number] | null {
  if (values.length === 0) return null;
  return [Math.min(...values), Math.max(...values)];
}

/** A step of 1, 2 or 5 times a power of ten that divides a length into about so many parts. */
function niceStep(length: number, parts: number): number {
  const rough = length / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5].find((times) => times * power >= rough) ?? 10;
  return factor * power;
}

/** Round numbers for an axis that includes `low` and `high`. */
export function niceTicks(low: number, high: number, parts = 4): number[] {
  if (!(high > low)) return [low];
  const step = niceStep(high - low, parts);
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  // Rounded, because 3 × 0.1 is 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** At most `count` days, evenly spaced, with the first and the last. */
export function dayTicks(first: number, last: number, count: number): number[] {
  if (last <= first) return [first];
  const parts = Math.max(1, Math.min(count - 1, last - first));
  return Array.from({ length: parts + 1 }, (_, index) => Math.round(first + (index * (last - first)) / parts));
}
