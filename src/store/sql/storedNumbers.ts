import type { PartKind } from '../../domain/work/blockFigures';

/** In `tag`, `objective` and `serves`: work that deliberately serves no objective. Ids of objectives start at 1. */
export const RUN_ID = 0;
/** In `serves`, which is never NULL: serves nothing. */
export const NOTHING_ID = -1;
/**
 * What a block is cut into, by the number that stands for it. Append only: the numbers are stored, and tests/store/frozen holds them.
 */
export const PART_KINDS = ['component', 'team'] as const satisfies readonly PartKind[];

/** Outcomes by the number that stands for them. Append only: the numbers are stored, and tests/store/frozen holds them. */
export const OUTCOMES = ['todo', 'doing', 'done', 'dropped'] as const;
