import { AppError } from '../../domain/appError';
import type { Objective } from '../../domain/strategy/objective';
import type { ObjectiveState } from '../../domain/strategy/strategyEvent';
import { fetchPeople } from '../../jira/people';
import { placeProblems } from './cascadeRules';
import { type Problem, sentenceOf, statedProblems } from '../../domain/strategy/objectiveRules';

/** What is said of a parent that is not among the objectives. */
export const WHERE = 'of the strategy; choose another one';

/** Throws `invalid` with the first of some problems, named by its field. */
export const refuse = (problems: readonly Problem[]): void => {
  const [first] = problems;
  if (first) throw new AppError('invalid', sentenceOf(first), first.field);
};

/** Throws `invalid` with what is wrong with an objective as it would be among all others as they would be. */
export const checkState = ({ objective, keyResults }: ObjectiveState, all: ReadonlyMap<string, Objective>): void =>
  refuse([...statedProblems(objective, keyResults), ...placeProblems(objective, all, WHERE)]);

/** Throws `invalid` where Jira does not know a new owner. */
export const checkOwner = async (owner: string | null, before: string | null): Promise<void> => {
  if (owner === null || owner === before) return;
  if ((await fetchPeople([owner])).length === 0) refuse([{ field: 'owner', message: 'is nobody that Jira knows' }]);
};
