export type StatedHealth = 'onTrack' | 'atRisk' | 'offTrack';

/** A dated note by a person on an objective: new values of key results, a stated health, a decision, or some of these. */
export type CheckIn = {
  id: number;
  /** key of the objective */
  objective: string;
  day: number;
  /** account id; `null` once the person was erased */
  author: string | null;
  note: string | null;
  health: StatedHealth | null;
  decision: string | null;
  /** new values by key result id */
  values: ReadonlyMap<number, number>;
};
