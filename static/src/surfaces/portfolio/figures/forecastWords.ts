import type { Forecast, PortfolioObjective } from '../../../../../src/contract';
import { MOST_YEARS } from '../../../../../src/domain/forecast/forecast';
import { WEEKS_BEFORE } from '../../../../../src/domain/forecast/replay';
import { NONE, type Format } from '../../../shared/format';

/** The weeks in which something must have been done. */
export const FULL_WEEKS = `${WEEKS_BEFORE} full weeks`;

/** Instead of a day that lies too far ahead. */
export const NOT_WITHIN = `not within ${MOST_YEARS} years`;

/** The head of the forecast's days. */
export const FORECAST = 'Forecast, 50–85%';

/** The days by which the work is over with a chance of 50 and of 85 %, or why there are none. */
export function forecastInWords(
  { forecast, work, health }: PortfolioObjective,
  format: Format,
  firstDay = format.day,
): string {
  if (!forecast) return work.total > 0 && health !== null ? 'Nothing done lately' : NONE;
  if (forecast.remaining === 0) return 'All done';
  if (forecast.p50 === null) return NOT_WITHIN[0]?.toUpperCase() + NOT_WITHIN.slice(1);
  return `${firstDay(forecast.p50)} – ${forecast.p85 === null ? NOT_WITHIN : format.day(forecast.p85)}`;
}

/** How earlier forecasts of the same objective came true. */
export const recordInWords = ({ due, cameTrue }: Forecast['record']): string =>
  due === 0
    ? 'none is due yet'
    : `of ${due} earlier ${due === 1 ? 'forecast' : 'forecasts'} of 85%, ${cameTrue} came true`;
