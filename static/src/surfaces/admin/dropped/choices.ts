import type { DroppedDecisions, DroppedWork, Dropping } from '../../../../../src/contract';
import { comparedName, isDroppedName, meansDropped, type Named } from '../../../../../src/domain/work/dropped';
import type { EndedIssues } from '../../../../../src/domain/work/droppedMoves';

/** Resolutions or statuses of one name: every team-managed project has statuses of its own. */
export type Choice = {
  /** the name in the form in which names are compared */
  key: string;
  name: string;
  named: readonly Named[];
};

/** The resolutions or statuses that can be chosen, those of one name together. */
export const choicesOf = (named: readonly Named[]): Choice[] => {
  const byKey = new Map<string, Named[]>();
  for (const one of named) {
    const key = comparedName(one.name);
    byKey.set(key, [...(byKey.get(key) ?? []), one]);
  }
  return [...byKey].map(([key, those]) => ({ key, name: those[0]?.name ?? key, named: those }));
};

/** How many of a choice mean dropped. */
export type Chosen = 'all' | 'some' | 'none';

export const chosenOf = (what: Dropping, { named }: Choice, decided: DroppedDecisions): Chosen => {
  const count = named.filter((one) => meansDropped(what, one, decided)).length;
  return count === 0 ? 'none' : count === named.length ? 'all' : 'some';
};

/** Whether a choice means dropped, and its name says so too. */
export const isProposed = (what: Dropping, { name, named }: Choice, decided: DroppedDecisions): boolean =>
  isDroppedName(what, name) && named.every((one) => meansDropped(what, one, decided));

/**
 * The decisions after a choice. They name all that Jira lists of its kind: what an admin saw and left is decided too,
 * and keeps its meaning if it gets another name. What Jira lists later goes by its name.
 */
export const deciding = (
  what: Dropping,
  { named }: Choice,
  isDropped: boolean,
  { work, decided }: { work: DroppedWork; decided: DroppedDecisions },
): DroppedDecisions => ({
  ...decided,
  [what]: {
    ...decided[what],
    ...Object.fromEntries(work[what].map((one) => [one.id, meansDropped(what, one, decided)])),
    ...Object.fromEntries(named.map(({ id }) => [id, isDropped])),
  },
});

/** The issues that have ended with this resolution or status. */
export const endedWith = (what: Dropping, { named }: Choice, ended: readonly EndedIssues[]): EndedIssues[] =>
  ended.filter((one) => named.some(({ id }) => id === one[what]));
