import { Cascade } from '../../domain/strategy/cascade';
import type { Objective } from '../../domain/strategy/objective';
import type { Problem } from '../../domain/strategy/objectiveRules';

/** Problems with an objective's place among all objectives, as they will be. */
export const placeProblems = (objective: Objective, all: ReadonlyMap<string, Objective>, where: string): Problem[] => {
  const { key, parent, status, archived } = objective;
  if (parent !== null && !all.has(parent))
    return [{ field: 'parent', message: `"${parent}" is no objective ${where}` }];
  const loop = loopFrom(objective, all);
  if (loop !== null) return [{ field: 'parent', message: `would put ${key} below itself: ${loop.join(' → ')}` }];
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
const loopFrom = ({ key, parent }: Objective, all: ReadonlyMap<string, Objective>): string[] | null => {
  const passed = new Set([key]);
  for (let at = parent; at !== null; at = all.get(at)?.parent ?? null) {
    if (at === key) return [...passed, key];
    if (passed.has(at)) return null;
    passed.add(at);
  }
  return null;
};

/** An objective's ancestors, nearest first; in a circle, each once. */
const aboveOf = ({ parent }: Objective, all: ReadonlyMap<string, Objective>): Objective[] => {
  const above = new Set<Objective>();
  for (let at = all.get(parent ?? ''); at && !above.has(at); at = all.get(at.parent ?? '')) above.add(at);
  return [...above];
};

const activeBelow = (key: string, all: ReadonlyMap<string, Objective>): Objective | undefined =>
  [...new Cascade([...all.values()]).subtree(key)]
    .map((below) => all.get(below))
    .find((below) => below !== undefined && below.key !== key && below.status === 'active');
