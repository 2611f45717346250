import { ratio } from '../ratio';

/** Where a key result is to go: from baseline to target, up or down, or to stay inside a range, both ends included. */
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
  /** share among the key results of its objective, on any scale; `null` when not stated */
  weight: number | null;
};

/** Why a goal cannot be followed, in words for who states it; `null` where nothing is wrong. A baseline or target may still be missing. */
export const goalProblem = (goal: Goal): string | null => {
  const [from, to] = goal.kind === 'reach' ? [goal.baseline, goal.target] : [goal.low, goal.high];
  const named = goal.kind === 'reach' ? 'The baseline and the target' : 'Both ends of the range';
  if ([from, to].some((end) => end !== null && !Number.isFinite(end))) return `${named} must be numbers.`;
  if (from === null || to === null) return null;
  // Two numbers can be further apart than any number is large.
  if (!Number.isFinite(to - from)) return `${named} are too far apart.`;
  if (goal.kind === 'reach') return from === to ? 'The target must differ from the baseline.' : null;
  return from > to ? 'The low end of the range must not be above its high end.' : null;
};

/** Whether check-ins can tell how far it is: it has a baseline and another target, or a range. */
export const isMeasurable = (goal: Goal): boolean =>
  (goal.kind === 'maintain' || (goal.baseline !== null && goal.target !== null)) && goalProblem(goal) === null;

/**
 * (current − baseline) ÷ (target − baseline) as it is: below 0 where things got worse, above 1 beyond the target. What is to be
 * maintained is 1 inside its range and 0 outside. No value without a current value or a measurable goal.
 */
export const rawProgress = (goal: Goal, current: number | null): number | null => {
  if (current === null || !isMeasurable(goal)) return null;
  if (goal.kind === 'maintain') return goal.low <= current && current <= goal.high ? 1 : 0;
  const { baseline, target } = goal;
  if (baseline === null || target === null) return null;
  // Adding 0 turns the −0 of a shrinking key result at its baseline into 0.
  return (current - baseline) / (target - baseline) + 0;
};

/** The raw progress kept within 0…1, so that no key result outweighs another by overshooting. */
export const progressOf = (goal: Goal, current: number | null): number | null => {
  const raw = rawProgress(goal, current);
  return raw === null ? null : Math.min(1, Math.max(0, raw));
};

/**
 * Progress of an objective's key results: the weighted mean over those with a value. A missing weight is 0; where all of them
 * are missing or 0, each weighs the same. No value where none has one.
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
