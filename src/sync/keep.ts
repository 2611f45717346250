import type { SyncedItem } from '../domain/workItem';
import { beforeWriting } from '../store/beforeWriting';
import { placeItems } from '../store/blocks/place';
import { raiseBlocks } from '../store/blocks/raise';
import { nameProjects, type Project } from '../store/projects';
import { markUnits, placesOf, removeWorkItems, upsertWorkItems } from '../store/workItems';
import { below, pushDown } from './pushDown';

/**
 * Takes over what Jira says of some work items, and that others are gone, and works out anew what follows from it: what they and all
 * below them serve, which are units, and which blocks count them. Returns the projects whose figures that touches, to be refreshed.
 *
 * Can be run again after a crash between any two statements: the blocks' versions are raised before and after, so that what is half
 * done shows, and nothing here relies on what an earlier run did.
 */
export const keep = async (items: readonly SyncedItem[], gone: readonly number[] = []): Promise<number[]> => {
  const { ids, projects, blocks, parents: parentsBefore, children } = await beforeWriting(items, gone);
  const further = await below(children);
  const raised = new Set([...blocks, ...further.flatMap(({ block }) => block ?? [])]);
  await raiseBlocks([...raised]);
  await nameProjects(renamed(items, projects));
  await upsertWorkItems(items, ids);
  const areGone = await removeWorkItems(gone, [...raised]);
  const changed = [...items.map(({ id }) => id), ...gone];
  const looked = await pushDown(changed, gone);
  const parents = [...parentsBefore, ...items.flatMap(({ parent }) => parent ?? [])];
  await markUnits([...new Set([...changed, ...parents])]);
  await settleBlocks([...new Set([...changed, ...looked, ...children, ...parents])], raised);
  const touched = [
    ...[...projects, ...further.map(({ project }) => ({ id: project }))].map(({ id }) => id),
    ...items.map(({ project }) => project),
  ];
  // Where another function put what is gone into another block meanwhile, that must hear of it.
  return [...new Set(areGone ? touched : [...touched, ...(await keep([], gone))])];
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
    await raiseBlocks([...raised], added);
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
