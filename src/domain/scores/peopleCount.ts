import type { StatusOf } from '../work/mix';
import { standingOf } from '../work/standing';
import type { PeopleCount } from './buyIn';

/** What a person, by number, does of work that serves the same: has some in progress, has done some in the window. */
export type PersonEffort = { person: number; doing: boolean; done: boolean };

/** How many people have effort that is not run, and aligned effort. Each counts once, whatever their work serves. */
export const peopleCount = (
  parts: readonly { serves: string | null; efforts: readonly PersonEffort[] }[],
  statusOf: StatusOf,
): PeopleCount => {
  const [assigned, aligned] = [new Set<number>(), new Set<number>()];
  for (const { serves, efforts } of parts) {
    const [open, closed] = [false, true].map((isDone) => standingOf(serves, isDone, statusOf));
    if (open === 'run') continue;
    for (const { person, doing, done } of efforts) {
      if (doing || done) assigned.add(person);
      if ((doing && open === 'aligned') || (done && closed === 'aligned')) aligned.add(person);
    }
  }
  return { people: assigned.size, aligned: aligned.size };
};
