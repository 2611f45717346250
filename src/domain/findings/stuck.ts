import { reaches } from '../reaches';
import { onePerChain } from './onePerChain';
import { planned } from './planned';
import type { Finding, FindingsInput } from './types';

/** A single unit that is blocked is a team's everyday business. */
const SEVERAL = 2;
/** From a tenth of the open work on, what is in the way is worth a leader's time. */
const LEAST_SHARE = 0.1;

/**
 * Objectives whose open work is blocked or flagged.
 *
 * Harm: planned share × blocked units ÷ open units.
 */
export const stuck = (input: FindingsInput): Finding<'stuck'>[] => {
  const found = planned(input).flatMap(({ objective: { key }, plannedShare }): Finding<'stuck'>[] => {
    const blocked = input.blocked.get(key) ?? 0;
    const open = input.openUnits.get(key) ?? 0;
    if (blocked < SEVERAL || !reaches(blocked, open * LEAST_SHARE)) return [];
    return [{ harm: plannedShare * (blocked / open), evidence: { kind: 'stuck', objective: key, blocked, open } }];
  });
  return onePerChain(found, input.cascade);
};
