import { dot } from './chances';

/** How far what is learned may depart from the weights it starts with: the variance of each. */
const VARIANCE = 1 / 20;

/**
 * The weights of the signals, learned from one link after the other: each moves them along its gradient, by how little
 * is known yet in that direction (the online Newton step: Hazan, Agarwal and Kale, "Logarithmic regret algorithms for
 * online convex optimization", 2007; the matrix is kept inverted by the formula of Sherman and Morrison).
 */
export class Weights {
  private values: number[];
  private readonly spread: number[][];

  constructor(start: readonly number[]) {
    this.values = [...start];
    this.spread = start.map((_, row) => start.map((__, column) => (row === column ? VARIANCE : 0)));
  }

  get current(): readonly number[] {
    return this.values;
  }

  /** Learns that of candidates with this evidence and these chances the one at `right` was linked. */
  learn(evidence: readonly (readonly number[])[], chances: readonly number[], right: number): void {
    const gradient = this.values.map(
      (_, signal) =>
        (evidence[right]?.[signal] ?? 0) -
        evidence.reduce((mean, row, at) => mean + (chances[at] ?? 0) * (row[signal] ?? 0), 0),
    );
    const step = this.spread.map((row) => dot(row, gradient));
    const scale = 1 / (1 + dot(step, gradient));
    this.spread.forEach((row, at) => {
      const by = (step[at] ?? 0) * scale;
      for (let column = 0; column < row.length; column++) row[column] = (row[column] ?? 0) - by * (step[column] ?? 0);
    });
    this.values = this.values.map((value, at) => value + (step[at] ?? 0) * scale);
  }
}
