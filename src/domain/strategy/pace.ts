/**
 * Pace: the share of the time between start and target that has passed by the end of `asOf`, 0…1, which is the progress to
 * expect by then. No value without both dates, or before the start. Where there is no time between them, all is expected from the start.
 */
export const expectedProgress = (start: number | null, target: number | null, asOf: number): number | null => {
  if (start === null || target === null || asOf < start) return null;
  return start >= target ? 1 : Math.min(1, (asOf - start) / (target - start));
};
