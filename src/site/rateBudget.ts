import { getAppContext } from '@forge/api';
import type { Settings } from '../domain/settings';
import { JiraError } from '../jira/jiraError';
import { type Quota, QUOTA_UNTIL_TOLD } from '../jira/rateHeaders';
import type { App } from '../jira/request';
import { giveBack, spending, takeSpending } from '../jira/spending';
import { siteSettings } from '../settings/siteSettings';
import { addToRateHour, latestRateHours, type RateHour } from '../store/runs/rateHours';
import { HOUR_MS, hourOf } from '../domain/time/milliseconds';

/**
 * A site's share of the app's hourly points. All sites share one quota unless Jira gives a site its own, so each takes
 * a tenth: enough for ten that sync at once. Of a quota of its own the admin decides; a third stays free by default,
 * because pages spend of it too and Jira counts some calls dearer than documented.
 */
const SHARE_OF_ALL = 1 / 10;

/**
 * Who gives way first. A job goes on until this part of the site's share is spent, and while this part of Jira's whole
 * quota is left, which other sites spend too. Pages come last: only Jira itself refuses them.
 */
const GIVES_WAY = {
  /** reading the whole site: it can wait for days */
  sync: { ofShare: 0.7, quotaLeft: 0.2 },
  /** reconciliation, sweeps, new titles */
  upkeep: { ofShare: 0.9, quotaLeft: 0.1 },
  /** tags that a person asked for, written in the background. Like drains they are not limited by the share */
  links: { ofShare: Infinity, quotaLeft: 0.05 },
  /** drains: today's figures. What they spend is counted, but not limited by the share */
  events: { ofShare: Infinity, quotaLeft: 0.03 },
  /** what a visitor waits for */
  page: { ofShare: Infinity, quotaLeft: 0 },
};

export type Job = keyof typeof GIVES_WAY;

/**
 * Waits end up to so much later, at random, so that sites with one quota do not all return in the hour's first second.
 */
const SPREAD_MS = 120_000;

type OwnShare = Pick<Settings, 'ownQuotaShare'>;

/** Points an hour that a site may spend. One statement if the quota is its own and no settings are given. */
const shareOf = async ({ points, own }: Quota, settings?: OwnShare): Promise<number> =>
  Math.floor(points * (own ? (settings ?? (await siteSettings())).ownQuotaShare : SHARE_OF_ALL));

/** Where the app stands with Jira's limits in the present hour. */
export type RateState = {
  /** the start of the hour (epoch milliseconds) */
  hour: number;
  /** rate points spent in the hour, and in how many calls */
  spent: number;
  calls: number;
  /** points an hour that the site may spend */
  share: number;
  /** until when Jira refuses all calls (epoch milliseconds), and its word for why; `null`: it does not */
  limitedUntil: number | null;
  reason: string | null;
};

/** The present hour, as stored and as this process knows. One statement; two if the quota is the site's own. */
export const rateState = async (now: number): Promise<RateState> => rateStateIn(await latestRateHours(2), now);

/**
 * `rateState` from hours that were read already.
 * @param hours at least the newest two, newest first
 */
export const rateStateIn = async (hours: readonly RateHour[], now: number, settings?: OwnShare): Promise<RateState> => {
  const unsaid = spending();
  const quota = unsaid.quota ?? hours.find((hour) => hour.quota !== null)?.quota ?? QUOTA_UNTIL_TOLD;
  const [newest] = hours;
  const current = newest?.hour === hourOf(now) ? newest : null;
  const [longest] = [...hours, unsaid].sort((a, b) => b.limitedUntil - a.limitedUntil);
  const isLimited = longest !== undefined && longest.limitedUntil > now;
  return {
    hour: hourOf(now) * HOUR_MS,
    spent: (current?.points ?? 0) + unsaid.points,
    calls: (current?.calls ?? 0) + unsaid.calls,
    share: await shareOf(quota, settings),
    limitedUntil: isLimited ? longest.limitedUntil : null,
    reason: isLimited ? longest.reason : null,
  };
};

