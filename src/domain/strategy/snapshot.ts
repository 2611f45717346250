import type { Health } from './health';

/** What an objective's cascade looked like at the end of a day. Sizes in items and thousandths of a point. */
export type ObjectiveSnapshot = {
  objective: string;
  day: number;
  items: { todo: number; doing: number; done: number };
  points: { todo: number; doing: number; done: number };
  keyResultProgress: number | null;
  /** `null` where it was not active */
  health: Health | null;
  /** open units that served the objective itself */
  openWork: number;
};

type Standings = { aligned: number; run: number; stale: number; unlinked: number };

/** The effort of some projects together in the 90 days up to a day, by standing. Items, and thousandths of a point. */
export type EffortSnapshot = { day: number; items: Standings; points: Standings };

/** The effort of one project. */
export type ProjectSnapshot = EffortSnapshot & { project: number };
