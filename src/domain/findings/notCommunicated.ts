import { byObjective } from '../strategy/byObjective';
import { isWithin, newestCheckIn } from '../strategy/checkIn';
import { fromThousandths } from '../work/tally';
import { hasText } from '../text';
import { longActive } from './planned';
import type { Finding, FindingsInput } from './types';

/** Harm if aligned work goes on, but nobody reports on it. */
export const QUIET = 0.25;
/** Harm if nobody reports and no aligned work is done. Half, because missing work is a finding of its own. */
export const SILENT = 0.5;

/**
 * Objectives without a note in a check-in within the cadence. Only the lowest active objectives: those above are
 * reported through them.
 *
 * Harm: planned share × 0.25 with aligned effort on the objective, × 0.5 without.
 */
export const notCommunicated = (input: FindingsInput): Finding<'notCommunicated'>[] => {
  const { cascade, checkIns, alignedEffort, window, cadenceDays } = input;
  const notesOn = byObjective(checkIns.filter(({ note }) => hasText(note)));
  return longActive(input).flatMap(({ objective: { key }, plannedShare }) => {
    if (cascade.children(key).some(({ status }) => status === 'active')) return [];
    const newestNote = newestCheckIn(notesOn.get(key) ?? [], key, window.to)?.day ?? null;
    if (newestNote !== null && isWithin(newestNote, window.to, cadenceDays)) return [];
    const effort = fromThousandths(alignedEffort.get(key) ?? 0);
    return [
      {
        harm: plannedShare * (effort === 0 ? SILENT : QUIET),
        evidence: { kind: 'notCommunicated', objective: key, newestNote, effort },
      },
    ];
  });
};
