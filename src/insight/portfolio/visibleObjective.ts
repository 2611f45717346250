import { AppError } from '../../domain/appError';
import type { Cascade } from '../../domain/strategy/cascade';
import type { Objective } from '../../domain/strategy/objective';
import type { PortfolioViewer } from './readPortfolio';

type Asking = Pick<PortfolioViewer, 'account' | 'mayEdit'>;

/** Only strategy editors and the owner see a draft. */
export const isShown = ({ status, owner }: Objective, { account, mayEdit }: Asking): boolean =>
  status !== 'draft' || mayEdit || owner === account;

/**
 * The objective with this key.
 * @throws AppError `notFound` if there is none, or the viewer may not see it
 */
export const visibleObjective = (key: string, cascade: Cascade, viewer: Asking): Objective => {
  const objective = cascade.find(key);
  if (objective === undefined || !isShown(objective, viewer)) {
    throw new AppError('notFound', `There is no objective ${key}, or you may not see it.`);
  }
  return objective;
};
