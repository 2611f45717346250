import { unitsOf } from './hierarchy';
import { servesOf } from '../work/provenance';
import type { WorkItem } from '../work/workItem';

/** A unit with what it serves: an objective's key, `RUN`, or `null` for nothing. */
export type ServedUnit<Item extends WorkItem = WorkItem> = Item & { serves: string | null };

/**
 * The units among work items, with what they serve. The items must be those known on the day in question. Only tests
 * and the report call it.
 */
export const servedUnits = <Item extends WorkItem>(items: readonly Item[]): ServedUnit<Item>[] => {
  const byId = new Map<number, WorkItem>(items.map((item) => [item.id, item]));
  return unitsOf(items).map((unit) => ({ ...unit, serves: servesOf(unit, byId) }));
};
