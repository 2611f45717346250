/** Long statements hold many rows and hardly come again. */
const LONGEST = 20_000;
const MOST = 500;

/** The same function, answering from memory what it was asked lately: the app sends few different statements, many times. */
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
