import type { FailureCode, FailureKind, SetAside } from '../domain/failure';
import type { Answer, Day, SyncState } from './common';

export type { FailureCode };

/** How the app runs on this site: whether it is in step with Jira, and at what cost. Points are Jira's rate points. */
export type Operations = {
  asOf: string;
  sync: SyncState;
  /** the last finished sync; `null`: none. `issues`: Jira's estimate when it began */
  lastSync: { startedAt: string; finishedAt: string; issues: number } | null;
  /**
   * the cost of another, by Jira's estimate of the last; `null` before the first. `minutes` respects the rate points
   */
  syncAgain: { issues: number; points: number; minutes: number } | null;
  lag: Lag;
  /** objectives that somebody stated, issues that are objectives, and how many of both pages are made for */
  objectives: { stated: number; issues: number; most: number };
  /** what cannot be read or counted, and is set aside; issues first */
  setAside: SetAside[];
  checks: { hourly: DriftCheck | null; daily: DriftCheck | null };
  /** the day of the newest snapshots */
  snapshotDay: Day | null;
  rate: RateUse;
  /** newest first; at most 20 of the last two weeks */
  failures: Failure[];
};

type Lag = {
  /** marked issues that wait to be read */
  waiting: number;
  /** since when the oldest of them waits */
  oldest: string | null;
  projects: number;
  /** projects to be counted again */
  outdated: number;
  /** when figures were last counted */
  countedAt: string | null;
  /** renamed objectives whose new title is not on all issues yet */
  titleUpdates: number;
};

/** The last comparison with Jira. `found`: issues that differed; `drift`: the last comparison that found some */
export type DriftCheck = { at: string; found: number; drift: { at: string; found: number; repaired: boolean } | null };

export type RateUse = {
  /** points spent in the present hour, in how many calls; `hour`: when it began */
  hour: string;
  spent: number;
  calls: number;
  /** points an hour that the app may spend */
  share: number;
  /** until when Jira refuses the app; `null`: it does not */
  limitedUntil: string | null;
  /** the last refusal in two days, and Jira's word for why; `null`: none */
  lastLimit: { until: string; reason: string | null } | null;
  /** points of each of the last 24 hours, oldest first, the present one included */
  hours: { hour: string; points: number }[];
};

/** A way in which a job or call fails, and when it first and last happened. */
export type Failure = FailureKind & { firstAt: string; lastAt: string; times: number };

export type OperationsCalls = {
  /** Jira admins. */
  operations: (payload: Record<string, never>) => Answer<Operations>;
  /** Jira admins. Reads the whole site again; `conflict` while it is being read. */
  syncAgain: (payload: Record<string, never>) => Answer<SyncState>;
};
