import type { SyncedItem } from '../../domain/work/workItem';
import { linksOf, objectivesAmong, withLink } from '../../store/work/linkedItems';
import { markDirty } from './markDirty';

/**
 * Marks items whose links are to be read again: those that links join to an issue which became an objective, is none any
 * more, or has another key, by which the first of several is chosen. Of these changes of the other issue Jira sends no
 * event for them.
 *
 * Called before the change is written, while what was stored tells of it.
 * @param gone those about to be removed
 * @returns whether any was marked
 */
export const markLinked = async (
  items: readonly SyncedItem[],
  gone: readonly number[],
  now: number,
): Promise<boolean> => {
  const before = await objectivesAmong([...items.map(({ id }) => id), ...gone]);
  const objectives = items.filter(({ asObjective }) => asObjective !== null);
  if (before.size + objectives.length === 0) return false;
  const right = new Map(objectives.map(({ id, linked }) => [id, new Set(linked)]));
  const stored = await withLink([...before.values()].map(({ own }) => own));
  const noLonger = [...before].flatMap(([id, { own }]) =>
    stored.filter(({ link, item }) => link === own && right.get(id)?.has(item) !== true).map(({ item }) => item),
  );
  const candidates = await linksOf(objectives.flatMap(({ linked }) => linked));
  const linkedNow = objectives.flatMap(({ id, project, number, linked }) => {
    const held = before.get(id);
    const isAsBefore = held?.project === project && held.number === number;
    return linked.filter((item) => candidates.has(item) && !(isAsBefore && candidates.get(item) === held.own));
  });
  const concerned = [...new Set([...noLonger, ...linkedNow])];
  await markDirty(concerned, now);
  return concerned.length > 0;
};
