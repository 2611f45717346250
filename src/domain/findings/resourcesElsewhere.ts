import { reaches } from '../reaches';
import { fromThousandths } from '../work/tally';
import { onePerChain } from './onePerChain';
import { underWay } from './planned';
import type { Finding, FindingsInput } from './types';

/** Far short: a tenth of all aligned effort is missing, which people notice without counting. */
const FAR_SHORT = 0.1;
/** Far short, for a small objective: less than half of its planned share. At that rate it takes twice its time. */
const HALF = 0.5;

/**
 * Objectives that get far less of the aligned effort than planned.
 *
 * Effort on an objective itself may be meant for any of those below it. So an objective is found only if it were far
 * short even with all effort that directly serves its ancestors.
 *
 * Harm: planned share − actual share.
 */
export const resourcesElsewhere = (input: FindingsInput): Finding<'resourcesElsewhere'>[] => {
  const { cascade, effort, alignedEffort } = input;
  if (effort.aligned === 0) return [];
  const below = (key: string): number => fromThousandths(alignedEffort.get(key) ?? 0) / effort.aligned;
  const itself = (key: string): number =>
    cascade.children(key).reduce((rest, child) => rest - below(child.key), below(key));
  const found = underWay(input).flatMap(({ objective: { key }, plannedShare }): Finding<'resourcesElsewhere'>[] => {
    const actual = below(key);
    const [, ...above] = cascade.chain(key);
    const atBest = above.reduce((sum, objective) => sum + itself(objective.key), actual);
    if (!reaches(plannedShare - atBest, FAR_SHORT) && reaches(atBest, plannedShare * HALF)) return [];
    return [
      {
        harm: plannedShare - actual,
        evidence: { kind: 'resourcesElsewhere', objective: key, planned: plannedShare, actual },
      },
    ];
  });
  return onePerChain(found, cascade);
};
