import type { Rule, RulePause } from '../../../../src/contract';
import { RUN_TITLE } from '../../../../src/domain/work/workItem';
import type { CsvColumn } from '../csv/columns';
import { countedWords } from '../countedWords';
import type { Format } from '../format';
import type { Previewed } from './useRules';

/** Why a rule does nothing, and what helps. */
export const PAUSE: Record<RulePause, string> = {
  off: 'Switched off',
  owner: 'Pauses: its owner may no longer state it. Save it yourself, and it is yours.',
  jql: 'Pauses: Jira does not understand its JQL any more. Correct it.',
  objective: 'Pauses: its objective is not active. Choose another one.',
};

/** What a rule links to: "OBJ-7 Free delivery". */
export const targetOf = ({ to, objective }: Rule): string =>
  to.kind === 'run' ? RUN_TITLE : `${to.key} ${objective?.title ?? ''}`.trim();

/** What a rule has done, as far as the viewer's numbers cover it. */
export const doneOf = ({ tagged, waiting, isSwept, pause }: Rule, format: Format): string => {
  const done = tagged === null ? 'In projects that you may not browse, too' : `${format.count(tagged, 'issue')} linked`;
  if (pause !== null) return done;
  if (waiting !== null && waiting > 0) return `${done}, ${format.number(waiting)} to come`;
  return isSwept ? done : `${done}; looking through what matches`;
};

/** The columns of the file of rules. `nameOf`: names a person by account id */
export const rulesCsv = (format: Format, nameOf: (accountId: string | null) => string): CsvColumn<Rule>[] => [
  { head: 'jql', value: ({ jql }) => jql },
  { head: 'linked to', value: targetOf },
  { head: 'state', value: ({ pause }) => (pause === null ? 'At work' : PAUSE[pause]) },
  { head: 'so far', value: (rule) => doneOf(rule, format) },
  { head: 'owner', value: ({ owner }) => nameOf(owner) },
];

/** What a rule would leave alone, and why. */
export const leftAlone = ({ tagged, serves, cleared, others }: Previewed, format: Format): string[] =>
  countedWords(
    [
      [tagged, 'with a link of their own, which stays'],
      [serves, 'that serve it anyway'],
      [cleared, 'whose link somebody took away, which no rule sets again'],
      [others, 'objectives, sub-tasks, dropped, of another project or not read yet'],
    ],
    format,
  );
