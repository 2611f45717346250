import type { ChainLink, ObjectiveRef } from '../contract';
import type { Cascade } from '../domain/strategy/cascade';
import type { ObjectiveOutline } from '../domain/strategy/objective';
import { workBelow, type WorkSizes } from '../domain/work/work';

/** An objective for anybody who sees work on it. A draft has its key only, because its title is not public yet. */
export const refOf = ({ key, title, status }: Pick<ObjectiveOutline, 'key' | 'title' | 'status'>): ObjectiveRef => ({
  key,
  title: status === 'draft' ? '' : title,
  status,
});

/** An objective that the strategy lacks. */
export const unknownRef = (key: string): ObjectiveRef => ({ key, title: '', status: 'unknown' });

/**
 * The objective and its ancestors, nearest first, each with the work of its whole subtree.
 * @param own the work on each objective itself; `null`: the links get no work
 */
export const chainOf = (key: string, cascade: Cascade, own: ReadonlyMap<string, WorkSizes> | null): ChainLink[] => {
  const chain = cascade.chain(key).map(refOf);
  return (chain.length > 0 ? chain : [unknownRef(key)]).map((objective) => ({
    objective,
    work: own && workBelow(cascade.subtree(objective.key), own),
  }));
};
