/** A work item that a JQL function finds, and its parent. */
export type FoundItem = { id: number; parent: number | null };

/**
 * Work items named by as few values as may be: single ones by their ids, and all that have one of these parents and are
 * not in projects that do not count.
 */
export type Covering = { ids: readonly number[]; parents: readonly number[]; outside: readonly number[] };

/** Values that Jira takes from a JQL function (its documentation, "right-hand side values"). */
const MOST_VALUES = 1_000;

/**
 * The fewest values that name just these items: the parent, where they are all that it has, else their own ids.
 * @param children how many work items have each of their parents, whatever these are
 * @param outside projects that do not count: of their work `children` knows nothing, and Jira finds it below the parents
 */
export const coveringOf = (
  found: readonly FoundItem[],
  children: ReadonlyMap<number, number>,
  outside: readonly number[] = [],
): Covering => {
  const byParent = new Map<number, number>();
  for (const { parent } of found) if (parent !== null) byParent.set(parent, (byParent.get(parent) ?? 0) + 1);
  const parents = [...byParent].flatMap(([parent, count]) => (children.get(parent) === count ? [parent] : []));
  const whole = new Set<number | null>(parents);
  const ids = found.flatMap(({ id, parent }) => (whole.has(parent) ? [] : [id]));
  return { ids, parents, outside: parents.length === 0 ? [] : outside };
};

/** Whether Jira takes so much from a function. */
export const isTaken = ({ ids, parents, outside }: Covering): boolean =>
  ids.length + parents.length + outside.length <= MOST_VALUES;

/** Whether Jira might take them, if each parent had nothing else. If not, nothing further need be read. */
export const mayBeTaken = (found: readonly FoundItem[]): boolean =>
  isTaken({
    ids: found.flatMap(({ id, parent }) => (parent === null ? [id] : [])),
    parents: [...new Set(found.flatMap(({ parent }) => parent ?? []))],
    outside: [],
  });

/**
 * The JQL that finds these items, or all others. An issue without a parent is named by no `not in`, so it is said apart.
 * @param isIn `false`: all others
 */
export const clauseOf = ({ ids, parents, outside }: Covering, isIn: boolean): string => {
  const [own, below, others] = [list(ids), list(parents), list(outside)];
  if (isIn) {
    const parts = [
      ...(own ? [`id in ${own}`] : []),
      ...(below ? [others ? `(parent in ${below} AND project not in ${others})` : `parent in ${below}`] : []),
    ];
    // Each issue has a project, so nothing is found.
    return parts.length === 0 ? 'project is EMPTY' : parts.join(' OR ');
  }
  const parts = [
    ...(own ? [`id not in ${own}`] : []),
    ...(below ? [`(parent is EMPTY OR parent not in ${below}${others ? ` OR project in ${others}` : ''})`] : []),
  ];
  return parts.length === 0 ? 'project is not EMPTY' : parts.join(' AND ');
};

const list = (ids: readonly number[]): string | null =>
  ids.length === 0 ? null : `(${[...ids].sort((a, b) => a - b).join(', ')})`;
