import { getAppContext } from '@forge/api';
import { AppError } from '../domain/appError';
import { hourOf, minuteOf } from '../domain/time/milliseconds';
import { QUOTA_UNTIL_TOLD } from '../jira/rateHeaders';
import { spending } from '../jira/spending';
import { addSpending, type Spent } from '../store/runs/visitorSpending';

/**
 * What one person may take of what all share, so that nobody keeps others from working: a tenth of the SQL that Forge
 * gives a site in a minute (62.5 s), and a twentieth of the points that Jira gives the app in an hour.
 */
const SQL_MS_A_MINUTE = 62_500 / 10;
const PART_OF_HOUR = 1 / 20;

/**
 * Refuses a visitor who spent their part of this minute or hour.
 * @param spent as stored; what this process has not stored yet is added
 * @throws AppError `busy`
 */
export const refuseSpender = (account: string, spent: Spent | null, now: number): void => {
  const unsaid = unstored.get(keyOf(account));
  const of = (time: 'minute' | 'hour', amount: 'ms' | 'points', present: number): number =>
    [spent, unsaid].reduce((sum, one) => sum + (one?.[time] === present ? one[amount] : 0), 0);
  if (of('minute', 'ms', minuteOf(now)) >= SQL_MS_A_MINUTE) throw tooMuch('a minute');
  const points = (spending().quota ?? QUOTA_UNTIL_TOLD).points * PART_OF_HOUR;
  if (of('hour', 'points', hourOf(now)) >= points) throw tooMuch('an hour');
};

const tooMuch = (when: 'a minute' | 'an hour'): AppError =>
  new AppError(
    'busy',
    `You asked for more than one person may take within ${when}, because everybody here shares it. Nothing was lost; please try again in ${when}.`,
  );

/** Less than this is kept in memory, so that a cheap call costs no further statement. */
const LEAST_STORED = { ms: 50, points: 10 };

/** By site and account. */
const unstored = new Map<string, Spent>();

const keyOf = (account: string): string => `${getAppContext().installationAri.toString()} ${account}`;

/**
 * Notes what a call took: at most one statement, which is no part of what it notes. Where that fails the call is not
 * counted, because what it did is done.
 */
export const noteSpender = async (
  account: string,
  took: { ms: number; points: number },
  now: number,
): Promise<void> => {
  const key = keyOf(account);
  const [minute, hour] = [minuteOf(now), hourOf(now)];
  const known = unstored.get(key);
  const spent: Spent = {
    minute,
    ms: took.ms + (known?.minute === minute ? known.ms : 0),
    hour,
    points: took.points + (known?.hour === hour ? known.points : 0),
  };
  if (spent.ms < LEAST_STORED.ms && spent.points < LEAST_STORED.points) {
    unstored.set(key, spent);
    return;
  }
  unstored.delete(key);
  try {
    await addSpending(account, spent);
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    console.warn(JSON.stringify({ event: 'spendingNotStored', reason }));
  }
};
