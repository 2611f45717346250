import { AppError } from '../../domain/appError';
import type { Cascade } from '../../domain/strategy/cascade';
import type { ObjectiveOutline } from '../../domain/strategy/objective';
import type { PortfolioViewer } from './readPortfolio';

export type Asking = Pick<PortfolioViewer, 'account' | 'mayEdit'>;

/**
 * Strategy editors and the owner see an objective's drafts: the one it is now, and those in its history. That is the
 * owner of today, who takes the papers over; a former owner sees what everybody sees. `store/strategy/reader.ts` says
 * it in SQL.
 */
export const seesDraftsOf = ({ owner }: ObjectiveOutline, { account, mayEdit }: Asking): boolean =>
  mayEdit || owner === account;

export const isShown = (objective: ObjectiveOutline, viewer: Asking): boolean =>
  objective.status !== 'draft' || seesDraftsOf(objective, viewer);

/**
 * The objective with this key.
 * @throws AppError `notFound` if there is none, or the viewer may not see it
 */
export const visibleObjective = (key: string, cascade: Cascade, viewer: Asking): ObjectiveOutline => {
  const objective = cascade.find(key);
  if (objective === undefined || !isShown(objective, viewer)) {
    throw new AppError('notFound', `There is no objective ${key}, or you may not see it.`);
  }
  return objective;
};
