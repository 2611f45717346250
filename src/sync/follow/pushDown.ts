import { isOwnAncestor } from '../../domain/strategy/forest';
import { batches } from '../../domain/batches';
import { type Child, childrenOf, serveAsParents, serveNothing } from '../../store/work/workItems';

const IDS_A_STATEMENT = 2000;

/**
 * Derives what these items and all below them serve, and whether their parents are known. The rule is the domain's
 * `provenanceOf`.
 *
 * It goes level by level: the items, their children, the children of those that inherit, and so on. A recursive query
 * would be one statement, but databases plan it badly.
 *
 * Each item is compared with its parent as stored at that moment. So if two functions run at once, whichever writes a
 * parent last also updates its children last.
 * @param gone those of the items that were removed; `byNobody`: those of which nobody changed what they serve;
 * `unchanged`: those that were only read again, so nobody did, unless somebody changed what is above them
 * @returns the ids of all items looked at, and those of them of which nobody changed what they serve
 */
export const pushDown = async (
  ids: readonly number[],
  { gone, byNobody, unchanged }: { gone: readonly number[]; byNobody: readonly number[]; unchanged: readonly number[] },
): Promise<{ looked: number[]; byNobody: ReadonlySet<number> }> => {
  const readAgain = new Set(unchanged);
  const written = new Set(ids.filter((id) => !readAgain.has(id)));
  const unclaimed = new Set([...byNobody, ...unchanged]);
  const looked = new Set<number>();
  const above = new Map<number, number>();
  const parentOf = (id: number): number | null => above.get(id) ?? null;
  const circling = new Set<number>();
  let level = [...ids, ...(await children(gone)).map(({ id }) => id)];
  let inheriting = level;
  while (level.length > 0) {
    for (const some of batches(level, IDS_A_STATEMENT)) await serveAsParents(some);
    for (const id of level) looked.add(id);
    const next = (await children(inheriting)).filter(({ id }) => !circling.has(id));
    for (const { id, parent, inherits } of next) {
      if (!inherits) continue;
      above.set(id, parent);
      if (written.has(id)) continue;
      if (unclaimed.has(parent)) unclaimed.add(id);
      else unclaimed.delete(id);
    }
    const found = next.filter(({ id, inherits }) => inherits && isOwnAncestor(id, parentOf)).map(({ id }) => id);
    if (found.length > 0) {
      // Items in a circle of parents have no way up: what they seem to serve they only tell each other.
      await serveNothing(found);
      for (const id of found) circling.add(id);
      next.push(...(await children(found)));
    }
    const below = next.filter(({ id }) => !circling.has(id));
    level = below.map(({ id }) => id);
    inheriting = below.filter(({ inherits }) => inherits).map(({ id }) => id);
  }
  // In a circle the nearest link is passed on from item to item.
  const around = [...new Set([...looked, ...circling])];
  for (let round = 0; circling.size > 0 && round < around.length; round += 1)
    for (const some of batches(around, IDS_A_STATEMENT)) await serveAsParents(some);
  return { looked: around, byNobody: unclaimed };
};

/** All items below these that inherit from them, on any level. */
export const below = async (items: readonly number[]): Promise<Child[]> => {
  const found = new Map<number, Child>();
  for (let level = [...items]; level.length > 0;) {
    const fresh = (await children(level)).filter(({ id, inherits }) => inherits && !found.has(id));
    for (const item of fresh) found.set(item.id, item);
    level = fresh.map(({ id }) => id);
  }
  return [...found.values()];
};

const children = async (ids: readonly number[]): Promise<Child[]> => {
  const found: Child[] = [];
  for (const some of batches(ids, IDS_A_STATEMENT)) found.push(...(await childrenOf(some)));
  return found;
};
