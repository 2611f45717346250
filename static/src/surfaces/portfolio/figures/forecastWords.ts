import type { PortfolioObjective } from '../../../../../src/contract';
import { THROUGHPUT_WEEKS } from '../../../../../src/domain/forecast/throughput';
import { NONE, type Format } from '../../../shared/format';

/** What a forecast draws from. */
export const FULL_WEEKS = `${THROUGHPUT_WEEKS} full weeks`;

/** The head of the forecast's days. */
export const FORECAST = 'Forecast, 50–85%';

/** The days by which half, and 85 of 100, of the forecast's trials are done, or why there are none. */
export function forecastInWords(
  { forecast, work, health }: PortfolioObjective,
  format: Format,
  firstDay = format.day,
): string {
  if (!forecast) return work.total > 0 && health !== null ? 'Nothing done lately' : NONE;
  if (forecast.remaining === 0) return 'All done';
  return `${firstDay(forecast.p50)} – ${format.day(forecast.p85)}`;
}
