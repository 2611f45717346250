import { type AlignmentPoint, alignmentTrend, doneWeeks, isAsRecorded } from './alignmentTrend';
import { type Finding, findingsOf } from '../findings';
import { type ObjectiveForecast, objectiveForecasts } from './objectiveForecasts';
import type { Execution, Scores } from '../scores/scores';
import type { EffortSnapshot, ObjectiveSnapshot } from '../strategy/snapshot';
import { publicOf } from '../strategy/checkIn';
import type { WeekSum } from '../time/weeks';
import { type WorkPoint, workTrends } from './workTrend';

/** Trends, forecasts and findings. */
export type Outlook = {
  trend: AlignmentPoint[];
  workTrends: Map<string, WorkPoint[]>;
  /** forecasts of active objectives, by key */
  forecasts: Map<string, ObjectiveForecast | null>;
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
  const forecasts = objectiveForecasts(weeks, cascade, asOf, scores.units);
  const chances = new Map([...forecasts].map(([key, one]) => [key, one?.forecast.chance ?? null]));
  return {
    trend,
    workTrends: workTrends({ cascade, weeks, snapshots: past.recordedWork, measure, asOf }),
    forecasts,
    findings: findingsOf({ ...execution, ...scores, checkIns: publicOf(execution.checkIns), weeks, trend, chances }),
  };
};
