import type { Objective } from '../strategy/objective';
import type { ObjectiveFigures } from '../strategy/objectiveFigures';
import type { FindingsInput } from './types';

/** An active objective that has a share in the plan. */
export type PlannedObjective = { objective: Objective; plannedShare: number; figures: ObjectiveFigures };

/** Fewer units are anybody's ordinary week: no ground to judge an objective by. */
export const HANDFUL = 5;

/** The objectives that can hold the plan back: what has no share in it harms nothing. */
export const planned = ({ cascade, figures }: Pick<FindingsInput, 'cascade' | 'figures'>): PlannedObjective[] =>
  cascade.objectives.flatMap((objective) => {
    const own = figures.get(objective.key);
    if (!own || objective.status !== 'active' || own.plannedShare === 0) return [];
    return [{ objective, plannedShare: own.plannedShare, figures: own }];
  });

/**
 * Of these, the ones that have been under way for at least a cadence. What began later, or is yet to begin, had no time to be
 * told of, worked on or measured; without a start date it is taken to be under way.
 */
export const underWay = (
  input: Pick<FindingsInput, 'cascade' | 'figures' | 'window' | 'cadenceDays'>,
): PlannedObjective[] =>
  planned(input).filter(({ objective: { start } }) => start === null || input.window.to - start >= input.cadenceDays);
