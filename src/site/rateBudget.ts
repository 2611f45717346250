import { getAppContext } from '@forge/api';
import { JiraError } from '../jira/jiraError';
import type { Quota } from '../jira/rateHeaders';
import type { App } from '../jira/request';
import { giveBack, spending, takeSpending } from '../jira/spending';
import { type SiteSettings, siteSettings } from '../settings/siteSettings';
import { addToRateHour, latestRateHours, type RateHour } from '../store/runs/rateHours';
import { HOUR_MS } from '../domain/time/milliseconds';

/**
 * What a site may spend of an hour's points. Where Jira gives a site a quota of its own, its admin says how much; by default a third
 * stays free, because people at pages spend of it too and Jira counts some calls dearer than its documents say. A quota that all
 * sites with the app share is for ten that read at once; and until Jira has said what it is, it is taken for that.
 */
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
  /** what somebody at a page waits for */
  page: { ofShare: Infinity, quotaLeft: 0 },
};

export type Job = keyof typeof GIVES_WAY;

/** Sites that share a quota do not all come back in the first second of the hour. */
const SPREAD_MS = 120_000;

export const hourOf = (now: number): number => Math.floor(now / HOUR_MS);

type OwnShare = Pick<SiteSettings, 'ownQuotaShare'>;

/** The points that a site may spend in an hour of a quota: one statement where the quota is its own and the settings are not at hand. */
const shareOf = async ({ points, own }: Quota, settings?: OwnShare): Promise<number> =>
  Math.floor(points * (own ? (settings ?? (await siteSettings())).ownQuotaShare : SHARE_OF_ALL));

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

/** One statement, two where the quota is the site's own. */
export const rateState = async (now: number): Promise<RateState> => rateStateIn(await latestRateHours(2), now);

/** The same of hours that were read already, newest first, at least two of them. */
export const rateStateIn = async (hours: readonly RateHour[], now: number, settings?: OwnShare): Promise<RateState> => {
  const unsaid = spending();
  const quota = unsaid.quota ?? hours.find((hour) => hour.quota !== null)?.quota ?? UNTIL_TOLD;
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

/** Notes what was spent since this was last done: one statement, or none where nothing was. */
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
  /** points that it may spend now; 0: it waits */
  points: number;
  /** where it must wait: until when (epoch milliseconds) */
  until: number;
  /** points that it may spend in a whole hour */
  hourly: number;
};

/** Where less than a part of Jira's whole quota is left: when it begins anew. */
const littleLeftUntil = (part: number, now: number): number | null => {
  const { left, quota } = spending();
  const little = left !== null && quota !== null && left.resetAt > now && left.points < quota.points * part;
  return little ? left.resetAt + Math.random() * SPREAD_MS : null;
};

/** The points that a job may spend in a whole hour. */
export const hourlyOf = (job: Job, { share }: Pick<RateState, 'share'>): number => share * GIVES_WAY[job].ofShare;

/** What a job may spend now: one statement, two where the quota is the site's own. */
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

/** What was read of the present hour last, by site, without what this process has not noted yet. */
const knownHours = new Map<string, RateState & { readAt: number }>();
/** As long as what other functions spent meanwhile may stay unknown. */
const KNOWN_MS = 60_000;

const siteOf = (): string => getAppContext().installationAri.toString();

/**
 * The app, asking Jira on behalf of a job: the only one that the jobs and resolvers have, so that no call is made without room for it.
 * What is held to the site's share takes a statement a minute to know it; the rest goes by what this process heard from Jira.
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
 * Until when a job waits (epoch milliseconds); `null`: it may go on. Before Jira's time is up the app does not even ask: each call would
 * only put it off.
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
