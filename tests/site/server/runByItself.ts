import type { Site } from '../site';

const LOOKS_EVERY_MS = 250;

const SCHEDULES = [
  { interval: 'fiveMinute', everyMs: 5 * 60_000 },
  { interval: 'hour', everyMs: 3600_000 },
  { interval: 'day', everyMs: 24 * 3600_000 },
] as const;

/**
 * Lets the site run in real time: events, queues and schedules each when their time has come by the site's clock.
 * Returns what stops it.
 */
export function runByItself(site: Site): () => void {
  const last = new Map<string, number>(SCHEDULES.map(({ interval }) => [interval, site.clock.now()]));
  const timer = setInterval(() => {
    site.startDue();
    for (const { interval, everyMs } of SCHEDULES) {
      const now = site.clock.now();
      if (now - (last.get(interval) ?? now) < everyMs) continue;
      last.set(interval, now);
      // What fails is among the site's failures.
      site.schedule(interval).catch(() => undefined);
    }
  }, LOOKS_EVERY_MS);
  return () => clearInterval(timer);
}
