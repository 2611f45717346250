import type { ListedObjective } from '../../../../../../src/contract';
import { subtreeOf, toForest } from '../../../../../../src/domain/strategy/forest';
import type { SelectOption } from '../../../../shared/form/SelectOne';
import { isInJira } from '../../../../shared/jira/seenObjectives';
import { treeRows } from '../../../../shared/treegrid/forest';
import { titled } from '../../../../shared/words';

/** The objectives to choose from, in the order of the strategy. `may`: whether one can be chosen */
export const objectiveOptions = (
  objectives: readonly ListedObjective[],
  may: (objective: ListedObjective) => boolean,
): SelectOption<string>[] =>
  treeRows(
    toForest(objectives, (objective) => objective),
    () => false,
  )
    .filter(({ item }) => may(item))
    .map(({ item, level }) => ({ value: item.key, label: titled(item), level: level - 1 }));

/**
 * The possible parents of an objective. Without itself and those below it, which would make a cycle, and without
 * archived ones and issues, except the current parent.
 */
export function parentOptions(
  objectives: readonly ListedObjective[],
  key: string | null,
  current: string | null,
): SelectOption<string>[] {
  const forest = toForest(objectives, (objective) => objective);
  const below = key === null ? new Set<string>() : subtreeOf(forest, key);
  // What stands below an issue is said in Jira.
  const may = ({ key: one, archived }: ListedObjective) => !archived && !isInJira(one);
  return objectiveOptions(objectives, (one) => !below.has(one.key) && (may(one) || one.key === current));
}
