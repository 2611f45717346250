import type { NewIssue } from '../jira/jiraSite';
import type { Random } from './random';

const HOUR = 3_600_000;
const DAY = 86_400_000;

/** The state of a piece of work, and its dates. */
type History = Pick<NewIssue, 'status' | 'resolution' | 'resolved' | 'statusCategoryChanged' | 'created' | 'updated'>;

/** A random time in the working hours of a day. */
const workTime = (now: number, daysAgo: number, random: Random) =>
  now - (now % DAY) - daysAgo * DAY + random.between(8 * HOUR, 17 * HOUR);

/** A history with given days, counted back from today. */
export function datedHistory(
  now: number,
  { state, created: ago, done }: { state: string; created: number; done: number | null },
  random: Random,
): History {
  const created = workTime(now, ago, random);
  if (state === 'To Do') return { status: state, created, updated: created, statusCategoryChanged: created };
  // Work in progress was started the day after it was created.
  const changed = workTime(now, done ?? ago - 1, random);
  const moved = { created, updated: changed, statusCategoryChanged: changed };
  return done === null
    ? { ...moved, status: state }
    : { ...moved, status: state, resolution: 'Done', resolved: changed };
}

/**
 * A random history within the last weeks: most work is done, little is in progress, the rest is to do. Some is closed
 * without being done, and some workflows set no resolution.
 */
export function anyHistory(now: number, random: Random): History {
  const age = random.between(3, 112);
  const created = workTime(now, age, random);
  const fate = random.next();
  if (fate < 0.24) return { status: 'To Do', created, updated: created, statusCategoryChanged: created };
  const changed = workTime(now, random.between(1, Math.min(age - 1, 84)), random);
  const moved = { created, updated: changed, statusCategoryChanged: changed };
  if (fate < 0.37) return { ...moved, status: 'In Progress' };
  if (fate < 0.43) return { ...moved, status: 'Done', resolution: null, resolved: null };
  const resolution = fate < 0.47 ? "Won't Do" : fate < 0.49 ? 'Duplicate' : 'Done';
  return { ...moved, status: 'Done', resolution, resolved: changed };
}
