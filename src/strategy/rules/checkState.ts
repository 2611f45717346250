import { AppError } from '../../domain/appError';
import type { ObjectiveOutline } from '../../domain/strategy/objective';
import { isAdded } from '../../domain/strategy/objectiveIssue';
import { isKeyOfIssue } from '../../domain/strategy/objectiveKey';
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
): void => {
  const problems = statedProblems(objective, keyResults);
  // What Jira says of one that is an issue, its place included, is changed there.
  if (isKeyOfIssue(objective.key)) refuse(problems.filter(({ field }) => isAdded(field)));
  else refuse([...problems, ...placeProblems(objective, all, WHERE)]);
};

/**
 * Checks that Jira knows a new owner.
 * @throws AppError `invalid` if it does not
 */
export const checkOwner = async (owner: string | null, before: string | null): Promise<void> => {
  if (owner === null || owner === before) return;
  if ((await fetchPeople([owner])).length === 0) refuse([{ field: 'owner', message: 'is nobody that Jira knows' }]);
};
