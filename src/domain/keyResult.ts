/** Where a key result is to go: from baseline to target, up or down, or to stay inside a range, both ends included. */
export type Goal =
  | { kind: 'reach'; baseline: number | null; target: number | null }
  | { kind: 'maintain'; low: number; high: number };

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
