import { randomInt } from 'node:crypto';
import { database } from '../sql/database';

/** Added to when a count ends (milliseconds), at random, to tell functions apart that begin in one millisecond. */
const APART_MS = 1000;

/**
 * Begins to count those of the projects that no other function is counting. `storeSummaries` ends it. The condition is part of the
 * statement that writes, so of two functions at once only one begins. One statement, and another if some are being counted; none
 * without projects.
 * @param now epoch milliseconds
 * @param forMs how long others wait if it is never ended, and up to a second more
 * @returns the projects that it began with
 */
export const beginCounting = async (
  projects: readonly number[],
  now: number,
  forMs: number,
): Promise<ReadonlySet<number>> => {
  if (projects.length === 0) return new Set();
  const until = now + forMs + randomInt(APART_MS);
  const { numUpdatedRows } = await database
    .updateTable('project')
    .set({ counting_until: until })
    .where('id', 'in', projects)
    .where('counting_until', '<=', now)
    .executeTakeFirstOrThrow();
  if (Number(numUpdatedRows) === projects.length) return new Set(projects);
  const begun = await database
    .selectFrom('project')
    .select('id')
    .where('id', 'in', projects)
    .where('counting_until', '=', until)
    .execute();
  return new Set(begun.map(({ id }) => Number(id)));
};
