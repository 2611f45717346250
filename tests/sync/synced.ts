import type { SyncedItem, WorkItem } from '../../src/domain/workItem';

export const DAY_MS = 86_400_000;
/** After all days of the work items that tests make up, but for some on which they end. */
export const TODAY = 22;

/** The same functions each time, some work without: a component belongs to its project, a team does not. */
const functionsOf = ({ id, project }: WorkItem): Pick<SyncedItem, 'component' | 'team'> => ({
  component: id % 3 === 0 ? null : { id: `${project}${id % 3}`, name: `Component ${id % 3}` },
  team: id % 4 === 0 ? null : { id: `${id % 4}`, name: `Team ${id % 4}` },
});

/** A work item as if it came from Jira. */
export const synced = (item: WorkItem, updated = 0): SyncedItem => ({
  ...item,
  ...functionsOf(item),
  projectKey: `P${item.project}`,
  projectName: `Project ${item.project}`,
  number: item.id,
  facets: [],
  status: null,
  resolution: null,
  type: null,
  updated,
});
