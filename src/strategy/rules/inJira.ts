import { AppError } from '../../domain/appError';
import type { Objective } from '../../domain/strategy/objective';
import { isKeyOfIssue } from '../../domain/strategy/objectiveKey';

/** @throws AppError `invalid` for an objective that is an issue */
export const refuseInJira = (key: string): void => {
  if (isKeyOfIssue(key)) throw new AppError('invalid', 'This objective is an issue. Change it in Jira.');
};

/** An objective that is an issue, with what the app adds to it as a person wants it. The rest is as Jira says. */
export const addedTo = (
  stored: Objective,
  { weight, perspective, headline }: Pick<Objective, 'weight' | 'perspective' | 'headline'>,
): Objective => ({ ...stored, weight, perspective, headline });

/** What the app keeps of an objective in its history: of one that is an issue only what the app adds to it. */
export const keptOf = (objective: Objective): Objective =>
  isKeyOfIssue(objective.key)
    ? {
        ...objective,
        ...{ title: '', description: null, owner: null, parent: null, start: null, target: null, status: 'active' },
      }
    : objective;
