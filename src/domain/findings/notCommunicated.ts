import { byObjective } from '../strategy/byObjective';
import { isWithin, newestCheckIn } from '../strategy/checkIn';
import { fromThousandths } from '../work/tally';
import { hasText } from '../text';
import { underWay } from './planned';
import type { Finding, FindingsInput } from './types';

/** Work goes on, but nobody tells how: people lose the thread before the objective loses its work. */
export const QUIET = 0.25;
/** Nobody tells, and no work shows that anybody heard. That no work is done on it is a finding of its own, so half of its share. */
export const SILENT = 0.5;

/**
 * Objectives of which nobody told anything within the cadence: no check-in with a note. One with active objectives below it is
 * told of through them, so only the lowest count.
 *
 * Harm: planned share × 0.5 where no aligned effort reaches the objective, × 0.25 where some does.
 */
export const notCommunicated = (input: FindingsInput): Finding<'notCommunicated'>[] => {
  const { cascade, checkIns, alignedEffort, window, cadenceDays } = input;
  const notesOn = byObjective(checkIns.filter(({ note }) => hasText(note)));
  return underWay(input).flatMap(({ objective: { key }, plannedShare }) => {
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
