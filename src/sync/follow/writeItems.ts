import type { SyncedItem } from '../../domain/work/workItem';
import { beforeWriting, type ItemIds } from '../../store/work/beforeWriting';
import { placeItems } from '../../store/blocks/placeItems';
import { raiseBlockVersions } from '../../store/blocks/blockVersions';
import { nameProjects, type Project } from '../../store/work/projects';
import { forgetOrigins } from '../../store/tagging/tagOrigins';
import { noteCleared } from '../../store/tagging/rules';
import { markUnits, placesOf, removeWorkItems, upsertWorkItems } from '../../store/work/workItems';
import { below, pushDown } from './pushDown';

/**
 * Upserts work items as Jira has them, removes those that are gone, and derives what follows: what they serve, which
 * are units, in which blocks they lie.
 * @returns the ids of the projects whose figures are to be counted again
 */
export const writeItems = async (items: readonly SyncedItem[], gone: readonly number[] = []): Promise<number[]> => {
  let areGone = true;
  const touched = await change({ items, others: gone, gone }, async ({ ids, projects, raised, cleared }) => {
    // Before the stored tags go, which alone tell of it.
    await noteCleared(cleared);
    await nameProjects(renamed(items, projects));
    await upsertWorkItems(items, ids);
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
  change({ items: [], others: ids, gone: [] }, write);

type Changed = {
  items: readonly SyncedItem[];
  /** ids of other items that are written or removed; `gone`: the removed ones */
  others: readonly number[];
  gone: readonly number[];
};

/** What is known before writing. `raised`: the blocks whose version was raised; `cleared`: items whose tag somebody cleared */
type Before = { ids: ItemIds; projects: readonly Project[]; raised: ReadonlySet<number>; cleared: readonly number[] };

/**
 * Writes, and derives what follows: what the changed items and all below them serve, which are units, and which blocks
 * hold them.
 *
 * Idempotent after a crash at any statement: versions of blocks are raised before and after, so a half-done write
 * shows, and nothing depends on what an earlier attempt did.
 */
const change = async (
  { items, others, gone }: Changed,
  write: (before: Before) => Promise<void>,
): Promise<number[]> => {
  const { ids, projects, blocks, parents: parentsBefore, children, cleared } = await beforeWriting(items, others);
  const further = await below(children);
  const raised = new Set([...blocks, ...further.flatMap(({ block }) => block ?? [])]);
  await raiseBlockVersions([...raised]);
  await write({ ids, projects, raised, cleared });
  const changed = [...items.map(({ id }) => id), ...others];
  const looked = await pushDown(changed, gone);
  const parents = [...parentsBefore, ...items.flatMap(({ parent }) => parent ?? [])];
  await markUnits([...new Set([...changed, ...parents])]);
  await settleBlocks([...new Set([...changed, ...looked, ...children, ...parents])], raised);
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
 */
const settleBlocks = async (ids: readonly number[], raisedBefore: ReadonlySet<number>): Promise<void> => {
  const raised = new Set(raisedBefore);
  for (;;) {
    const places = await placesOf(ids);
    for (const { block } of places) if (block !== null) raised.add(block);
    const { added, allPlaced } = await placeItems(
      places.filter(({ isPlaced }) => !isPlaced),
      raised,
    );
    for (const block of added.keys()) raised.add(block);
    await raiseBlockVersions([...raised], added);
    if (allPlaced) return;
  }
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
