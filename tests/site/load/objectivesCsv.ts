import type { Objective } from '../../../src/domain/strategy/objective';
import { RUN } from '../../../src/domain/work/workItem';
import { ruleProblems } from '../../../src/strategy/file/fileRules';
import type { GivenKeyResult } from '../../strategy/importStrategy';
import { InputError } from './inputError';
import type { TagRow } from './links/tagIssues';
import { readStrategyFile } from '../../../src/strategy/file/readStrategyFile';

/** A row of a strategy file. `row`: as in a spreadsheet, the header being 1 */
export type ObjectiveRow = Objective & { row: number; keyResults: GivenKeyResult[] };

/** A file's objectives, and the JQL of its rows whose issues get their tags, in order. */
type ParsedFile = { objectives: ObjectiveRow[]; links: TagRow[] };

/**
 * The objectives of a strategy file, with the row `RUN`, whose `link` tags "Run the business". An empty status means
 * active.
 * @throws InputError with file, row and column of the first error; then nothing of the file may be used
 */
export const parseObjectives = (text: string, file: string): ParsedFile => {
  const { objectives, links, problems } = readStrategyFile(text);
  const all = new Map(objectives.map(({ objective }) => [objective.key, objective]));
  const where = 'of this file; use the key of another row';
  const wrong = [
    ...problems,
    ...objectives
      .filter(({ objective, broken }) => !broken && objective.key !== RUN)
      .flatMap((stated) => {
        const keyResults = stated.keyResults.map(({ keyResult }) => keyResult);
        return ruleProblems(stated, { objective: stated.objective, keyResults }, all, where);
      }),
  ];
  const [first] = [...wrong].sort((a, b) => (a.row ?? 0) - (b.row ?? 0));
  if (first) throw new InputError(file, first.row, first.column, first.message);
  return {
    objectives: objectives.map(({ objective, row, keyResults }) => ({
      ...objective,
      row,
      keyResults: keyResults.map(({ keyResult }) => ({ ...keyResult, objective: objective.key })),
    })),
    links: links.map(({ row, key, jql }) => ({ row, key, title: all.get(key)?.title ?? '', link: jql })),
  };
};
