import type { Health, Portfolio } from '../../../../../src/contract';
import { HEALTHS, isUnlikelyInTime } from '../../../../../src/domain/strategy/health';
import type { Format } from '../../../shared/format';
import { HEALTH_NAME, UNLIKELY_IN_TIME } from '../../../shared/words';

/** How many active objectives have a health, and how many of them are on track and yet unlikely in time. */
type HealthCount = { health: Health; count: number; unlikely: number };

export const healthCounts = ({ objectives }: Pick<Portfolio, 'objectives'>): HealthCount[] =>
  HEALTHS.map((health) => {
    const those = objectives.filter((one) => one.health === health);
    const unlikely = those.filter(({ forecast }) => isUnlikelyInTime(health, forecast?.chance));
    return { health, count: those.length, unlikely: unlikely.length };
  });

/** "2 of them unlikely in time". */
export const unlikelyAmong = (unlikely: number, format: Format): string =>
  `${format.number(unlikely)} of them ${UNLIKELY_IN_TIME}`;

/** "6 on track (2 of them unlikely in time)". */
export const countInWords = ({ health, count, unlikely }: HealthCount, format: Format): string => {
  const counted = `${format.number(count)} ${HEALTH_NAME[health].toLowerCase()}`;
  return unlikely === 0 ? counted : `${counted} (${unlikelyAmong(unlikely, format)})`;
};
