import type { SyncedItem } from '../domain/workItem';
import { beforeWriting, type Touched } from '../store/beforeWriting';
import { placeItems } from '../store/blocks/place';
import { raiseBlocks } from '../store/blocks/raise';
import { type Project, raiseVersions } from '../store/projects';
import { markUnits, placesOf, pushDown, removeWorkItems, upsertWorkItems } from '../store/workItems';

/**
 * Takes over what Jira says of some work items, and that others are gone, and works out anew what follows from it: what they and all
 * below them serve, which are units, and which blocks count them. Returns the projects whose figures that touches; they are marked as
 * behind, to be refreshed.
 *
 * Can be run again after a crash between any two statements: versions are raised before and after, so that what is half done
 * shows, and nothing here relies on what an earlier run did.
 */
export const keep = async (items: readonly SyncedItem[], gone: readonly number[] = []): Promise<number[]> => {
  const { ids, ...touched } = await beforeWriting(items, gone);
  const projects = distinct([
    ...touched.projects,
    ...items.map(({ project, projectKey, projectName }) => ({ id: project, key: projectKey, name: projectName })),
  ]);
  await raiseBlocks(touched.blocks);
  await raiseVersions(projects);
  await upsertWorkItems(items, ids);
  const areGone = await removeWorkItems(gone, touched.blocks);
  const changed = [...items.map(({ id }) => id), ...gone];
  const parents = [...touched.parents, ...items.flatMap(({ parent }) => parent ?? [])];
  await pushDown(changed);
  await markUnits([...new Set([...changed, ...parents])]);
  await settleBlocks(changed, parents, touched);
  await raiseVersions(projects);
  const ofProjects = projects.map(({ id }) => id);
  // Another function put what is gone into another block meanwhile, which must hear of it.
  return areGone ? ofProjects : [...new Set([...ofProjects, ...(await keep([], gone))])];
};

/**
 * Puts what is in no block, or in a wrong one, where it belongs, and marks all blocks as changed that had or have some of the items.
 * Where another function moves items at the same time it is done again, until each is in its place.
 */
const settleBlocks = async (
  changed: readonly number[],
  parents: readonly number[],
  { blocks: before }: Pick<Touched, 'blocks'>,
): Promise<void> => {
  const raised = new Set(before);
  for (;;) {
    const places = await placesOf(changed, parents);
    for (const { block } of places) if (block !== null) raised.add(block);
    const misplaced = places.filter(({ isPlaced }) => !isPlaced);
    const { added, allPlaced } = await placeItems(misplaced, raised);
    for (const block of added.keys()) raised.add(block);
    await raiseBlocks([...raised], added);
    if (allPlaced) return;
  }
};

/** Each project once, by the key and name that came last: issues know those of today. */
const distinct = (projects: readonly Project[]): Project[] => [
  ...new Map(projects.map((project) => [project.id, project])).values(),
];
