import { sumByObjective, sumOver } from '../work/alignedEffort';
import { byObjective } from '../strategy/byObjective';
import { currentValue, type CheckInOutline } from '../strategy/checkIn';
import { rawProgress } from '../strategy/keyResult';
import type { KeyResultFigures } from '../strategy/objectiveFigures';
import { sizeIn } from '../work/sizing';
import { fromThousandths } from '../work/tally';
import { HANDFUL, underWay } from './planned';
import type { Finding, FindingsInput } from './types';

/** How a key result moved in the window: its values, and its raw progress before and now. */
type Movement = { title: string; unit: string; from: number | null; to: number; before: number | null; now: number };

const movementOf = (
  { keyResult, current, raw }: KeyResultFigures,
  checkIns: readonly CheckInOutline[],
  firstDay: number,
): Movement[] => {
  if (current === null || raw === null) return [];
  const { id, title, unit, goal } = keyResult;
  const baseline = goal.kind === 'reach' ? goal.baseline : null;
  const from = currentValue(checkIns, id, firstDay - 1)?.value ?? baseline;
  return [{ title, unit, from, to: current.value, before: rawProgress(goal, from), now: raw }];
};

/**
 * A key result to be maintained rises by coming into its range. Without an earlier value it counts as outside before.
 */
const hasRisen = ({ before, now }: Movement): boolean => now > (before ?? 0);

/**
 * Objectives with at least five units done in the window but no key result that rose: either the work does not have the
 * effect intended, or the key results do not measure it. Objectives ahead of their pace are exempt.
 *
 * Each is judged by its own key results, so an objective never repeats one below it.
 *
 * Harm: planned share × (expected progress − progress of the key results). Without dates the expected progress is 1.
 */
export const metricsDoNotReinforce = (input: FindingsInput): Finding<'metricsDoNotReinforce'>[] => {
  const { cascade, cells, sizing } = input;
  const checkInsOf = byObjective(input.checkIns);
  const units = sumByObjective(cells, (cell) => cell.doneInWindow.items);
  const sizes = sumByObjective(cells, (cell) => sizeIn(sizing, cell.project, cell.doneInWindow));
  return underWay(input).flatMap(({ objective: { key }, plannedShare, figures }) => {
    const { keyResultProgress, expected } = figures;
    const behind = keyResultProgress === null ? 0 : (expected ?? 1) - keyResultProgress;
    if (behind <= 0) return [];
    const movements = figures.keyResults.flatMap((keyResult) =>
      movementOf(keyResult, checkInsOf.get(key) ?? [], input.window.from),
    );
    if (movements.some(hasRisen)) return [];
    const subtree = cascade.subtree(key);
    if (sumOver(subtree, units) < HANDFUL) return [];
    return [
      {
        harm: plannedShare * behind,
        evidence: {
          kind: 'metricsDoNotReinforce',
          objective: key,
          done: fromThousandths(sumOver(subtree, sizes)),
          keyResults: movements.map(({ title, unit, from, to }) => ({ title, unit, from, to })),
        },
      },
    ];
  });
};
