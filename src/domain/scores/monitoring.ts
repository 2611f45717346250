import { byObjective } from '../strategy/byObjective';
import type { Cascade } from '../strategy/cascade';
import { currentValue, isWithin, type CheckInOutline } from '../strategy/checkIn';
import type { KeyResult } from '../strategy/keyResult';
import { plannedMean } from './plannedMean';
import { ratio } from '../ratio';

/** An active objective's key results, and how many of them got a value from a check-in within the cadence. */
export type Measured = { key: string; plannedShare: number; keyResults: number; measured: number };

/** The share of an objective's key results that are measured, 0…1; 0 without any. */
export const measuredShare = ({ keyResults, measured }: Pick<Measured, 'keyResults' | 'measured'>): number =>
  ratio(measured, keyResults) ?? 0;

export type Monitoring = { value: number | null; objectives: Measured[] };

/**
 * Monitoring, 0…1: the share of key results with a value from within the cadence, weighted by the planned share of
 * their active objectives. An objective without key results counts 0.
 */
export const monitoringOf = ({
  cascade,
  keyResults,
  checkIns,
  asOf,
  cadenceDays,
}: {
  cascade: Cascade;
  keyResults: readonly KeyResult[];
  checkIns: readonly CheckInOutline[];
  asOf: number;
  cadenceDays: number;
}): Monitoring => {
  const shares = cascade.plannedShares();
  const keyResultsOf = byObjective(keyResults);
  const checkInsOf = byObjective(checkIns);
  const objectives = cascade.objectives
    .filter(({ status }) => status === 'active')
    .map(({ key }): Measured => {
      const own = keyResultsOf.get(key) ?? [];
      const isMeasured = ({ id }: KeyResult): boolean => {
        const current = currentValue(checkInsOf.get(key) ?? [], id, asOf);
        return current !== null && isWithin(current.day, asOf, cadenceDays);
      };
      return {
        key,
        plannedShare: shares.get(key) ?? 0,
        keyResults: own.length,
        measured: own.filter(isMeasured).length,
      };
    });
  return {
    value: plannedMean(objectives.map((one) => ({ plannedShare: one.plannedShare, share: measuredShare(one) }))),
    objectives,
  };
};
