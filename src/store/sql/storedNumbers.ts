/**
 * In `tag`, `objective` and `serves`: Run the business, work that deliberately serves no objective. Ids of objectives
 * start at 1.
 */
export const RUN_ID = 0;
/** In `serves`, which is never NULL: serves nothing. */
export const NOTHING_ID = -1;

/** Outcomes, by stored number. Append only: tests/store/frozen holds them. */
export const OUTCOMES = ['todo', 'doing', 'done', 'dropped'] as const;
