import { ratio } from '../ratio';
import type { AnsweredSignal } from '../strategy/signals';

export type Adaptability = { value: number | null; signals: readonly AnsweredSignal[] };

/** Adaptability, 0…1: the share of the window's signals that were answered in time. No value without signals. */
export const adaptabilityOf = (signals: readonly AnsweredSignal[]): Adaptability => ({
  value: ratio(signals.filter(({ answered }) => answered !== null).length, signals.length),
  signals,
});
