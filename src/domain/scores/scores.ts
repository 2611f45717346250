import { type Adaptability, adaptabilityOf } from './adaptability';
import { alignedEffort, sumOver } from '../work/alignedEffort';
import { type Allocation, allocationFit, allocationOf } from './allocation';
import { type BuyIn, buyInOf, type PeopleCount } from './buyIn';
import type { Cascade } from '../strategy/cascade';
import { type CheckInOutline, publicOf } from '../strategy/checkIn';
import { type Clarity, clarityOf } from './clarity';
import { type Communication, communicationOf } from './communication';
import { indexOf } from './executionIndex';
import type { KeyResult } from '../strategy/keyResult';
import { type MixFigure, mixFigure } from '../work/mix';
import { type Monitoring, monitoringOf } from './monitoring';
import { type ObjectiveUnits, objectiveUnits } from '../work/objectiveUnits';
import { type ObjectiveFigures, objectiveFigures } from '../strategy/objectiveFigures';
import { type Resources, resourcesOf } from './resources';
import type { Cell } from '../work/cell';
import { signalsOf } from '../strategy/signals';
import type { Sizing } from '../work/sizing';
import type { ObjectiveSnapshot } from '../strategy/snapshot';
import type { Turn } from '../strategy/turn';
import type { Window } from '../time/window';
import { type WorkSizes, workByObjective } from '../work/work';

/** What the scores of a scope are computed from, as of the window's last day. */
export type Execution = {
  cascade: Cascade;
  keyResults: readonly KeyResult[];
  checkIns: readonly CheckInOutline[];
  /** changes of the strategy and recorded health since the window began */
  events: readonly Turn[];
  recordedHealth: readonly ObjectiveSnapshot[];
  cells: readonly Cell[];
  people: PeopleCount;
  sizing: Sizing;
  window: Window;
  cadenceDays: number;
  responseDays: number;
};

/** The six factors with their inputs. */
export type FactorFigures = {
  clarity: Clarity;
  communication: Communication;
  resources: Resources;
  monitoring: Monitoring;
  adaptability: Adaptability;
  buyIn: BuyIn;
};

/** How well a strategy is executed. Sizes of single objectives in thousandths. */
export type Scores = {
  effort: MixFigure;
  planned: MixFigure;
  /** work on each objective itself */
  own: Map<string, WorkSizes>;
  figures: Map<string, ObjectiveFigures>;
  /** aligned effort on each objective or below it */
  alignedEffort: Map<string, number>;
  /** units on each objective or below it */
  units: Map<string, ObjectiveUnits>;
  allocations: Allocation[];
  allocationFit: number | null;
  factors: FactorFigures;
  /** 0…100 */
  index: number | null;
};

/** Computes every score of a scope, for pages, report and tests. */
export const scoresOf = (execution: Execution): Scores => {
  const { cascade, cells, sizing, window, people, cadenceDays, responseDays } = execution;
  const inPublic = publicOf(execution.checkIns);
  const asOf = window.to;
  const own = workByObjective(cells, sizing);
  const effort = mixFigure(cells, 'effort', sizing, cascade.statusOf);
  const aligned = alignedEffort(cells, sizing, cascade.statusOf);
  const allocations = allocationOf(aligned, cascade);
  const fit = allocationFit(allocations);
  const signals = signalsOf({
    snapshots: execution.recordedHealth,
    events: execution.events,
    checkIns: inPublic,
    window,
    responseDays,
  });
  const factors: FactorFigures = {
    clarity: clarityOf(execution),
    communication: communicationOf({ ...execution, checkIns: inPublic, asOf }),
    resources: resourcesOf(effort.alignment, fit),
    monitoring: monitoringOf({ ...execution, asOf }),
    adaptability: adaptabilityOf(signals),
    buyIn: buyInOf(people),
  };
  return {
    effort,
    planned: mixFigure(cells, 'planned', sizing, cascade.statusOf),
    own,
    figures: objectiveFigures({ ...execution, own, asOf, cadenceDays }),
    alignedEffort: overSubtrees(cascade, aligned),
    units: objectiveUnits(cells, cascade),
    allocations,
    allocationFit: fit,
    factors,
    index: indexOf(valuesOf(factors)),
  };
};

/** The factors' values, 0…1 or `null`. */
export const valuesOf = (factors: FactorFigures): Record<keyof FactorFigures, number | null> => ({
  clarity: factors.clarity.value,
  communication: factors.communication.value,
  resources: factors.resources.value,
  monitoring: factors.monitoring.value,
  adaptability: factors.adaptability.value,
  buyIn: factors.buyIn.value,
});

/** Sums over each objective and all below it. */
const overSubtrees = (cascade: Cascade, own: ReadonlyMap<string, number>): Map<string, number> =>
  new Map(cascade.objectives.map(({ key }) => [key, sumOver(cascade.subtree(key), own)]));
