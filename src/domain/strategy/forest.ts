/** Trees of things, by key. */
export type Forest<T> = {
  readonly items: ReadonlyMap<string, T>;
  /** keys of the children in the given order; of the top under `null` */
  readonly children: ReadonlyMap<string | null, readonly string[]>;
  /** the parent's key; `null` at the top, where things with an unknown parent or in a circle are too */
  readonly parents: ReadonlyMap<string, string | null>;
};

type Linked = { key: string; parent: string | null };

/** Whether the way up from a key, as far as it is known, comes back to it. */
export function isOwnAncestor<Key>(key: Key, parentOf: (key: Key) => Key | null): boolean {
  const seen = new Set<Key>();
  for (let at = parentOf(key); at !== null && !seen.has(at); at = parentOf(at)) {
    if (at === key) return true;
    seen.add(at);
  }
  return false;
}

/** Things as a forest. One with an unknown parent, or that is its own ancestor, is at the top, as in every figure. */
export function toForest<T>(all: readonly T[], linkOf: (item: T) => Linked): Forest<T> {
  const links = all.map(linkOf);
  const stated = new Map(links.map(({ key, parent }) => [key, parent]));
  const statedParent = (key: string) => {
    const parent = stated.get(key) ?? null;
    return parent !== null && stated.has(parent) ? parent : null;
  };
  const children = new Map<string | null, string[]>();
  const parents = new Map<string, string | null>();
  for (const { key } of links) {
    const parent = isOwnAncestor(key, statedParent) ? null : statedParent(key);
    parents.set(key, parent);
    const siblings = children.get(parent);
    if (siblings) siblings.push(key);
    else children.set(parent, [key]);
  }
  return { items: new Map(all.map((item) => [linkOf(item).key, item])), children, parents };
}

export const childrenOf = <T>({ children }: Forest<T>, key: string | null): readonly string[] =>
  children.get(key) ?? [];

/** A key and all keys below it. */
export function subtreeOf<T>(forest: Forest<T>, key: string): Set<string> {
  const keys = new Set([key]);
  // The set grows while it is walked, so this reaches every level.
  for (const at of keys) for (const child of childrenOf(forest, at)) keys.add(child);
  return keys;
}

/** A key's ancestors, nearest first. */
export function aboveOf<T>({ parents }: Forest<T>, key: string): string[] {
  const above: string[] = [];
  for (let at = parents.get(key) ?? null; at !== null; at = parents.get(at) ?? null) above.push(at);
  return above;
}
