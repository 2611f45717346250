import type { ObjectiveOutline } from '../strategy/objective';
import type { ObjectiveFigures } from '../strategy/objectiveFigures';
import type { FindingsInput } from './types';

/** An active objective with a planned share above 0. */
export type PlannedObjective = { objective: ObjectiveOutline; plannedShare: number; figures: ObjectiveFigures };

/** With fewer units an objective is not judged: that is an ordinary week. */
export const HANDFUL = 5;

/** The objectives with a planned share. Others cannot hold the plan back. */
export const planned = ({ cascade, figures }: Pick<FindingsInput, 'cascade' | 'figures'>): PlannedObjective[] =>
  cascade.objectives.flatMap((objective) => {
    const own = figures.get(objective.key);
    if (!own || objective.status !== 'active' || own.plannedShare === 0) return [];
    return [{ objective, plannedShare: own.plannedShare, figures: own }];
  });

/**
 * Those of them that have been under way for at least one cadence. Younger ones had no time to be reported on, worked
 * on or measured. Without a start date an objective counts as under way.
 */
export const underWay = (
  input: Pick<FindingsInput, 'cascade' | 'figures' | 'window' | 'cadenceDays'>,
): PlannedObjective[] =>
  planned(input).filter(({ objective: { start } }) => start === null || input.window.to - start >= input.cadenceDays);
