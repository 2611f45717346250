/** The parts of an issue key: `ALOY-12`. */
function parts(key: string): [project: string, number: number] {
  const dash = key.lastIndexOf('-');
  return [key.slice(0, dash).toUpperCase(), Number(key.slice(dash + 1))];
}

/** Compares two keys; `null` for keys of two projects, which JQL does not compare. */
export function compareKeys(one: string, other: string): number | null {
  const [[project, number], [otherProject, otherNumber]] = [parts(one), parts(other)];
  return project === otherProject ? number - otherNumber : null;
}

/** The order of `ORDER BY key`: by project, then by number. */
export function orderKeys(one: string, other: string): number {
  return compareKeys(one, other) ?? (one.toUpperCase() < other.toUpperCase() ? -1 : 1);
}
