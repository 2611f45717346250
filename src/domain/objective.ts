/** Status of a stated objective. `unknown`: an issue carries its key, but the strategy has no such objective. */
export type ObjectiveStatus = 'draft' | 'active' | 'achieved' | 'dropped' | 'unknown';

/** A stated strategic outcome. Days count from 1970-01-01. */
export type Objective = {
  key: string;
  title: string;
  status: ObjectiveStatus;
  /** key of the objective above it in the cascade */
  parent: string | null;
  /** planned share among its siblings, on any scale; `null` when not stated */
  weight: number | null;
  owner: string | null;
  start: number | null;
  target: number | null;
};
