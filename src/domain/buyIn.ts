import { standingOf, type Standing } from './standing';
import type { StatusOf } from './mix';

/** That a person is assigned effort units which serve the same and are alike done or not. */
export type Assignment = { assignee: string; serves: string | null; done: boolean };

/** With fewer people a share could name somebody. */
export const FEWEST_PEOPLE = 5;

/**
 * Buy-in, 0…1: of the people assigned at least one effort unit that is not run, the share with an aligned effort unit.
 * No value with fewer than five people.
 */
export const buyInOf = (assignments: readonly Assignment[], statusOf: StatusOf): number | null => {
  const standings = assignments.map(({ assignee, serves, done }): [string, Standing] => [
    assignee,
    standingOf(serves, done, statusOf),
  ]);
  const people = new Set(standings.filter(([, standing]) => standing !== 'run').map(([assignee]) => assignee));
  if (people.size < FEWEST_PEOPLE) return null;
  const aligned = new Set(standings.filter(([, standing]) => standing === 'aligned').map(([assignee]) => assignee));
  return aligned.size / people.size;
};
