import { UNLIKELY } from '../strategy/health';
import { onePerChain } from './onePerChain';
import { planned } from './planned';
import type { Finding, FindingsInput } from './types';

/**
 * Objectives whose remaining work is unlikely to be done by the target day, whatever their pace says of today.
 *
 * Harm: planned share × the part of the work that remains × the chance that it is late.
 */
export const outOfReach = (input: FindingsInput): Finding<'outOfReach'>[] => {
  const found = planned(input).flatMap(({ objective: { key, target }, plannedShare, figures }) => {
    const chance = input.chances.get(key) ?? null;
    const { progress } = figures.work;
    if (target === null || chance === null || chance >= UNLIKELY || progress === null) return [];
    const finding: Finding<'outOfReach'> = {
      harm: plannedShare * (1 - progress) * (1 - chance),
      evidence: { kind: 'outOfReach', objective: key, target, chance, left: 1 - progress },
    };
    return [finding];
  });
  return onePerChain(found, input.cascade);
};
