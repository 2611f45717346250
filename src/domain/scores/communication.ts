import { byObjective } from '../strategy/byObjective';
import type { Cascade } from '../strategy/cascade';
import { isWithin, newestCheckIn, type CheckInOutline } from '../strategy/checkIn';
import type { StatusOf } from '../work/mix';
import { ratio } from '../ratio';
import { type Cell, effortOf } from '../work/cell';
import { sizeIn, type Sizing } from '../work/sizing';
import { fromThousandths } from '../work/tally';
import { hasText } from '../text';

/**
 * A project's effort of every standing, in thousandths. `reached`: all of it if some effort unit serves an active
 * objective, else 0
 */
export type ProjectReach = { project: number; effort: number; reached: number };

/** The newest check-in on an active objective: its day, and whether it has a note and is within the cadence. */
export type Narrative = { key: string; newest: number | null; hasNote: boolean; within: boolean };

export type Communication = {
  value: number | null;
  /** share of the effort in projects that the strategy reaches */
  reach: number | null;
  projects: ProjectReach[];
  /** share of active objectives whose newest check-in has a note and is within the cadence */
  narrative: number | null;
  objectives: Narrative[];
};

/** The projects with effort, in the order of their cells. */
const reachOf = (cells: readonly Cell[], sizing: Sizing, statusOf: StatusOf): ProjectReach[] => {
  const found = new Map<number, { effort: number; isReached: boolean }>();
  for (const cell of cells) {
    const { project, serves } = cell;
    const effort = effortOf(cell);
    if (effort.items === 0) continue;
    const known = found.get(project);
    found.set(project, {
      effort: (known?.effort ?? 0) + sizeIn(sizing, project, effort),
      isReached: (known?.isReached ?? false) || (serves !== null && statusOf(serves) === 'active'),
    });
  }
  return [...found].map(([project, { effort, isReached }]) => ({
    project,
    effort: fromThousandths(effort),
    reached: isReached ? fromThousandths(effort) : 0,
  }));
};

const narrativeOf = (
  cascade: Cascade,
  checkIns: readonly CheckInOutline[],
  asOf: number,
  cadenceDays: number,
): Narrative[] => {
  const checkInsOf = byObjective(checkIns);
  return cascade.objectives
    .filter(({ status }) => status === 'active')
    .map(({ key }) => {
      const newest = newestCheckIn(checkInsOf.get(key) ?? [], key, asOf);
      if (newest === null) return { key, newest: null, hasNote: false, within: false };
      const { day, note } = newest;
      return { key, newest: day, hasNote: hasText(note), within: isWithin(day, asOf, cadenceDays) };
    });
};

/** Whether an objective was reported on lately. */
export const isTold = ({ hasNote, within }: Pick<Narrative, 'hasNote' | 'within'>): boolean => hasNote && within;

/** The mean of the values there are. */
const meanOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return ratio(
    known.reduce((sum, value) => sum + value, 0),
    known.length,
  );
};

/** Communication, 0…1: the mean of reach (does the work know the strategy?) and narrative (does anybody report?). */
export const communicationOf = ({
  cells,
  cascade,
  sizing,
  checkIns,
  asOf,
  cadenceDays,
}: {
  cells: readonly Cell[];
  cascade: Cascade;
  sizing: Sizing;
  checkIns: readonly CheckInOutline[];
  asOf: number;
  cadenceDays: number;
}): Communication => {
  const projects = reachOf(cells, sizing, cascade.statusOf);
  const objectives = narrativeOf(cascade, checkIns, asOf, cadenceDays);
  const sum = (of: 'effort' | 'reached'): number => projects.reduce((all, project) => all + project[of], 0);
  const reach = ratio(sum('reached'), sum('effort'));
  const told = objectives.filter(isTold);
  const narrative = ratio(told.length, objectives.length);
  return { value: meanOf([reach, narrative]), reach, projects, narrative, objectives };
};
