/**
 * The chance of each candidate, which add up to 1: the softmax of the weighted sums of their evidence (a conditional
 * logit: McFadden, "Conditional logit analysis of qualitative choice behavior", 1974).
 */
export const chancesOf = (evidence: readonly (readonly number[])[], weights: readonly number[]): number[] => {
  const scores = evidence.map((row) => dot(row, weights));
  const highest = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - highest));
  const total = raised.reduce((sum, value) => sum + value, 0);
  return raised.map((value) => value / total);
};

export const dot = (some: readonly number[], others: readonly number[]): number => {
  let sum = 0;
  for (let at = 0; at < some.length; at++) sum += (some[at] ?? 0) * (others[at] ?? 0);
  return sum;
};
