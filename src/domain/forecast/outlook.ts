import { type AlignmentPoint, alignmentTrend, doneWeeks, isAsRecorded } from './alignmentTrend';
import { type Finding, findingsOf } from '../findings';
import { type Forecast, forecastOf } from './forecast';
import type { Execution, Scores } from '../scores/scores';
import type { EffortSnapshot, ObjectiveSnapshot } from '../strategy/snapshot';
import { publicOf } from '../strategy/checkIn';
import { throughputByObjective } from './throughput';
import type { WeekSum } from '../time/weeks';
import { type WorkPoint, workTrends } from './workTrend';

/** Trends, forecasts and findings. */
export type Outlook = {
  trend: AlignmentPoint[];
  workTrends: Map<string, WorkPoint[]>;
  /** forecasts of active objectives, by key */
  forecasts: Map<string, Forecast | null>;
  findings: Finding[];
};

/** The past of a scope, sized like its present. */
export type Past = {
  weeks: readonly WeekSum[];
  recordedWork: readonly ObjectiveSnapshot[];
  recordedEffort: readonly EffortSnapshot[];
};

export const outlookOf = (execution: Execution, scores: Scores, past: Past): Outlook => {
  const { cascade, window } = execution;
  const { measure } = execution.sizing;
  const { weeks } = past;
  const asOf = window.to;
  const trend = alignmentTrend({
    weeks: doneWeeks(weeks, cascade.statusOf),
    snapshots: past.recordedEffort,
    measure,
    asOf,
    today: isAsRecorded(window) ? scores.effort : null,
  });
  const weekly = throughputByObjective(weeks, cascade, asOf);
  const forecasts = new Map(
    cascade.objectives
      .filter(({ status }) => status === 'active')
      .map(({ key, target }) => [
        key,
        forecastOf({
          remaining: scores.openUnits.get(key) ?? 0,
          weekly: weekly.get(key) ?? [],
          asOf,
          target,
          seed: key,
        }),
      ]),
  );
  return {
    trend,
    workTrends: workTrends({ cascade, weeks, snapshots: past.recordedWork, measure, asOf }),
    forecasts,
    findings: findingsOf({ ...execution, ...scores, checkIns: publicOf(execution.checkIns), weeks, trend, forecasts }),
  };
};
