import { reaches } from '../reaches';
import { strategicIn } from '../work/mix';
import { HANDFUL } from './planned';
import type { Finding, FindingsInput } from './types';

/** Least share of the strategic effort. Less is found nearly everywhere, and says little of the strategy. */
const LEAST_SHARE = 0.2;

/**
 * Effort without any objective, of all that is not Run the business. One finding for all projects.
 *
 * Harm: its share.
 */
export const servesNothing = ({ effort }: FindingsInput): Finding<'servesNothing'>[] => {
  const strategic = strategicIn(effort);
  if (effort.units < HANDFUL || effort.unlinked === 0 || !reaches(effort.unlinked, strategic * LEAST_SHARE)) return [];
  const { unlinked } = effort;
  return [{ harm: unlinked / strategic, evidence: { kind: 'servesNothing', unlinked, strategic } }];
};
