import { goalProblem, type KeyResult } from './keyResult';
import type { Objective } from './objective';
import { isObjectiveKey, KEY_RULE } from './objectiveKey';
import { type Day, isDay } from '../time/day';
import { RUN } from '../work/workItem';

/**
 * What is wrong with something that a person stated. `field` is the part of a form (`title`, `keyResults.0.target`); `message`
 * goes on where the field's name stands: "is empty; every objective needs a title".
 */
export type Problem = { field: string; message: string };

/** A key result as it is stated: it need not have an id yet. */
export type StatedKeyResult = Pick<KeyResult, 'title' | 'unit' | 'goal' | 'weight'>;

const LONGEST_TITLE = 255;
/** Characters of a description, a note, a decision or a reason. */
const LONGEST_TEXT = 10_000;
const LONGEST_UNIT = 32;
const MOST_KEY_RESULTS = 20;
/** Far beyond any scale that people weigh on, and small enough that weights always add up. */
const LARGEST_WEIGHT = 1e9;

/** Halves of characters, which no database keeps, and what moves the cursor instead of showing. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;
/** The same, but for line breaks and tabs. */
const UNPRINTABLE_IN_TEXT = /\p{Cs}|[^\P{Cc}\n\t]/u;

/** Characters as people count them: an emoji or a letter of any script is one, whatever it takes to store. */
const lengthOf = (text: string): number => [...text].length;

/** A line as it is kept: without blanks around it. */
export const tidyLine = (text: string): string => text.trim();

/** A text of several lines as it is kept: without blanks around it, every line break alike; `null` where nothing is left. */
export const tidyText = (text: string | null): string | null => (text ?? '').replace(/\r\n?/g, '\n').trim() || null;

const lineProblem = (field: string, line: string, what: string, longest = LONGEST_TITLE): Problem[] => {
  if (line === '' && what !== '') return [{ field, message: `is empty; every ${what} needs a title` }];
  if (lengthOf(line) > longest) return [{ field, message: `is longer than ${longest} characters` }];
  return UNPRINTABLE.test(line)
    ? [{ field, message: 'holds a line break or another character that cannot be shown' }]
    : [];
};

/** What is wrong with a text of several lines. */
export const textProblem = (field: string, text: string | null): Problem[] => {
  if (lengthOf(text ?? '') > LONGEST_TEXT)
    return [{ field, message: `is longer than ${LONGEST_TEXT.toLocaleString('en')} characters` }];
  return UNPRINTABLE_IN_TEXT.test(text ?? '') ? [{ field, message: 'holds a character that cannot be shown' }] : [];
};

/** What is wrong with a text that goes with something, such as a `note` or a `reason`, as a sentence; `null` where nothing is. */
export const remarkProblem = (field: 'note' | 'reason', text: string): string | null =>
  textProblem(field, tidyText(text)).map(sentenceOf)[0] ?? null;

/** What is said of a value that is no number, whatever it belongs to. */
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

/** What is said of a key that was not given. */
export const KEY_MISSING = 'is empty; every objective needs a key, such as OBJ-1';

/** What is wrong with a day. */
export const dayProblem = (field: string, day: Day | null): Problem[] =>
  day === null || isDay(day) ? [] : [{ field, message: 'is not a day' }];

/** What is wrong with the key of a new objective, whatever others there are. */
export const keyProblem = (key: string): Problem[] => {
  const field = 'key';
  if (key.toUpperCase() === RUN) return [{ field, message: `"${key}" stands for work that serves no objective` }];
  return isObjectiveKey(key) ? [] : [{ field, message: `"${key}" is not a key: ${KEY_RULE}` }];
};

/** Everything that is wrong with an objective and its key results as such, in the order of a form. Texts must be tidy. */
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

/** Titles of key results are told apart without regard to case. */
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

/** A problem as a sentence that stands alone. */
export const sentenceOf = ({ field, message }: Problem): string => {
  const label = LABELS[field.split('.').at(-1) ?? ''];
  // What begins with a capital or a quotation names its subject itself.
  return /^[a-z]/.test(message) && label !== undefined ? `${label} ${message}.` : `${message}.`;
};
