import type { Day } from '../../domain/time/day';
import type { SyncedItem } from '../../domain/work/workItem';
import { beforeWriting, type ItemIds, type Touched } from '../../store/work/beforeWriting';
import { type Misplaced, placeItems } from '../../store/blocks/placeItems';
import { storeObjectiveIssues } from '../../store/strategy/objectiveIssues';
import { raiseBlockVersions } from '../../store/blocks/blockVersions';
import { nameProjects, type Project } from '../../store/work/projects';
import { forgetOrigins } from '../../store/tagging/tagOrigins';
import { noteCleared } from '../../store/tagging/rules';
import { NOTHING_ID } from '../../store/sql/storedNumbers';
import {
  type FirstPlace,
  markUnits,
  type Place,
  placesOf,
  removeWorkItems,
  upsertWorkItems,
} from '../../store/work/workItems';
import { withCountedLinks } from './countedLinks';
import { placesAtFirst } from './placesAtFirst';
import { below, pushDown } from './pushDown';

/**
 * Upserts work items as Jira has them, removes those that are gone, and derives what follows: what they serve, which
 * are units, in which blocks they lie, and which were retagged.
 * @param retags the day to note for what is retagged (`domain/work/retags.ts`); `null`: it is not known when that was
 * @returns the ids of the projects whose figures are to be counted again
 */
export const writeItems = async (
  given: readonly SyncedItem[],
  gone: readonly number[] = [],
  retags: Day | null = null,
): Promise<number[]> => {
  const items = await withCountedLinks(given, gone);
  let areGone = true;
  const touched = await change({ items, others: gone, gone, retags }, async (before) => {
    const { ids, projects, raised, cleared, places } = before;
    // Before the stored tags go, which alone tell of it.
    await noteCleared(cleared);
    await nameProjects(renamed(items, projects));
    await upsertWorkItems(items, ids, places);
    await storeObjectiveIssues(items, ids);
    areGone = await removeWorkItems(gone, [...raised]);
    await forgetOrigins(gone);
  });
  // Another function may have moved a removed item to another block meanwhile. That block must hear of it too.
  return areGone ? touched : [...new Set([...touched, ...(await writeItems([], gone))])];
};

/**
 * Runs `write`, which changes these stored items, and derives what follows, as `writeItems` does.
 * @returns the ids of the projects whose figures are to be counted again
 */
export const rewriteItems = (ids: readonly number[], write: () => Promise<void>): Promise<number[]> =>
  change({ items: [], others: ids, gone: [], retags: null }, write);

type Changed = {
  items: readonly SyncedItem[];
  /** ids of other items that are written or removed; `gone`: the removed ones */
  others: readonly number[];
  gone: readonly number[];
  retags: Day | null;
};

/**
 * What is known before writing. `raised`: the blocks whose version was raised; `cleared`: items whose tag somebody
 * cleared; `places`: of new items
 */
type Before = {
  ids: ItemIds;
  projects: readonly Project[];
  raised: ReadonlySet<number>;
  cleared: readonly number[];
  places: ReadonlyMap<number, FirstPlace>;
};

/**
 * Writes, and derives what follows: what the changed items and all below them serve, which are units, and which blocks
 * hold them.
 *
 * Idempotent after a crash at any statement: versions of blocks are raised before and after, so a half-done write
 * shows, and nothing depends on what an earlier attempt did.
 */
const change = async (
  { items, others, gone, retags }: Changed,
  write: (before: Before) => Promise<void>,
): Promise<number[]> => {
  const before = await beforeWriting(items, others);
  const { ids, projects, blocks, parents: parentsBefore, children, linked, cleared, otherKeys } = before;
  const further = await below([...children, ...linked]);
  const { places, added } = await placesAtFirst(items, before);
  const raised = new Set([...blocks, ...further.flatMap(({ block }) => block ?? []), ...added.keys()]);
  await raiseBlockVersions([...raised]);
  await write({ ids, projects, raised, cleared, places });
  const changed = [...items.map(({ id }) => id), ...others];
  const { looked, byNobody } = await pushDown([...changed, ...linked], {
    gone,
    byNobody: changedByNobody(before, items),
    unchanged: before.unchanged,
  });
  const parents = [...parentsBefore, ...items.flatMap(({ parent }) => parent ?? [])];
  const above = items.filter(({ level }) => level > 0).map(({ id }) => id);
  await markUnits([...new Set([...above, ...others, ...parents])]);
  const settled = [...new Set([...changed, ...looked, ...children, ...linked, ...parents])];
  await settleBlocks(settled, { raised, added }, { day: retags, byNobody, otherKeys });
  return [
    ...new Set([
      ...projects.map(({ id }) => id),
      ...further.map(({ project }) => project),
      ...items.map(({ project }) => project),
    ]),
  ];
};

/**
 * Puts each item into the block it belongs to, and raises the versions of all blocks that had or have one of them.
 * Repeats if another function moves items at the same time.
 * @param before the blocks whose versions were raised before the write, and how many new items were written into each
 */
const settleBlocks = async (
  ids: readonly number[],
  before: { raised: ReadonlySet<number>; added: ReadonlyMap<number, number> },
  retags: Retagging,
): Promise<void> => {
  const raised = new Set(before.raised);
  for (let added = new Map(before.added); ; added = new Map()) {
    const places = await placesOf(ids);
    for (const { block } of places) if (block !== null) raised.add(block);
    const misplaced = places.filter(({ isPlaced }) => !isPlaced);
    const areAllPlaced = await placeItems(
      misplaced.map((place) => ({ ...place, retag: retagOf(place, retags) })),
      raised,
      retags.day,
      added,
    );
    for (const block of added.keys()) raised.add(block);
    await raiseBlockVersions([...raised], added);
    if (areAllPlaced) return;
  }
};

/** The items of which nobody changed what they serve: new ones, and those that a link joins to what became an objective. */
const changedByNobody = (
  { fresh, linked }: Pick<Touched, 'fresh' | 'linked'>,
  items: readonly SyncedItem[],
): number[] => {
  const written = new Set(items.map(({ id }) => id));
  return [...fresh, ...linked.filter((id) => !written.has(id))];
};

/**
 * What decides which items are retagged, and when. `byNobody`: items of which nobody changed what they serve;
 * `otherKeys`: stands for keys that were not told apart, so who served it may have served the same key before
 */
type Retagging = { day: Day | null; byNobody: ReadonlySet<number>; otherKeys: number | null };

/**
 * Whether an item is retagged. Its old block tells what it served before, whatever else this or another function wrote
 * in between. So it is told once, in the statement that moves it, also after a crash.
 */
const retagOf = ({ id, served, serves, hasBegun }: Place, { byNobody, otherKeys }: Retagging): Misplaced['retag'] => {
  if (served === serves) return 'kept';
  if (served === null || served === otherKeys || byNobody.has(id)) return 'none';
  return serves !== NOTHING_ID && hasBegun ? 'new' : 'none';
};

/** The items' projects whose stored key or name is out of date, each once. */
const renamed = (items: readonly SyncedItem[], known: readonly Project[]): Project[] => {
  const named = new Map(known.map((project) => [project.id, project]));
  const ofItems = items.map(({ project, projectKey, projectName }) => ({
    id: project,
    key: projectKey,
    name: projectName,
  }));
  return [...new Map(ofItems.map((project) => [project.id, project])).values()].filter(
    ({ id, key, name }) => named.get(id)?.key !== key || named.get(id)?.name !== name,
  );
};
