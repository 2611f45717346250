import type { FailureCode, FailureKind, SetAside } from '../domain/failure';
import type { Answer, Day, SyncState } from './common';

export type { FailureCode };

/** How the app runs on this site: is it in step with Jira, and what does that cost. Points are Jira's rate points. */
export type Operations = {
  asOf: string;
  sync: SyncState;
  /** the last reading of the whole site that was finished; `null`: none was. `issues` is Jira's own estimate of when it began */
  lastSync: { startedAt: string; finishedAt: string; issues: number } | null;
  /** what another one would cost, by Jira's estimate of the last; `null` before the first. `minutes` keeps within the points */
  syncAgain: { issues: number; points: number; minutes: number } | null;
  lag: Lag;
  /** what cannot be read or counted, so that the app goes on without it; issues first */
  setAside: SetAside[];
  checks: { hourly: DriftCheck | null; daily: DriftCheck | null };
  /** the day of the newest snapshots */
  snapshotDay: Day | null;
  rate: RateUse;
  /** newest first; at most 20 of the last two weeks */
  failures: Failure[];
};

type Lag = {
  /** issues that Jira said, or a check found, have changed, and that the app has not read again yet */
  waiting: number;
  /** since when the first of them waits */
  oldest: string | null;
  projects: number;
  /** projects whose figures are to be counted again */
  behind: number;
  /** when figures were last counted */
  countedAt: string | null;
  /** renamed objectives whose new title has not reached all issues yet */
  retitling: number;
};

/** The app's copy held against Jira. `found` issues differed; `drift` is of the last check that found any. */
export type DriftCheck = { at: string; found: number; drift: { at: string; found: number; repaired: boolean } | null };

export type RateUse = {
  /** points spent, and the calls they were spent on, in the present hour, which began then */
  hour: string;
  spent: number;
  calls: number;
  /** the points that the app allows itself an hour */
  share: number;
  /** Jira does not hear the app until then, and its word for why; `null`: it does */
  limitedUntil: string | null;
  reason: string | null;
  /** until when Jira last refused the app, in the last two days; `null`: it did not */
  lastLimit: { until: string; reason: string | null } | null;
  /** points of each of the last 24 hours, oldest first, the present one last */
  hours: { hour: string; points: number }[];
};

/** A failure, with when it first and last happened. */
export type Failure = FailureKind & { firstAt: string; lastAt: string; times: number };

export type OperationsCalls = {
  /** Jira admins. */
  operations: (payload: Record<string, never>) => Answer<Operations>;
  /** Jira admins. Reads the whole site once more; `conflict` while it is being read. */
  syncAgain: (payload: Record<string, never>) => Answer<SyncState>;
};
