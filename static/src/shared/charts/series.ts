import type { Day } from '../../../../src/contract';
import type { Explanation } from '../explain/explanation';

/** A value on a day; `null`: none, a gap in the line. `explanation`: what it opens to */
export type DayValue = { day: Day; value: number | null; explanation?: Explanation };

/** A colour of a series. Series also differ in dash and dots, so that charts can be read without colour. */
export type Tone = 'brand' | 'success' | 'warning' | 'danger' | 'neutral' | 'discovery';

export type Series = {
  name: string;
  points: readonly DayValue[];
  tone?: Tone;
  /** drawn as an assumption: reconstructed, expected or forecast */
  isDashed?: boolean;
  /** with the area below it */
  isFilled?: boolean;
};

/** A day that gets a line of its own: a target, today. */
export type DayLine = { name: string; day: Day };

export const TONE: Record<Tone, string> = {
  brand: 'var(--ds-chart-brand)',
  success: 'var(--ds-chart-success-bold)',
  warning: 'var(--ds-chart-warning)',
  danger: 'var(--ds-chart-danger)',
  neutral: 'var(--ds-chart-neutral)',
  discovery: 'var(--ds-chart-discovery)',
};

/**
 * Splits points into a recorded and a reconstructed series.
 * @param isJoined whether both are counted alike: the reconstructed line then ends on the first recorded day. Otherwise
 *   the line breaks, because a step between them would be one of counting
 */
export function byOrigin<T extends { day: Day; recorded: boolean }>(
  points: readonly T[],
  valueOf: (point: T) => number | null,
  { explain, isJoined }: { explain?: (point: T) => Explanation; isJoined: boolean },
): { recorded: DayValue[]; reconstructed: DayValue[] } {
  const toValue = (point: T): DayValue => ({
    day: point.day,
    value: valueOf(point),
    ...(explain && { explanation: explain(point) }),
  });
  const first = points.findIndex(({ recorded }) => recorded);
  if (first === -1) return { recorded: [], reconstructed: points.map(toValue) };
  return {
    recorded: points.slice(first).map(toValue),
    reconstructed: first === 0 ? [] : points.slice(0, isJoined ? first + 1 : first).map(toValue),
  };
}
