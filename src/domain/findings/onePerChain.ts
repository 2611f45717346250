import type { Cascade } from '../strategy/cascade';
import type { Finding } from './types';

/** A finding below that has a larger part of the harm than this is what the finding above is about. */
const MOST = 0.5;

/**
 * Of findings of one kind, one for each chain of the cascade, since what is wrong below is wrong above too. It is the one above,
 * which speaks for all below it, unless a single one below has most of its harm: then those below stand, and it only repeats them.
 */
export const onePerChain = <F extends Finding & { evidence: { objective: string } }>(
  found: readonly F[],
  cascade: Cascade,
): F[] => {
  const at = new Map(found.map((finding) => [finding.evidence.objective, finding]));
  const standing = (key: string): F[] => {
    const own = at.get(key);
    const below = cascade.children(key).flatMap((child) => standing(child.key));
    if (!own || below.some(({ harm }) => harm > own.harm * MOST)) return below;
    return [own];
  };
  return cascade.topLevel.flatMap(({ key }) => standing(key));
};
