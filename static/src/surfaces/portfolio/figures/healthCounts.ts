import type { Portfolio } from '../../../../../src/contract';
import { HEALTHS } from '../../../../../src/domain/strategy/health';

/** How many active objectives have each health. */
export const healthCounts = ({ objectives }: Pick<Portfolio, 'objectives'>) =>
  HEALTHS.map((health) => ({ health, count: objectives.filter((one) => one.health === health).length }));
