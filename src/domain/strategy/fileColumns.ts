import { HEADLINES, type Headline, type Perspective, PERSPECTIVE_NAME, PERSPECTIVES } from './objective';

/** A strategy file's columns for an objective. `key` and `title` are required. */
export const OBJECTIVE_COLUMNS = [
  'key',
  'title',
  'parent',
  'owner',
  'weight',
  'status',
  'start',
  'target',
  'link',
  'description',
  'perspective',
  'headline',
  'archived',
] as const;
export const REQUIRED_COLUMNS = ['key', 'title'] as const;

/** The columns for a key result, on the objective's row or on a further row with only the objective's key. */
export const KEY_RESULT_COLUMNS = [
  'kr',
  'kr unit',
  'kr kind',
  'kr baseline',
  'kr target',
  'kr low',
  'kr high',
  'kr weight',
] as const;

export type ObjectiveColumn = (typeof OBJECTIVE_COLUMNS)[number];
export type KeyResultColumn = (typeof KEY_RESULT_COLUMNS)[number];
export type FileColumn = ObjectiveColumn | KeyResultColumn;
export const FILE_COLUMNS: readonly FileColumn[] = [...OBJECTIVE_COLUMNS, ...KEY_RESULT_COLUMNS];

/** A file's words for perspectives and headlines. */
export const perspectiveWord = (perspective: Perspective): string => PERSPECTIVE_NAME[perspective].toLowerCase();
export const HEADLINE_WORDS: Record<Headline, string> = { work: 'work', keyResults: 'key results', both: 'both' };

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** The perspective in a cell, however spaced; `undefined`: none. */
export const perspectiveIn = (text: string): Perspective | undefined =>
  PERSPECTIVES.find((one) => lettersOf(one) === lettersOf(text));
export const headlineIn = (text: string): Headline | undefined =>
  HEADLINES.find((one) => lettersOf(one) === lettersOf(text));
