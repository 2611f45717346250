import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../../src/domain/time/milliseconds';

const TIME_UNITS: readonly [unit: string, minutes: number][] = [
  ['day', DAY_MS / MINUTE_MS],
  ['hour', HOUR_MS / MINUTE_MS],
  ['minute', 1],
];

/** A unit is used from this many on: "119 minutes", then "2 hours". */
const ENOUGH = 2;

/** A span of time in words, in whole units: "12 minutes". */
export function duration(ms: number): string {
  const minutes = Math.round(ms / MINUTE_MS);
  if (minutes < 1) return 'less than a minute';
  const [unit, length] = TIME_UNITS.find(([, each]) => minutes >= each * ENOUGH) ?? ['minute', 1];
  const count = Math.round(minutes / length);
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/** From one instant to a later one, in ms. */
export const between = (from: string, to: string): number => Date.parse(to) - Date.parse(from);
