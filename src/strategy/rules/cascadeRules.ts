import { MOST_LEVELS } from '../../domain/strategy/caps';
import type { ObjectiveOutline } from '../../domain/strategy/objective';
import { isKeyOfIssue } from '../../domain/strategy/objectiveKey';
import type { Problem } from '../../domain/strategy/objectiveRules';

/** Problems with an objective's place among all objectives, as they will be. */
export const placeProblems = (
  objective: ObjectiveOutline,
  all: ReadonlyMap<string, ObjectiveOutline>,
  where: string,
): Problem[] => {
  const { key, parent, status, archived } = objective;
  if (parent !== null && !all.has(parent))
    return [{ field: 'parent', message: `"${parent}" is no objective ${where}` }];
  if (parent !== null && isKeyOfIssue(parent))
    return [{ field: 'parent', message: 'is an issue; choose an objective that is stated here' }];
  const loop = loopFrom(objective, all);
  if (loop !== null)
    return [{ field: 'parent', message: `would put ${key} below itself: ${inShort(loop).join(' → ')}` }];
  if (levelsThrough(objective, all) > MOST_LEVELS)
    return [{ field: 'parent', message: `would make a cascade of more than ${MOST_LEVELS} levels; put it higher` }];
  if (archived && status === 'active') {
    return [{ field: 'status', message: 'cannot be active while it is archived; restore it first' }];
  }
  const hidden = status === 'active' ? aboveOf(objective, all).find((above) => above.archived) : undefined;
  if (hidden)
    return [{ field: 'parent', message: `is, or is below, ${hidden.key}, which is archived; restore that first` }];
  const alive = archived ? activeBelow(key, all) : undefined;
  return alive ? [{ field: 'archived', message: `cannot be archived: ${alive.key} below it is active` }] : [];
};

/** The circle that leads from an objective back to it, beginning and ending with its key; `null`: none. */
const loopFrom = ({ key, parent }: ObjectiveOutline, all: ReadonlyMap<string, ObjectiveOutline>): string[] | null => {
  const passed = new Set([key]);
  for (let at = parent; at !== null; at = all.get(at)?.parent ?? null) {
    if (at === key) return [...passed, key];
    if (passed.has(at)) return null;
    passed.add(at);
  }
  return null;
};

/** Keys of a loop that a message names. */
const MOST_NAMED = 12;

const inShort = (loop: readonly string[]): string[] =>
  loop.length <= MOST_NAMED ? [...loop] : [...loop.slice(0, MOST_NAMED - 2), '…', ...loop.slice(-1)];

/** An objective's ancestors, nearest first; in a circle, each once. */
const aboveOf = ({ parent }: ObjectiveOutline, all: ReadonlyMap<string, ObjectiveOutline>): ObjectiveOutline[] => {
  const above = new Set<ObjectiveOutline>();
  for (let at = all.get(parent ?? ''); at && !above.has(at); at = all.get(at.parent ?? '')) above.add(at);
  return [...above];
};

/** The levels of the cascade from the top to the lowest objective below this one. */
const levelsThrough = (objective: ObjectiveOutline, all: ReadonlyMap<string, ObjectiveOutline>): number => {
  const above = aboveOf(objective, all).length;
  const below = childrenIn(all);
  let levels = 0;
  // Ends beyond the cap, so that it follows no depth.
  for (let keys = [objective.key]; keys.length > 0 && levels <= MOST_LEVELS; levels += 1)
    keys = keys.flatMap((key) => below.get(key) ?? []);
  return above + levels;
};

const activeBelow = (key: string, all: ReadonlyMap<string, ObjectiveOutline>): ObjectiveOutline | undefined => {
  const below = childrenIn(all);
  const keys = new Set([key]);
  for (const at of keys) for (const child of below.get(at) ?? []) keys.add(child);
  keys.delete(key);
  return [...keys].map((one) => all.get(one)).find((one) => one?.status === 'active');
};

const known = new WeakMap<ReadonlyMap<string, ObjectiveOutline>, Map<string, string[]>>();

/** The keys of the children of each objective. Made once for objectives that many are checked among, as of a file. */
const childrenIn = (all: ReadonlyMap<string, ObjectiveOutline>): Map<string, string[]> => {
  const made = known.get(all);
  if (made) return made;
  const children = new Map<string, string[]>();
  for (const { key, parent } of all.values()) {
    if (parent === null) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(key);
    else children.set(parent, [key]);
  }
  known.set(all, children);
  return children;
};
