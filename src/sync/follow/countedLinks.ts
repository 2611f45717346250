import type { SyncedItem } from '../../domain/work/workItem';
import { linksOf, objectivesAmong } from '../../store/work/linkedItems';
import { markDirty } from './markDirty';

/**
 * These items, each that is no objective with the one of its links that counts: the first by key that leads to an
 * objective which is stored, or written with them. Where the others lead Jira does not say: perhaps to an archived issue,
 * or to a project that an admin excluded. One statement where one has several links.
 * @param gone ids of issues about to be removed
 */
export const withCountedLinks = async (
  items: readonly SyncedItem[],
  gone: readonly number[],
): Promise<readonly SyncedItem[]> => {
  const hasSeveral = ({ asObjective, linked }: SyncedItem): boolean => asObjective === null && linked.length > 1;
  const several = items.filter(hasSeveral);
  if (several.length === 0) return items;
  const written = new Map(items.map(({ id, asObjective }) => [id, asObjective !== null]));
  const stored = await objectivesAmong([...new Set(several.flatMap(({ linked }) => linked))]);
  const removed = new Set(gone);
  const counts = (id: number): boolean => written.get(id) ?? (stored.has(id) && !removed.has(id));
  return items.map((item) => {
    if (!hasSeveral(item)) return item;
    return { ...item, linked: [...item.linked.filter(counts), ...item.linked].slice(0, 1) };
  });
};

/**
 * Marks the items that were stored before these objectives, which links join to them, and of which another link counts so
 * far. The drain knows what changed of an objective (`markLinked`); this is for those that are read without one.
 */
export const markJoinedBefore = async (items: readonly SyncedItem[], now: number): Promise<void> => {
  const objectives = items.filter(({ asObjective, linked }) => asObjective !== null && linked.length > 0);
  if (objectives.length === 0) return;
  const stored = await objectivesAmong(objectives.map(({ id }) => id));
  const links = await linksOf(objectives.flatMap(({ linked }) => linked));
  const isOther = (own: number | undefined, item: number): boolean => links.has(item) && links.get(item) !== own;
  await markDirty(
    [...new Set(objectives.flatMap(({ id, linked }) => linked.filter((item) => isOther(stored.get(id)?.own, item))))],
    now,
  );
};
