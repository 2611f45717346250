import { ratio } from '../ratio';
import type { AnsweredSignal } from '../strategy/signals';

export type Adaptability = { value: number | null; signals: readonly AnsweredSignal[] };

/** Adaptability, 0…1: of the signals raised in the window, the share that was answered in time. No value without any. */
export const adaptabilityOf = (signals: readonly AnsweredSignal[]): Adaptability => ({
  value: ratio(signals.filter(({ answered }) => answered !== null).length, signals.length),
  signals,
});
