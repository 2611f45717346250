import { ratio } from '../ratio';

/** A key result's goal: from baseline to target, up or down, or to stay inside a range, both ends included. */
export type Goal =
  { kind: 'reach'; baseline: number | null; target: number | null } | { kind: 'maintain'; low: number; high: number };

/** A KPI of an objective. */
export type KeyResult = {
  id: number;
  /** key of its objective */
  objective: string;
  title: string;
  unit: string;
  goal: Goal;
  /** share among the key results of its objective, on any scale; `null`: not stated */
  weight: number | null;
};

/** What is wrong with a goal, as a sentence; `null`: nothing. Baseline and target may be missing. */
export const goalProblem = (goal: Goal): string | null => {
  const [from, to] = goal.kind === 'reach' ? [goal.baseline, goal.target] : [goal.low, goal.high];
  const named = goal.kind === 'reach' ? 'The baseline and the target' : 'Both ends of the range';
  if ([from, to].some((end) => end !== null && !Number.isFinite(end))) return `${named} must be numbers.`;
  if (from === null || to === null) return null;
  // The difference of two numbers can exceed the largest number.
  if (!Number.isFinite(to - from)) return `${named} are too far apart.`;
  if (goal.kind === 'reach') return from === to ? 'The target must differ from the baseline.' : null;
  return from > to ? 'The low end of the range must not be above its high end.' : null;
};

/** Whether progress can be computed: there is a baseline and another target, or a range. */
export const isMeasurable = (goal: Goal): boolean =>
  (goal.kind === 'maintain' || (goal.baseline !== null && goal.target !== null)) && goalProblem(goal) === null;

/**
 * (current − baseline) ÷ (target − baseline), unclamped: below 0 if things got worse, above 1 beyond the target. With a
 * range, 1 inside and 0 outside. No value without a current value or a measurable goal. From 20 to 50, a value of 35 is
 * 0.5.
 */
export const rawProgress = (goal: Goal, current: number | null): number | null => {
  if (current === null || !isMeasurable(goal)) return null;
  if (goal.kind === 'maintain') return goal.low <= current && current <= goal.high ? 1 : 0;
  const { baseline, target } = goal;
  if (baseline === null || target === null) return null;
  // Adding 0 turns −0 into 0: a shrinking key result at its baseline.
  return (current - baseline) / (target - baseline) + 0;
};

/** The raw progress clamped to 0…1, so that overshooting one key result does not make up for another. */
export const progressOf = (goal: Goal, current: number | null): number | null => {
  const raw = rawProgress(goal, current);
  return raw === null ? null : Math.min(1, Math.max(0, raw));
};

/**
 * An objective's progress by key results, 0…1: the mean of those with a value, weighted. A missing weight is 0; if all
 * are missing or 0, they weigh the same. No value if none has one.
 */
export const keyResultProgress = (
  keyResults: readonly { progress: number | null; weight: number | null }[],
): number | null => {
  const valued = keyResults.flatMap(({ progress, weight }) =>
    progress === null ? [] : [{ progress, weight: weight ?? 0 }],
  );
  const equal = valued.every(({ weight }) => weight === 0);
  let sum = 0;
  let weights = 0;
  for (const { progress, weight } of valued) {
    const counts = equal ? 1 : weight;
    sum += progress * counts;
    weights += counts;
  }
  return ratio(sum, weights);
};
