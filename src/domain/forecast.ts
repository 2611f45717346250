/** When the rest of some work is done, if weeks to come are like the last ones. Days count from 1970-01-01. */
export type Forecast = {
  remaining: number;
  weekly: readonly number[];
  trials: number;
  p50: number;
  p85: number;
  chance: number | null;
  curve: readonly { day: number; share: number }[];
  /** trials that did not end within the ten years that are simulated count as not done; `p50` or `p85` may then be the last day */
  truncated: boolean;
};
