import { MOST_KEY_RESULTS } from './caps';
import { goalProblem, type KeyResult } from './keyResult';
import type { Objective } from './objective';
import { isKeyOfIssue, isObjectiveKey, KEY_RULE } from './objectiveKey';
import { isPrintableLine, isPrintableText, tidied } from '../text';
import { type Day, isDay } from '../time/day';
import { RUN } from '../work/workItem';

/**
 * A problem with something stated. `field`: the form field (`title`, `keyResults.0.target`); `message` continues the
 * field's name: "is empty; every objective needs a title"
 */
export type Problem = { field: string; message: string };

/** A key result as entered, which may have no id yet. */
export type StatedKeyResult = Pick<KeyResult, 'title' | 'unit' | 'goal' | 'weight'>;

const LONGEST_TITLE = 255;
/** Longest description, note, decision or reason, in characters. */
const LONGEST_TEXT = 10_000;
const LONGEST_UNIT = 32;
/** Far beyond any scale of weights, and small enough that they always add up. */
const LARGEST_WEIGHT = 1e9;

/** Length in characters as people count them: an emoji is one. */
const lengthOf = (text: string): number => [...text].length;

/** A line as it is stored: see `tidied`. */
export const tidyLine = (text: string): string => tidied(text);

/** A text of several lines as it is stored: see `tidied`; with line feeds only; `null` if nothing is left. */
export const tidyText = (text: string | null): string | null => tidied((text ?? '').replace(/\r\n?/g, '\n')) || null;

const lineProblem = (field: string, line: string, what: string, longest = LONGEST_TITLE): Problem[] => {
  if (line === '' && what !== '') return [{ field, message: `is empty; every ${what} needs a title` }];
  if (lengthOf(line) > longest) return [{ field, message: `is longer than ${longest} characters` }];
  return isPrintableLine(line)
    ? []
    : [{ field, message: 'holds a line break or another character that cannot be shown' }];
};

export const textProblem = (field: string, text: string | null): Problem[] => {
  if (lengthOf(text ?? '') > LONGEST_TEXT)
    return [{ field, message: `is longer than ${LONGEST_TEXT.toLocaleString('en')} characters` }];
  return isPrintableText(text ?? '') ? [] : [{ field, message: 'holds a character that cannot be shown' }];
};

/** What is wrong with a note or a reason, as a sentence; `null`: nothing. */
export const remarkProblem = (field: 'note' | 'reason', text: string): string | null =>
  textProblem(field, tidyText(text)).map(sentenceOf)[0] ?? null;

/** Message for a value that is not a number. */
export const NOT_A_NUMBER = 'Enter a number, such as 12.5.';

const weightProblem = (field: string, weight: number | null): Problem[] => {
  if (weight === null || (weight >= 0 && weight <= LARGEST_WEIGHT)) return [];
  return [
    {
      field,
      message:
        weight > LARGEST_WEIGHT
          ? `is larger than ${LARGEST_WEIGHT.toLocaleString('en')}`
          : 'is not a number of 0 or more',
    },
  ];
};

/** Message for a missing key. */
export const KEY_MISSING = 'is empty; every objective needs a key, such as OBJ-1';

export const dayProblem = (field: string, day: Day | null): Problem[] =>
  day === null || isDay(day) ? [] : [{ field, message: 'is not a day' }];

/** What is wrong with a new objective's key by itself. */
export const keyProblem = (key: string): Problem[] => {
  const field = 'key';
  if (key.toUpperCase() === RUN) return [{ field, message: `"${key}" stands for work that serves no objective` }];
  if (isKeyOfIssue(key)) return [{ field, message: `"${key}" is kept for an objective that is an issue` }];
  return isObjectiveKey(key) ? [] : [{ field, message: `"${key}" is not a key: ${KEY_RULE}` }];
};

/**
 * Everything that is wrong with an objective and its key results by themselves, in the order of the form. Texts must be
 * tidied before.
 */
export const statedProblems = (
  objective: Pick<Objective, 'title' | 'description' | 'weight' | 'start' | 'target'>,
  keyResults: readonly StatedKeyResult[],
): Problem[] => [
  ...lineProblem('title', objective.title, 'objective'),
  ...textProblem('description', objective.description),
  ...weightProblem('weight', objective.weight),
  ...dayProblem('start', objective.start),
  ...dayProblem('target', objective.target),
  ...(objective.start !== null && objective.target !== null && objective.target < objective.start
    ? [{ field: 'target', message: 'is before the start' }]
    : []),
  ...keyResults.flatMap((keyResult, index) => keyResultProblems(keyResult, index, keyResults)),
  ...(keyResults.length > MOST_KEY_RESULTS
    ? [{ field: 'keyResults', message: `are more than ${MOST_KEY_RESULTS}; keep those that tell whether it works` }]
    : []),
];

const keyResultProblems = (
  { title, unit, goal, weight }: StatedKeyResult,
  index: number,
  all: readonly StatedKeyResult[],
): Problem[] => {
  const at = (part: string): string => `keyResults.${index}.${part}`;
  const wrongGoal = goalProblem(goal);
  return [
    ...lineProblem(at('title'), title, 'key result'),
    ...(all.findIndex((other) => sameTitle(other.title, title)) < index
      ? [{ field: at('title'), message: `"${title}" is the title of another key result of this objective` }]
      : []),
    ...lineProblem(at('unit'), unit, '', LONGEST_UNIT),
    ...(wrongGoal === null
      ? []
      : [{ field: at(goal.kind === 'reach' ? 'target' : 'low'), message: wrongGoal.replace(/\.$/, '') }]),
    ...weightProblem(at('weight'), weight),
  ];
};

/** Whether two titles of key results are equal, ignoring case. */
export const sameTitle = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const LABELS: Readonly<Record<string, string>> = {
  key: 'The key',
  title: 'The title',
  description: 'The description',
  parent: 'The parent',
  owner: 'The owner',
  weight: 'The weight',
  status: 'The objective',
  archived: 'The objective',
  day: 'The day',
  start: 'The start',
  target: 'The target',
  unit: 'The unit',
  keyResults: 'The key results',
  note: 'The note',
  decision: 'The decision',
  reason: 'The reason',
};

/** A problem as a complete sentence. */
export const sentenceOf = ({ field, message }: Problem): string => {
  const label = LABELS[field.split('.').at(-1) ?? ''];
  // A message that begins with a capital or a quotation names its subject itself.
  return /^[a-z]/.test(message) && label !== undefined ? `${label} ${message}.` : `${message}.`;
};
