import type { Quota } from '../jira/rateHeaders';
import { giveBack, spending, takeSpending } from '../jira/spending';
import { addToRateHour, latestRateHours, type RateHour } from '../store/rateHours';

/**
 * What a site may spend of an hour's points. Where Jira gives a site a quota of its own, a third of it stays free, because people
 * at pages spend of it too and Jira counts some calls dearer than its documents say. A quota that all sites with the app share is
 * for ten that read at once; and until Jira has said what it is, it is taken for that.
 */
const SHARE_OF_OWN = 2 / 3;
const SHARE_OF_ALL = 1 / 10;
const UNTIL_TOLD: Quota = { points: 65_000, own: false };

/**
 * Who gives way first. Each goes on until this part of the share is spent, and while so much of Jira's whole quota is left, which
 * other sites may have spent. People at pages come last: they give way only where Jira itself refuses them.
 */
const GIVES_WAY = {
  /** reading the whole site: it can wait for days */
  sync: { ofShare: 0.7, quotaLeft: 0.2 },
  /** reconciliation, sweeps and bringing new titles */
  upkeep: { ofShare: 0.9, quotaLeft: 0.1 },
  /** drains of what changed: the figures of today. They are counted, but not held to the share */
  events: { ofShare: Infinity, quotaLeft: 0.03 },
};

export type Job = keyof typeof GIVES_WAY;

const HOUR_MS = 3_600_000;
/** Sites that share a quota do not all come back in the first second of the hour. */
const SPREAD_MS = 120_000;

export const hourOf = (now: number): number => Math.floor(now / HOUR_MS);

/** The points that a site may spend in an hour of a quota. */
export const shareOf = ({ points, own }: Quota): number => Math.floor(points * (own ? SHARE_OF_OWN : SHARE_OF_ALL));

/** Where the app stands with Jira's limits in the present hour. */
export type RateState = {
  /** the instant at which the hour began (epoch milliseconds) */
  hour: number;
  /** rate points, and the calls that they were spent on */
  spent: number;
  calls: number;
  /** the points that it allows itself */
  share: number;
  /** until when Jira does not hear it, and Jira's word for why; `null`: it does */
  limitedUntil: number | null;
  reason: string | null;
};

/** One statement. */
export const rateState = async (now: number): Promise<RateState> => rateStateIn(await latestRateHours(2), now);

/** The same of hours that were read already, newest first, at least two of them. */
export const rateStateIn = (hours: readonly RateHour[], now: number): RateState => {
  const unsaid = spending();
  const [newest] = hours;
  const current = newest?.hour === hourOf(now) ? newest : null;
  const [longest] = [...hours, unsaid].sort((a, b) => b.limitedUntil - a.limitedUntil);
  const isLimited = longest !== undefined && longest.limitedUntil > now;
  return {
    hour: hourOf(now) * HOUR_MS,
    spent: (current?.points ?? 0) + unsaid.points,
    calls: (current?.calls ?? 0) + unsaid.calls,
    share: unsaid.quota ? shareOf(unsaid.quota) : (newest?.share ?? shareOf(UNTIL_TOLD)),
    limitedUntil: isLimited ? longest.limitedUntil : null,
    reason: isLimited ? longest.reason : null,
  };
};

/** Notes what was spent since this was last done: one statement, or none where nothing was. */
export const noteSpending = async (now: number): Promise<void> => {
  const spent = takeSpending();
  if (spent.calls === 0) return;
  const { calls, points, limitedUntil, reason, quota } = spent;
  const share = quota && shareOf(quota);
  try {
    await addToRateHour({ hour: hourOf(now), calls, points, share, limitedUntil, reason });
  } catch (error) {
    giveBack(spent);
    throw error;
  }
};

/** What a job may still spend. */
export type Room = {
  /** points that it may spend now; 0: it waits */
  points: number;
  /** where it must wait: until when (epoch milliseconds) */
  until: number;
  /** points that it may spend in a whole hour */
  hourly: number;
};

/**
 * Until when drains wait (epoch milliseconds), by what this process has heard from Jira; `null`: they go on. No statement: a
 * process that has heard nothing tries.
 */
export const eventsWaitUntil = (now: number): number | null => {
  const { limitedUntil } = spending();
  if (limitedUntil > now) return limitedUntil;
  return littleLeftUntil(GIVES_WAY.events.quotaLeft, now);
};

/** Where less than a part of Jira's whole quota is left: when it begins anew. */
const littleLeftUntil = (part: number, now: number): number | null => {
  const { left, quota } = spending();
  const little = left !== null && quota !== null && left.resetAt > now && left.points < quota.points * part;
  return little ? left.resetAt + Math.random() * SPREAD_MS : null;
};

/** The points that a job may spend in a whole hour. */
export const hourlyOf = (job: Job, { share }: Pick<RateState, 'share'>): number => share * GIVES_WAY[job].ofShare;

/** What a job may spend now: one statement. */
export const roomFor = async (job: Job, now: number): Promise<Room> => {
  const state = await rateState(now);
  const { quotaLeft } = GIVES_WAY[job];
  const hourly = hourlyOf(job, state);
  const nextHour = state.hour + HOUR_MS + Math.random() * SPREAD_MS;
  if (state.limitedUntil !== null) return { points: 0, until: state.limitedUntil, hourly };
  const littleLeft = littleLeftUntil(quotaLeft, now);
  if (littleLeft !== null) return { points: 0, until: littleLeft, hourly };
  return { points: Math.max(0, Math.floor(hourly - state.spent)), until: nextHour, hourly };
};
