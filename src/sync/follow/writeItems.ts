import type { SyncedItem } from '../../domain/work/workItem';
import { beforeWriting, type ItemIds } from '../../store/work/beforeWriting';
import { placeItems } from '../../store/blocks/placeItems';
import { raiseBlockVersions } from '../../store/blocks/blockVersions';
import { nameProjects, type Project } from '../../store/work/projects';
import { markUnits, placesOf, removeWorkItems, upsertWorkItems } from '../../store/work/workItems';
import { below, pushDown } from './pushDown';

/**
 * Takes over what Jira says of some work items, and that others are gone, and works out anew what follows from it. Returns the projects
 * whose figures that touches, to be refreshed.
 */
export const writeItems = async (items: readonly SyncedItem[], gone: readonly number[] = []): Promise<number[]> => {
  let areGone = true;
  const touched = await change({ items, others: gone, gone }, async ({ ids, projects, raised }) => {
    await nameProjects(renamed(items, projects));
    await upsertWorkItems(items, ids);
    areGone = await removeWorkItems(gone, [...raised]);
  });
  // Where another function put what is gone into another block meanwhile, that must hear of it.
  return areGone ? touched : [...new Set([...touched, ...(await writeItems([], gone))])];
};

/**
 * Changes what is stored of some work items, and works out anew what follows from it. Returns the projects whose figures that touches,
 * to be refreshed.
 */
export const rewriteItems = (ids: readonly number[], write: () => Promise<void>): Promise<number[]> =>
  change({ items: [], others: ids, gone: [] }, write);

type Changed = {
  items: readonly SyncedItem[];
  /** ids of other items that are written or removed, and those of them that are removed */
  others: readonly number[];
  gone: readonly number[];
};

/** What is known before writing. `raised`: the blocks that hear of the change. */
type Before = { ids: ItemIds; projects: readonly Project[]; raised: ReadonlySet<number> };

/**
 * Writes, and works out what follows: what the changed items and all below them serve, which are units, and which blocks count them.
 *
 * Can be run again after a crash between any two statements: the blocks' versions are raised before and after, so that what is half
 * done shows, and nothing here relies on what an earlier run did.
 */
const change = async (
  { items, others, gone }: Changed,
  write: (before: Before) => Promise<void>,
): Promise<number[]> => {
  const { ids, projects, blocks, parents: parentsBefore, children } = await beforeWriting(items, others);
  const further = await below(children);
  const raised = new Set([...blocks, ...further.flatMap(({ block }) => block ?? [])]);
  await raiseBlockVersions([...raised]);
  await write({ ids, projects, raised });
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
 * Puts what is in no block, or in a wrong one, where it belongs, and marks all blocks as changed that had or have some of the items.
 * Where another function moves items at the same time it is done again, until each is in its place.
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

/** The projects of the items whose key or name is not known as it is now, each once. */
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
