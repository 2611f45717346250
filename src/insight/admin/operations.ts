import type { DriftCheck, Operations, RateUse } from '../../contract';
import { PAGE_SIZE } from '../../jira/issues';
import { RATE_HOURS } from '../../domain/retention';
import type { Settings } from '../../domain/settings';
import { MOST_OBJECTIVES } from '../../domain/strategy/caps';
import { type CheckKind, type DriftCheck as StoredCheck, driftChecks } from '../../store/runs/driftChecks';
import { latestFailures } from '../../store/runs/failures';
import { lag, type Lag } from '../../store/runs/lag';
import { latestRateHours, type RateHour } from '../../store/runs/rateHours';
import { setAsideCounts } from '../../store/runs/setAside';
import { lastFinishedRun } from '../../store/runs/syncRuns';
import { syncState } from '../../site/syncState';
import { timeOf } from '../../store/sql/timedNumber';
import { hourlyOf, type RateState, rateStateIn } from '../../site/rateBudget';
import { dayAt } from '../../site/siteReading';
import { newestSnapshotDay } from '../../store/runs/snapshotDay';
import { HOUR_MS, MINUTE_MS } from '../../domain/time/milliseconds';

const MOST_FAILURES = 20;
/** Hours of rate points that are shown. */
const HOURS_SHOWN = 24;

/** How the app runs on this site, for its admin. Ten statements, eleven while the site is read. */
export const operations = async (settings: Settings, now: number): Promise<Operations> => {
  const lags = await lag(await dayAt(now));
  const run = await lastFinishedRun();
  const checks = await driftChecks();
  const hours = await latestRateHours(RATE_HOURS);
  const rate = await rateStateIn(hours, now, settings);
  const snapshotDay = await newestSnapshotDay();
  const oldest = lags.oldestToken === null ? null : timeOf(lags.oldestToken);
  const checkOf = (kind: CheckKind) => driftCheck(checks.find((check) => check.kind === kind) ?? null, oldest);
  return {
    asOf: iso(now),
    sync: await syncState(now),
    lastSync: run && { startedAt: iso(run.began), finishedAt: iso(run.finished), issues: run.total },
    syncAgain: run && costOfAnother(run, rate),
    lag: lagOf(lags, oldest),
    objectives: { ...lags.objectives, most: MOST_OBJECTIVES },
    setAside: await setAsideCounts(),
    checks: { hourly: checkOf('hourly'), daily: checkOf('daily') },
    snapshotDay,
    rate: rateUse(rate, hours, now),
    failures: (await latestFailures(MOST_FAILURES, now)).map((failure) => ({
      ...failure,
      firstAt: iso(failure.firstAt),
      lastAt: iso(failure.lastAt),
    })),
  };
};

const iso = (instant: number): string => new Date(instant).toISOString();
const isoOrNull = (instant: number | null): string | null => (instant === null ? null : iso(instant));

const lagOf = ({ waiting, projects, outdated, countedAt, titleUpdates }: Lag, oldest: number | null) => ({
  waiting,
  oldest: isoOrNull(oldest),
  projects,
  outdated,
  countedAt: isoOrNull(countedAt),
  titleUpdates,
});

/** What a check found is repaired once every mark left is newer than the check. */
const driftCheck = (check: StoredCheck | null, oldestMark: number | null): DriftCheck | null => {
  if (check === null) return null;
  const { at, found, drift } = check;
  const repaired = drift !== null && (oldestMark === null || oldestMark > drift.at);
  return { at: iso(at), found, drift: drift && { at: iso(drift.at), found: drift.found, repaired } };
};

/**
 * The cost of another sync: a point for each issue and each page. It takes as long as the last, or the hours that those
 * points need, whichever is longer.
 */
const costOfAnother = (
  { began, finished, total }: { began: number; finished: number; total: number },
  rate: RateState,
): Operations['syncAgain'] => {
  const points = total + Math.ceil(total / PAGE_SIZE);
  const hoursToWait = Math.max(0, Math.ceil(points / hourlyOf('sync', rate)) - 1);
  const lasts = Math.max(finished - began, hoursToWait * HOUR_MS);
  return { issues: total, points, minutes: Math.max(1, Math.ceil(lasts / MINUTE_MS)) };
};

const rateUse = (rate: RateState, hours: readonly RateHour[], now: number): RateUse => {
  const { spent, calls, share, limitedUntil } = rate;
  const points = new Map(hours.map((one) => [one.hour * HOUR_MS, one.points]));
  points.set(rate.hour, spent);
  const [last] = [...hours].sort((a, b) => b.limitedUntil - a.limitedUntil);
  const isRecent = last !== undefined && last.limitedUntil > now - RATE_HOURS * HOUR_MS;
  return {
    hour: iso(rate.hour),
    spent,
    calls,
    share,
    limitedUntil: isoOrNull(limitedUntil),
    lastLimit: isRecent ? { until: iso(last.limitedUntil), reason: last.reason } : null,
    hours: Array.from({ length: HOURS_SHOWN }, (_, index) => {
      const hour = rate.hour - (HOURS_SHOWN - 1 - index) * HOUR_MS;
      return { hour: iso(hour), points: points.get(hour) ?? 0 };
    }),
  };
};
