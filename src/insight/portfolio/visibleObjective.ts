import { AppError } from '../../domain/appError';
import type { Cascade } from '../../domain/strategy/cascade';
import type { Objective } from '../../domain/strategy/objective';
import { isShown, type PortfolioViewer } from './readPortfolio';

/**
 * The objective with this key.
 * @throws AppError `notFound` if there is none, or the viewer may not see it
 */
export const visibleObjective = (
  key: string,
  cascade: Cascade,
  viewer: Pick<PortfolioViewer, 'account' | 'mayEdit'>,
): Objective => {
  const objective = cascade.find(key);
  if (objective === undefined || !isShown(objective, viewer)) {
    throw new AppError('notFound', `There is no objective ${key}, or you may not see it.`);
  }
  return objective;
};
