import { type AlignmentPoint, alignmentTrend, isAsRecorded } from './alignmentTrend';
import { type Finding, findingsOf } from './findings';
import { type Forecast, forecastOf } from './forecast';
import type { Execution, Scores } from './scores';
import type { ObjectiveSnapshot, ProjectSnapshot } from './snapshot';
import { throughputs } from './throughput';
import type { WeekCell } from './weeks';
import { type WorkPoint, workTrends } from './workTrend';

/** What went before and what is to come: trends, forecasts, and what holds the strategy back. */
export type Outlook = {
  trend: AlignmentPoint[];
  workTrends: Map<string, WorkPoint[]>;
  /** of active objectives, by key */
  forecasts: Map<string, Forecast | null>;
  findings: Finding[];
};

/** The past of a scope beside its present. */
export type Past = {
  weeks: readonly WeekCell[];
  recordedWork: readonly ObjectiveSnapshot[];
  recordedEffort: readonly ProjectSnapshot[];
};

export const outlookOf = (execution: Execution, scores: Scores, past: Past): Outlook => {
  const { cascade, sizing, window } = execution;
  const { weeks } = past;
  const asOf = window.to;
  const trend = alignmentTrend({
    weeks,
    snapshots: past.recordedEffort,
    sizing,
    statusOf: cascade.statusOf,
    asOf,
    today: isAsRecorded(window) ? scores.effort : null,
  });
  const weekly = throughputs(weeks, cascade, asOf);
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
    workTrends: workTrends({ cascade, weeks, snapshots: past.recordedWork, sizing, asOf }),
    forecasts,
    findings: findingsOf({ ...execution, ...scores, weeks, trend }),
  };
};
