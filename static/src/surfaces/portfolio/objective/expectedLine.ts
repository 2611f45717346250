import type { Day, Goal } from '../../../../../src/contract';
import type { DayValue } from '../../../shared/charts/series';

/** The values that a key result goes through where it keeps the pace: from its baseline on the start to its target on the target date. */
export function expectedLine(goal: Goal, start: Day | null, target: Day | null): DayValue[] {
  if (goal.kind !== 'reach' || start === null || target === null || start >= target) return [];
  if (goal.baseline === null || goal.target === null) return [];
  return [
    { day: start, value: goal.baseline },
    { day: target, value: goal.target },
  ];
}
