import type fc from 'fast-check';
import type { SyncedItem, WorkItem } from '../../src/domain/work/workItem';
import { anyWorkItems } from '../domain/arbitrary';

export const DAY_MS = 86_400_000;
/** After all days of the work items that tests make up, except some on which they end. */
export const TODAY = 22;

/** The functions of an item, always the same, some without: a component belongs to its project, a team does not. */
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
  assigneeIsActive: true,
  facets: [],
  status: null,
  resolution: null,
  type: null,
  updated,
  asObjective: null,
  linked: [],
});

/**
 * Any work items, none of them dropped on a later day: whether a parent is broken down is stored as of now, and not
 * checked again when the day turns.
 */
export const anySyncedItems: fc.Arbitrary<WorkItem[]> = anyWorkItems.map((items) =>
  items.map((item) =>
    item.outcome === 'dropped' && item.ended !== null ? { ...item, ended: Math.min(item.ended, TODAY) } : item,
  ),
);
