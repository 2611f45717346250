import { AppError } from '../../domain/appError';
import type { ObjectiveOutline } from '../../domain/strategy/objective';
import type { ObjectiveState } from '../../domain/strategy/strategyEvent';
import { fetchPeople } from '../../jira/people';
import { placeProblems } from './cascadeRules';
import { type Problem, sentenceOf, statedProblems } from '../../domain/strategy/objectiveRules';

/** Continues the message for a parent that does not exist. */
export const WHERE = 'of the strategy; choose another one';

/** @throws AppError `invalid` with the first problem and its field, if there is one */
export const refuse = (problems: readonly Problem[]): void => {
  const [first] = problems;
  if (first) throw new AppError('invalid', sentenceOf(first), first.field);
};

/**
 * Checks an objective among all others, as they will be.
 * @throws AppError `invalid` with the first problem
 */
export const checkState = (
  { objective, keyResults }: ObjectiveState,
  all: ReadonlyMap<string, ObjectiveOutline>,
): void => refuse([...statedProblems(objective, keyResults), ...placeProblems(objective, all, WHERE)]);

/**
 * Checks that Jira knows a new owner.
 * @throws AppError `invalid` if it does not
 */
export const checkOwner = async (owner: string | null, before: string | null): Promise<void> => {
  if (owner === null || owner === before) return;
  if ((await fetchPeople([owner])).length === 0) refuse([{ field: 'owner', message: 'is nobody that Jira knows' }]);
};
