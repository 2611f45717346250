import type { Site } from '../site';

const LOOKS_EVERY_MS = 250;

const SCHEDULES = [
  { interval: 'fiveMinute', everyMs: 5 * 60_000 },
  { interval: 'hour', everyMs: 3600_000 },
  { interval: 'day', everyMs: 24 * 3600_000 },
] as const;

/**
 * Runs the site in real time: events, queues and schedules when due by the site's clock. Returns a function that stops
 * it.
 */
export function runByItself(site: Site): () => void {
  const last = new Map<string, number>(SCHEDULES.map(({ interval }) => [interval, site.clock.now()]));
  const timer = setInterval(() => {
    site.startDue();
    for (const { interval, everyMs } of SCHEDULES) {
      const now = site.clock.now();
      if (now - (last.get(interval) ?? now) < everyMs) continue;
      last.set(interval, now);
      // Failures are collected by the site.
      site.schedule(interval).catch(() => undefined);
    }
  }, LOOKS_EVERY_MS);
  return () => clearInterval(timer);
}
