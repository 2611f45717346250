import { standingOf, type Standing } from '../work/standing';
import type { StatusOf } from '../work/mix';

/** That a person is assigned effort units which serve the same and are alike done or not. */
export type Assignment = { assignee: string; serves: string | null; done: boolean };

/** With fewer people a share could name somebody. */
export const FEWEST_PEOPLE = 5;

/** Buy-in with the people it was computed from. */
export type BuyIn = {
  value: number | null;
  /** those assigned at least one effort unit that is not run */
  people: number;
  /** those of them with an aligned effort unit; `null` where there are too few to tell without naming somebody */
  aligned: number | null;
};

/** The people assigned at least one effort unit that is not run, and those of them with an aligned effort unit. */
export type PeopleCount = { people: number; aligned: number };

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

/** Buy-in, 0…1: of the people with effort units that are not run, the share with an aligned one. No value with fewer than five people. */
export const buyInOf = ({ people, aligned }: PeopleCount): BuyIn =>
  people < FEWEST_PEOPLE ? { value: null, people, aligned: null } : { value: aligned / people, people, aligned };
