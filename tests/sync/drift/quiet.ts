import type { Site } from '../../site/site';

const HOUR_MS = 3_600_000;
/** Longer than an event or a push, the lease of a drain, and the platform's wait before a retry. */
const A_WHILE_MS = 70_000;

/** Longer than any function runs. */
const LONGER_MS = 20 * 60_000;
const SCHEDULES = [
  ['fiveMinute', 0],
  ['hour', 0],
  ['fiveMinute', LONGER_MS],
  ['day', 0],
] as const;

/** Queues run empty. */
const settle = async (site: Site): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    await site.settle();
    site.clock.advance(A_WHILE_MS);
  }
  await site.settle();
};

/** Longer than a report of account ids holds. */
const A_WEEK_MS = 8 * 24 * HOUR_MS;

/** Lets the app hear of closed accounts. */
const forgetClosed = async (site: Site): Promise<void> => {
  site.clock.advance(A_WEEK_MS);
  await site.schedule('hour');
  await settle(site);
  site.clock.advance(HOUR_MS - (site.clock.now() % HOUR_MS));
};

/**
 * Ends all faults, delivers what is under way, and runs the five-minute, hourly and daily schedules; and the
 * five-minute one again once no function can be running that reads issues in the old way. All at the beginning of an
 * hour, so that the day does not turn meanwhile.
 */
export const quiet = async (site: Site): Promise<void> => {
  site.faults.end();
  await site.settle().catch(() => undefined);
  site.clock.advance(HOUR_MS - (site.clock.now() % HOUR_MS));
  if (site.jira.directory.all().some(({ state }) => state === 'closed')) await forgetClosed(site);
  for (const [interval, waitMs] of SCHEDULES) {
    site.clock.advance(waitMs);
    await site.schedule(interval);
    await settle(site);
  }
};
