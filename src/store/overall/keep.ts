import { sql } from 'kysely';
import { database } from '../database';
import { allUnlessOlder } from '../unlessOlder';
import { BASIS } from './kept';
import { IS_PEOPLE, weekAndPeopleCounts } from './weeksAndPeople';
import { workCounts } from './work';

/**
 * Keeps the sums over all projects, so that a page need not add them up: one statement. Whatever has changed since shows in their
 * basis; of two that keep them at once the newer basis stays. What is gone is set to zeros.
 */
export const keepOverall = async (): Promise<void> => {
  await sql`
    INSERT INTO overall (kind, serves, place, version, units, size)
    SELECT kind, serves, place, ${BASIS}, SUM(units), SUM(size)
    FROM (
      ${weekAndPeopleCounts([])} UNION ALL ${workCounts([])} UNION ALL SELECT kind, serves, place, 0, 0 FROM overall
    ) counts
    GROUP BY kind, serves, place ORDER BY kind, serves, place
    ON DUPLICATE KEY UPDATE ${allUnlessOlder('overall', 'version', ['units', 'size'])}`.execute(database);
};

/** Deletes what nothing is left of. The numbers of people stay: they say that the sums were kept, also where there is no work. */
export const forgetEmptyOverall = async (): Promise<void> => {
  await sql`DELETE FROM overall WHERE NOT (${IS_PEOPLE}) AND units = 0`.execute(database);
};
