import type { SyncedItem } from '../../domain/work/workItem';
import { unlessRefused } from '../../jira/jiraError';
import type { Reading } from '../../jira/toWorkItem';
import { markDirty } from '../follow/markDirty';
import { writeItems } from '../follow/writeItems';
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
  const children: SyncedItem[] = [];
  try {
    if (await readChildren(ids, children, reading, clock)) return;
    // Jira refuses a search that names an issue which is gone, and does not say which.
    for (const id of ids) if (!(await readChildren([id], children, reading, clock))) await markDirty([id], clock());
  } finally {
    // Also where Jira's limits end it: the rate points are spent.
    await writeItems(children);
  }
};

/** Adds what it finds to `children`. Says whether Jira answered. */
const readChildren = async (
  parents: readonly number[],
  children: SyncedItem[],
  reading: Reading,
  clock: () => number,
): Promise<boolean> => {
  let left = parents;
  let most = Math.ceil(left.length / PART);
  let pageToken: string | null = null;
  while (left.length > 0) {
    const page: Search = { jql: `parent in (${left.join(', ')}) ORDER BY created DESC`, most, pageToken };
    const found: Found | null = await unlessRefused(() => search(page, reading, clock()));
    if (found === null) return false;
    children.push(...found.items);
    if (found.more === null) return true;
    const broken = new Set(found.items.filter(breaksDown).map(({ parent }) => parent));
    pageToken = broken.size === 0 ? found.more : null;
    if (broken.size === 0) continue;
    left = left.filter((id) => !broken.has(id));
    most = Math.max(1, Math.min(2 * broken.size, Math.ceil(left.length / PART)));
  }
  return true;
};

const breaksDown = ({ level, outcome }: SyncedItem): boolean => level >= 0 && outcome !== 'dropped';
