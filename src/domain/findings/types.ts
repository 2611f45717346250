import type { AlignmentPoint } from '../forecast/alignmentTrend';
import type { Cascade } from '../strategy/cascade';
import type { CheckInOutline } from '../strategy/checkIn';
import type { MixFigure } from '../work/mix';
import type { ObjectiveFigures } from '../strategy/objectiveFigures';
import type { ObjectiveUnits } from '../work/objectiveUnits';
import type { Cell } from '../work/cell';
import type { Sizing } from '../work/sizing';
import type { WeekSum } from '../time/weeks';
import type { Window } from '../time/window';
import type { Turn } from '../strategy/turn';

/** The figures behind a finding. Objectives by key, projects by id. */
export type Evidence =
  | {
      kind: 'notCommunicated';
      objective: string;
      /** the day of the newest check-in with a note */
      newestNote: number | null;
      /** aligned effort on it and below */
      effort: number;
    }
  | {
      kind: 'resourcesElsewhere';
      objective: string;
      /** share of the whole plan, 0…1 */
      planned: number;
      /** share of all aligned effort, 0…1 */
      actual: number;
    }
  | {
      kind: 'silo';
      objective: string;
      plannedIn: number[];
      servedBy: number;
      /** share of the planned units outside the project that works on it, 0…1 */
      elsewhere: number;
    }
  | {
      kind: 'metricsDoNotReinforce';
      objective: string;
      /** units done in the window on it and below */
      done: number;
      /** `from`: the value when the window began, else the baseline; `to`: the newest value */
      keyResults: { title: string; unit: string; from: number | null; to: number | null }[];
    }
  | { kind: 'strategicDrift'; from: AlignmentPoint; to: AlignmentPoint }
  | {
      kind: 'stuck';
      objective: string;
      /** units */
      blocked: number;
      open: number;
    }
  | {
      kind: 'scopeGrowth';
      objective: string;
      /** all of its units at the start of the first day, done or not */
      before: number;
      /** units from the first day to the last, both included */
      added: number;
      done: number;
      from: number;
      to: number;
    }
  | {
      kind: 'outOfReach';
      objective: string;
      /** a day */
      target: number;
      /** to arrive by then, 0…1 */
      chance: number;
      /** the part of its work that is not done, 0…1 */
      left: number;
    }
  | { kind: 'notStated'; objective: string; missing: Missing[] }
  | {
      kind: 'servesNothing';
      /** effort without an objective */
      unlinked: number;
      /** all effort but Run the business */
      strategic: number;
    };

/** What an objective lacks. */
export type Missing = 'owner' | 'keyResult';

export type FindingKind = Evidence['kind'];

/**
 * A reason why the strategy is not executed. `harm`, 0…1: the share of the plan that it holds back, which is an
 * objective's planned share × how bad it is there. So findings of different kinds can be ordered.
 */
export type Finding<Kind extends FindingKind = FindingKind> = { harm: number; evidence: Evidence & { kind: Kind } };

/** What findings are computed from, as of the window's last day. Sizes in thousandths. */
export type FindingsInput = {
  cascade: Cascade;
  figures: ReadonlyMap<string, ObjectiveFigures>;
  checkIns: readonly CheckInOutline[];
  cells: readonly Cell[];
  sizing: Sizing;
  /** the mix of all effort */
  effort: MixFigure;
  /** aligned effort that serves each objective or one below it */
  alignedEffort: ReadonlyMap<string, number>;
  /** units that serve each objective or one below it */
  units: ReadonlyMap<string, ObjectiveUnits>;
  /** of active objectives, by key: the chance to arrive by the target, 0…1; `null`: no forecast, or no target */
  chances: ReadonlyMap<string, number | null>;
  /** changes of the strategy, the last cadence included */
  events: readonly Turn[];
  /** all work by week, what is older in the oldest; at least 13 weeks before the window's last day */
  weeks: readonly WeekSum[];
  /** oldest first */
  trend: readonly AlignmentPoint[];
  window: Window;
  cadenceDays: number;
};