/** Stores what this process spent since the last call: one statement, none if nothing was. */
export const noteSpending = async (now: number): Promise<void> => {
  const spent = takeSpending();
  if (spent.calls === 0) return;
  const { calls, points, limitedUntil, reason, quota } = spent;
  const known = knownHours.get(siteOf());
  if (known?.hour === hourOf(now) * HOUR_MS) known.spent += points;
  try {
    await addToRateHour({ hour: hourOf(now), calls, points, quota, limitedUntil, reason });
  } catch (error) {
    giveBack(spent);
    throw error;
  }
};

/** What a job may still spend. */
export type Room = {
  /** points that it may spend now; 0: it must wait */
  points: number;
  /** if it must wait: until when (epoch milliseconds) */
  until: number;
  /** points that it may spend in a whole hour */
  hourly: number;
};

/** When Jira's quota is renewed, if less than this part of it is left. */
const littleLeftUntil = (part: number, now: number): number | null => {
  const { left, quota } = spending();
  const little = left !== null && quota !== null && left.resetAt > now && left.points < quota.points * part;
  return little ? left.resetAt + Math.random() * SPREAD_MS : null;
};

/** The points that a job may spend in a whole hour. */
export const hourlyOf = (job: Job, { share }: Pick<RateState, 'share'>): number => share * GIVES_WAY[job].ofShare;

/** What a job may spend now. One statement; two if the quota is the site's own. */
export const roomFor = async (job: Job, now: number): Promise<Room> => {
  const state = await rateState(now);
  knownHours.set(siteOf(), { ...state, spent: state.spent - spending().points, readAt: now });
  return roomIn(state, job, now);
};

const roomIn = (state: RateState, job: Job, now: number): Room => {
  const { quotaLeft } = GIVES_WAY[job];
  const hourly = hourlyOf(job, state);
  const nextHour = state.hour + HOUR_MS + Math.random() * SPREAD_MS;
  if (state.limitedUntil !== null) return { points: 0, until: state.limitedUntil, hourly };
  const littleLeft = littleLeftUntil(quotaLeft, now);
  if (littleLeft !== null) return { points: 0, until: littleLeft, hourly };
  return { points: Math.max(0, Math.floor(hourly - state.spent)), until: nextHour, hourly };
};

/** By site: the hour as last read from the store, without what this process has not stored yet. */
const knownHours = new Map<string, RateState & { readAt: number }>();
/** How long this may be out of date: other functions spend too. */
const KNOWN_MS = 60_000;

const siteOf = (): string => getAppContext().installationAri.toString();

/**
 * The app as one job may use it: every call to Jira as the app goes through here. It throws `busy` when the job has to
 * give way. Jobs limited by the site's share cost a statement a minute; others go by what this process heard from Jira.
 */
export const asApp = (job: Job): App => ({
  ask: async (endpoint) => {
    const now = Date.now();
    const { limitedUntil, endpoints } = spending();
    const endpointUntil = endpoints.get(endpoint) ?? 0;
    if (endpointUntil > now && endpointUntil > limitedUntil) {
      throw JiraError.heldBack(endpoint, endpointUntil, 'endpoint');
    }
    const until = await waitsUntil(job, now);
    if (until !== null) throw JiraError.heldBack(endpoint, until);
  },
});

/**
 * Until when a job must wait (epoch milliseconds); `null`: it may go on. After Jira said "later" the app does not even
 * ask: a call would only extend the wait.
 */
export const waitsUntil = async (job: Job, now: number): Promise<number | null> => {
  const { limitedUntil, points } = spending();
  if (limitedUntil > now) return limitedUntil;
  if (GIVES_WAY[job].ofShare === Infinity) return littleLeftUntil(GIVES_WAY[job].quotaLeft, now);
  const known = knownHours.get(siteOf());
  const isFresh = known !== undefined && known.hour === hourOf(now) * HOUR_MS && now - known.readAt < KNOWN_MS;
  const room = isFresh ? roomIn({ ...known, spent: known.spent + points }, job, now) : await roomFor(job, now);
  return room.points > 0 ? null : room.until;
};
