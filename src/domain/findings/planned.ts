import { hasCadencePassed } from '../strategy/checkIn';
import type { ObjectiveOutline } from '../strategy/objective';
import type { ObjectiveFigures } from '../strategy/objectiveFigures';
import { turnedActive } from '../strategy/turn';
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

type Clock = Pick<FindingsInput, 'cascade' | 'figures' | 'window' | 'cadenceDays'>;

/** Whether a cadence has passed since a day. */
const isOld = ({ window, cadenceDays }: Clock, day: number | null): boolean =>
  hasCadencePassed(day, window.to, cadenceDays);

/**
 * Those of them that have been under way for at least one cadence. Younger ones had no time to be worked on or
 * measured. Without a start date an objective counts as under way.
 */
export const underWay = (input: Clock): PlannedObjective[] =>
  planned(input).filter(({ objective: { start } }) => isOld(input, start));

/**
 * Those of them that also have been active in the app for at least one cadence. Of others nobody had time to report or
 * to complete what is stated, whenever they started.
 */
export const longActive = (input: Clock & Pick<FindingsInput, 'events'>): PlannedObjective[] => {
  const activeSince = turnedActive(input.cascade.objectives, input.events);
  return underWay(input).filter(({ objective: { key } }) => isOld(input, activeSince.get(key) ?? null));
};
