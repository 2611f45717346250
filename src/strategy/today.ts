import { AppError } from '../domain/appError';
import { dayOf } from '../domain/day';
import { siteReading } from '../sync/siteReading';

/** The day in the site's time zone; before the app knows that, in UTC. */
export const dayAt = async (now: number): Promise<number> => dayOf(now, await timeZone());

const timeZone = async (): Promise<string> => {
  try {
    return (await siteReading()).timeZone;
  } catch (error) {
    if (error instanceof AppError && error.code === 'notReady') return 'UTC';
    throw error;
  }
};
