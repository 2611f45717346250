import type { Day, Goal } from '../../../../../src/contract';
import type { DayValue } from '../../../shared/charts/series';

/** From the baseline on the start to the target on the target date. Empty for a range, or if one is missing. */
export function expectedLine(goal: Goal, start: Day | null, target: Day | null): DayValue[] {
  if (goal.kind !== 'reach' || start === null || target === null || start >= target) return [];
  if (goal.baseline === null || goal.target === null) return [];
  return [
    { day: start, value: goal.baseline },
    { day: target, value: goal.target },
  ];
}
