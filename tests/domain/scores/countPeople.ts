import type { PeopleCount } from '../../../src/domain/scores/buyIn';
import type { StatusOf } from '../../../src/domain/work/mix';
import { type Standing, standingOf } from '../../../src/domain/work/standing';

/** A person has effort units that serve this and are done, or are not. */
export type Assignment = { assignee: string; serves: string | null; done: boolean };

/** Counts people assignment by assignment. Production counts them block by block: `peopleIn`. */
export const countPeople = (assignments: readonly Assignment[], statusOf: StatusOf): PeopleCount => {
  const standings = assignments.map(({ assignee, serves, done }): [string, Standing] => [
    assignee,
    standingOf(serves, done, statusOf),
  ]);
  const assigned = (isCounted: (standing: Standing) => boolean): number =>
    new Set(standings.filter(([, standing]) => isCounted(standing)).map(([assignee]) => assignee)).size;
  return {
    people: assigned((standing) => standing !== 'run'),
    aligned: assigned((standing) => standing === 'aligned'),
  };
};
