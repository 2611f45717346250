import { standingOf, type Standing } from './standing';
import type { StatusOf } from './mix';

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

/**
 * Buy-in, 0…1: of the people assigned at least one effort unit that is not run, the share with an aligned effort unit.
 * No value with fewer than five people.
 */
export const buyInFigures = (assignments: readonly Assignment[], statusOf: StatusOf): BuyIn => {
  const standings = assignments.map(({ assignee, serves, done }): [string, Standing] => [
    assignee,
    standingOf(serves, done, statusOf),
  ]);
  const people = new Set(standings.filter(([, standing]) => standing !== 'run').map(([assignee]) => assignee));
  if (people.size < FEWEST_PEOPLE) return { value: null, people: people.size, aligned: null };
  const aligned = new Set(standings.filter(([, standing]) => standing === 'aligned').map(([assignee]) => assignee));
  return { value: aligned.size / people.size, people: people.size, aligned: aligned.size };
};
