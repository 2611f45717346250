import type { SyncedItem } from '../domain/workItem';
import { beforeWriting } from '../store/beforeWriting';
import { raiseVersions, type Project } from '../store/projects';
import { pushDown, removeWorkItems, upsertWorkItems } from '../store/workItems';

/**
 * Takes over what Jira says of some work items, and that others are gone, and works out anew what they and all below them
 * serve. Returns the projects whose figures that touches; they are marked as behind, to be refreshed.
 *
 * Can be run again after a crash between any two statements: versions are raised before and after, so that what is half done
 * shows, and nothing here relies on what an earlier run did.
 */
export const keep = async (items: readonly SyncedItem[], gone: readonly number[] = []): Promise<number[]> => {
  const { touched, ids } = await beforeWriting(items, gone);
  const projects = distinct([
    ...touched,
    ...items.map(({ project, projectKey, projectName }) => ({ id: project, key: projectKey, name: projectName })),
  ]);
  await raiseVersions(projects);
  await upsertWorkItems(items, ids);
  await removeWorkItems(gone);
  await pushDown([...items.map(({ id }) => id), ...gone]);
  await raiseVersions(projects);
  return projects.map(({ id }) => id);
};

/** Each project once, by the key and name that came last: issues know those of today. */
const distinct = (projects: readonly Project[]): Project[] => [
  ...new Map(projects.map((project) => [project.id, project])).values(),
];
