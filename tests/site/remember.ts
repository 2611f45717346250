/** Longer texts are not kept: such statements hold many rows and hardly recur. */
const LONGEST = 20_000;
const MOST = 2_000;

/** Caches a function's recent results: the app sends few different statements, many times. */
export function remember<T>(work: (query: string) => T): (query: string) => T {
  const known = new Map<string, T>();
  return (query) => {
    const found = known.get(query);
    if (found !== undefined) return found;
    const made = work(query);
    if (query.length <= LONGEST) known.set(query, made);
    const oldest = known.size > MOST ? known.keys().next().value : undefined;
    if (oldest !== undefined) known.delete(oldest);
    return made;
  };
}
