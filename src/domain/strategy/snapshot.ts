import type { Health } from './health';

/**
 * The work and health of an objective and all below it at the end of a day. Sizes in items and thousandths of a point.
 */
export type ObjectiveSnapshot = {
  objective: string;
  day: number;
  items: { todo: number; doing: number; done: number };
  points: { todo: number; doing: number; done: number };
  keyResultProgress: number | null;
  /** `null`: not active */
  health: Health | null;
  /** open units on the objective itself */
  openWork: number;
};

export type Standings = { aligned: number; run: number; stale: number; unlinked: number };

/** The effort of projects in the 90 days up to a day, by standing, in items and thousandths of a point. */
export type EffortSnapshot = { day: number; items: Standings; points: Standings };

/** The effort of one project, likewise, and what was planned on that day in items; `null`: that was not recorded yet. */
export type ProjectSnapshot = EffortSnapshot & { project: number; planned: Standings | null };
