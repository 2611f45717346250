import type { Cascade } from '../strategy/cascade';
import type { Finding } from './types';

/** A single finding with more than this share of the harm above it replaces the one above. */
const MOST = 0.5;

/**
 * Reduces findings of one kind to one for each chain of the cascade, because what is wrong below is wrong above too.
 * The upper one stays, unless a single one below has most of its harm: then those below stay.
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
