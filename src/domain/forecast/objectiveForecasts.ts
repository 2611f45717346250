import type { Cascade } from '../strategy/cascade';
import type { WeekSum } from '../time/weeks';
import { type Forecast, forecastOf, type Outset } from './forecast';
import { NO_UNITS, type ObjectiveUnits } from '../work/objectiveUnits';
import { likelyDone } from './likelyDone';
import { objectiveScopes } from './objectiveScopes';
import { Looked, replay, WEEKS_BEFORE } from './replay';
import { NO_RECORD, type TrackRecord, withForecast } from './trackRecord';

/** A forecast with what its curve is made from. */
export type ObjectiveForecast = { forecast: Forecast; outset: Outset };

/**
 * The forecasts of the active objectives, by key; `null` where nothing was done lately. What earlier forecasts taught
 * comes from all objectives, also those that are over.
 * @param units of each objective with all below it
 */
export const objectiveForecasts = (
  weeks: readonly WeekSum[],
  cascade: Cascade,
  asOf: number,
  units: ReadonlyMap<string, ObjectiveUnits>,
): Map<string, ObjectiveForecast | null> => {
  const openUnits = new Map([...units].map(([key, { open }]) => [key, open]));
  const scopes = objectiveScopes(weeks, cascade, asOf, openUnits);
  const records = new Map<string, TrackRecord>();
  const foresight = replay([...scopes.values()], 'over', (made, known) => {
    records.set(made.scope.key, withForecast(records.get(made.scope.key) ?? NO_RECORD, made, known));
  });
  return new Map(
    cascade.objectives
      .filter(({ status }) => status === 'active')
      .map(({ key, target }) => {
        const counts = scopes.get(key)?.counts ?? NOTHING;
        const weekly = counts.done.slice(-WEEKS_BEFORE);
        const all = units.get(key) ?? NO_UNITS;
        const from = new Looked(counts, 'over').at(counts.done.length - 1, likelyDone(all));
        const outset = { foresight, from };
        const record = records.get(key) ?? NO_RECORD;
        const forecast = forecastOf({ outset, remaining: all.open, weekly, asOf, target, record });
        return [key, forecast && { forecast, outset }];
      }),
  );
};

const NOTHING = { added: [], done: [], dropped: [], open: [] };
