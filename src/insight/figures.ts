import type { ChainLink, ObjectiveRef } from '../contract';
import type { Cascade } from '../domain/strategy/cascade';
import type { Objective } from '../domain/strategy/objective';
import { workBelow, type WorkSizes } from '../domain/work/work';

/** How an objective shows to anybody who sees work that serves it: a draft by its key alone, for its title is not public yet. */
export const refOf = ({ key, title, status }: Objective): ObjectiveRef => ({
  key,
  title: status === 'draft' ? '' : title,
  status,
});

/** How an objective shows that the strategy does not have. */
export const unknownRef = (key: string): ObjectiveRef => ({ key, title: '', status: 'unknown' });

/**
 * The objective with this key and those above it, nearest first, each with the work of its whole cascade; without `own`, which
 * holds what serves each objective itself, with none.
 */
export const chainOf = (key: string, cascade: Cascade, own: ReadonlyMap<string, WorkSizes> | null): ChainLink[] => {
  const chain = cascade.chain(key).map(refOf);
  return (chain.length > 0 ? chain : [unknownRef(key)]).map((objective) => ({
    objective,
    work: own && workBelow(cascade.subtree(objective.key), own),
  }));
};
