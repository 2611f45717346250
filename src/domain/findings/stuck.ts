import { reaches } from '../reaches';
import { NO_UNITS } from '../work/objectiveUnits';
import { onePerChain } from './onePerChain';
import { planned } from './planned';
import type { Finding, FindingsInput } from './types';

/** Fewest blocked units. A single one is everyday business. */
const SEVERAL = 2;
/** Least share of the open units that are blocked. */
const LEAST_SHARE = 0.1;

/**
 * Objectives with at least two open units blocked or flagged, and a tenth of them.
 *
 * Harm: planned share × blocked units ÷ open units.
 */
export const stuck = (input: FindingsInput): Finding<'stuck'>[] => {
  const found = planned(input).flatMap(({ objective: { key }, plannedShare }): Finding<'stuck'>[] => {
    const { blocked, open } = input.units.get(key) ?? NO_UNITS;
    if (blocked < SEVERAL || !reaches(blocked, open * LEAST_SHARE)) return [];
    return [{ harm: plannedShare * (blocked / open), evidence: { kind: 'stuck', objective: key, blocked, open } }];
  });
  return onePerChain(found, input.cascade);
};
