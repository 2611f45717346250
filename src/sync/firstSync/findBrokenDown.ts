import type { SyncedItem } from '../../domain/work/workItem';
import type { Reading } from '../../jira/toWorkItem';
import { writeItems } from '../follow/writeItems';
import { readOrMark } from './readOrMark';
import { type Found, type Search, search } from './searchAndWrite';

/** Of so many that are left, one child is asked for. */
const PART = 4;

/**
 * Finds which of up to 100 issues above level 0 are broken down, and writes a child of each: one that is not dropped.
 *
 * Few children are read twice: a page holds a quarter as many as there are issues to find out about, and no more than
 * twice as many as the page before was good for. What has a child is not asked for again, and the last page answers for
 * all that are left.
 */
export const findBrokenDown = async (ids: readonly number[], reading: Reading, clock: () => number): Promise<void> => {
  const children = new Map<number, SyncedItem>();
  try {
    await readOrMark(ids, (some) => readChildren(some, children, reading, clock), clock);
  } finally {
    // Also where Jira's limits end it: the rate points are spent.
    await writeItems([...children.values()]);
  }
};

/** Adds what it finds to `children`. */
const readChildren = async (
  parents: readonly number[],
  children: Map<number, SyncedItem>,
  reading: Reading,
  clock: () => number,
): Promise<void> => {
  let left = parents;
  let most = Math.ceil(left.length / PART);
  let pageToken: string | null = null;
  while (left.length > 0) {
    const page: Search = { jql: `parent in (${left.join(', ')}) ORDER BY created DESC`, most, pageToken };
    const found: Found = await search(page, reading, clock());
    for (const item of found.items) children.set(item.id, item);
    if (found.more === null) return;
    const broken = new Set(found.items.filter(breaksDown).map(({ parent }) => parent));
    pageToken = broken.size === 0 ? found.more : null;
    if (broken.size === 0) continue;
    left = left.filter((id) => !broken.has(id));
    most = Math.max(1, Math.min(2 * broken.size, Math.ceil(left.length / PART)));
  }
};

const breaksDown = ({ level, outcome }: SyncedItem): boolean => level >= 0 && outcome !== 'dropped';
