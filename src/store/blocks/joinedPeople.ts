import { gatheredBy } from '../../domain/gatheredBy';
import { RUN_ID } from '../sql/storedNumbers';
import { effortIn, joinedEffort } from './effortNumbers';
import { type ServedPeople, unpackPeople } from './packed';

/** Most efforts that a project's row holds, one for each person and objective: about 300 kB of text, at the worst 600. */
const MOST_EFFORTS = 75_000;

type ServedEffort = { serves: number; effort: number };

/**
 * The people of a project's blocks, each person once for each objective.
 *
 * If these are too many, each person is left with those objectives that they work on or worked on last, all with about as many. How
 * many people have effort that is not run is still right in every window: whoever has some, has their first one in it. Who aligned work
 * only on an objective that was left out counts as not aligned.
 */
export const joinedPeople = (texts: readonly string[]): ServedPeople[] => {
  const all = joined(texts.flatMap(unpackPeople));
  const kept = all.length <= MOST_EFFORTS ? all : inTurns(all).slice(0, MOST_EFFORTS);
  return [...gatheredBy(kept, ({ serves }) => serves)].map(([serves, of]) => ({
    serves,
    efforts: of.map(({ effort }) => effort),
  }));
};

const joined = (parts: readonly ServedPeople[]): ServedEffort[] => {
  const found = new Map<number, Map<number, number>>();
  for (const { serves, efforts } of parts) {
    const people = found.get(serves) ?? new Map<number, number>();
    found.set(serves, people);
    for (const effort of efforts) {
      const { person } = effortIn(effort);
      const known = people.get(person);
      people.set(person, known === undefined ? effort : joinedEffort(known, effort));
    }
  }
  return [...found].flatMap(([serves, people]) => [...people.values()].map((effort) => ({ serves, effort })));
};

/** Everybody's first effort, then everybody's second, and so on. */
const inTurns = (all: readonly ServedEffort[]): ServedEffort[] => {
  const people = [...gatheredBy(all, ({ effort }) => effortIn(effort).person).values()].map((own) => own.sort(byNeed));
  return people
    .flatMap((own) => own.map((one, turn) => ({ one, turn })))
    .sort((a, b) => a.turn - b.turn)
    .map(({ one }) => one);
};

/** What is in progress belongs to every window, and what was done in the shortest to all longer ones. Run counts for nobody. */
const byNeed = (a: ServedEffort, b: ServedEffort): number => {
  const [one, other] = [effortIn(a.effort), effortIn(b.effort)];
  return (
    Number(a.serves === RUN_ID) - Number(b.serves === RUN_ID) ||
    Number(other.doing) - Number(one.doing) ||
    one.window - other.window ||
    a.serves - b.serves
  );
};
