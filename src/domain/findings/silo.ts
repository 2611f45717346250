import { silosOf } from '../work/silos';
import { onePerChain } from './onePerChain';
import { underWay } from './planned';
import type { Finding, FindingsInput } from './types';

/**
 * Objectives that several projects have planned work for, while only one works on them.
 *
 * Harm: planned share × the share of planned units in the other projects.
 */
export const silo = (input: FindingsInput): Finding<'silo'>[] => {
  const { cells, cascade } = input;
  const shares = new Map(underWay(input).map(({ objective, plannedShare }) => [objective.key, plannedShare]));
  const found = silosOf(cells, ({ project }) => project, cascade).flatMap((evidence): Finding<'silo'>[] => {
    const plannedShare = shares.get(evidence.objective);
    if (plannedShare === undefined) return [];
    return [{ harm: plannedShare * evidence.elsewhere, evidence: { kind: 'silo', ...evidence } }];
  });
  return onePerChain(found, cascade);
};
