/**
 * Expected progress, 0…1: the share of the time between start and target that has passed by the end of `asOf`; 1 if
 * there is no time between them. No value without both dates, or before the start. From day 0 to day 100, 0.5 on day
 * 50.
 */
export const expectedProgress = (start: number | null, target: number | null, asOf: number): number | null => {
  if (start === null || target === null || asOf < start) return null;
  return start >= target ? 1 : Math.min(1, (asOf - start) / (target - start));
};
