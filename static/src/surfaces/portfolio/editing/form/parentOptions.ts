import type { StatedObjective } from '../../../../../../src/contract';
import { subtreeOf, toForest } from '../../../../../../src/domain/strategy/forest';
import type { SelectOption } from '../../../../shared/form/SelectOne';
import { treeRows } from '../../../../shared/treegrid/forest';

/**
 * The possible parents of an objective, in the order of the strategy. Without itself and those below it, which would
 * make a cycle, and without archived ones, except the current parent.
 */
export function parentOptions(
  objectives: readonly StatedObjective[],
  key: string | null,
  current: string | null,
): SelectOption<string>[] {
  const forest = toForest(objectives, (objective) => objective);
  const below = key === null ? new Set<string>() : subtreeOf(forest, key);
  return treeRows(forest, () => false)
    .filter(({ item }) => !below.has(item.key) && (!item.archived || item.key === current))
    .map(({ item, level }) => ({ value: item.key, label: `${item.key} ${item.title}`, level: level - 1 }));
}
