import { isOwnAncestor } from '../../domain/strategy/forest';
import { batches } from '../../store/sql/batches';
import { type Child, childrenOf, serveAsParents, serveNothing } from '../../store/work/workItems';

/** As many ids as one statement lists. */
const IDS_A_STATEMENT = 2000;

/**
 * Works out what some items and all below them serve, as the domain's `provenanceOf` says, and whether their parents are known, level
 * by level: first the items, then their children, then what inherits from those, and so on down. Answers the ids of all that it
 * looked at.
 *
 * The children of an item are read after what it serves was written, and each is compared with its parent as that is stored then. So
 * of two functions that run at once, the one which writes a parent last also looks at its children last, whichever of them brought
 * these. Level by level, because databases plan a recursive query by guesses.
 * @param gone those of the items that were removed
 */
export const pushDown = async (ids: readonly number[], gone: readonly number[]): Promise<number[]> => {
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
    for (const { id, parent, inherits } of next) if (inherits) above.set(id, parent);
    const found = next.filter(({ id, inherits }) => inherits && isOwnAncestor(id, parentOf)).map(({ id }) => id);
    if (found.length > 0) {
      // They have no way up: what they were found to serve they only tell each other.
      await serveNothing(found);
      for (const id of found) circling.add(id);
      next.push(...(await children(found)));
    }
    const below = next.filter(({ id }) => !circling.has(id));
    level = below.map(({ id }) => id);
    inheriting = below.filter(({ inherits }) => inherits).map(({ id }) => id);
  }
  return [...looked, ...circling];
};

/** All that inherits from some items, by way of others too. */
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
