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

/** "2 of them unlikely in time"; `null`: none are. */
export const unlikelyAmong = (unlikely: number, format: Format): string | null =>
  unlikely === 0 ? null : `${format.number(unlikely)} of them ${UNLIKELY_IN_TIME}`;

/** "6 on track (2 of them unlikely in time)". */
export const countInWords = (of: HealthCount, format: Format): string => {
  const unlikely = unlikelyAmong(of.unlikely, format);
  const count = `${format.number(of.count)} ${HEALTH_NAME[of.health].toLowerCase()}`;
  return unlikely === null ? count : `${count} (${unlikely})`;
};
