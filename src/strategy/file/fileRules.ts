import type { ObjectiveOutline } from '../../domain/strategy/objective';
import type { ObjectiveState } from '../../domain/strategy/strategyEvent';
import { placeProblems } from '../rules/cascadeRules';
import { type Problem, statedProblems } from '../../domain/strategy/objectiveRules';
import type { FileObjective, FileProblem } from './readStrategyFile';

/** The columns of a key result's fields. */
const KEY_RESULT_COLUMN: Readonly<Record<string, string>> = {
  title: 'kr',
  unit: 'kr unit',
  target: 'kr target',
  low: 'kr low',
  weight: 'kr weight',
};

/** The problems of a file's objective by the rules for all objectives, each with row and column. */
export const ruleProblems = (
  file: FileObjective,
  { objective, keyResults }: Pick<ObjectiveState, 'objective'> & { keyResults: Parameters<typeof statedProblems>[1] },
  all: ReadonlyMap<string, ObjectiveOutline>,
  where: string,
): FileProblem[] =>
  [...statedProblems(objective, keyResults), ...placeProblems(objective, all, where)].map((problem) => ({
    ...placeOf(problem, file),
    message: problem.message,
  }));

const placeOf = ({ field }: Problem, file: FileObjective): Pick<FileProblem, 'row' | 'column'> => {
  const [part = '', index, of = ''] = field.split('.');
  if (part !== 'keyResults') return { row: file.row, column: part };
  if (index === undefined) return { row: file.row, column: 'kr' };
  return { row: file.keyResults[Number(index)]?.row ?? file.row, column: KEY_RESULT_COLUMN[of] ?? 'kr' };
};
