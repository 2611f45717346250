import type { StatedObjective } from '../../../../../../src/contract';
import { toForest } from '../../../../../../src/domain/strategy/forest';
import type { SelectOption } from '../../../../shared/form/SelectOne';
import { treeRows } from '../../../../shared/treegrid/forest';

/** The active objectives, in the order of the strategy. Only for them can an epic be accepted. */
export const activeOptions = (objectives: readonly StatedObjective[]): SelectOption<string>[] =>
  treeRows(
    toForest(objectives, (objective) => objective),
    () => false,
  )
    .filter(({ item }) => item.status === 'active' && !item.archived)
    .map(({ item, level }) => ({ value: item.key, label: `${item.key} ${item.title}`, level: level - 1 }));
