import { HEADLINES, type Headline, type Perspective, PERSPECTIVE_NAME, PERSPECTIVES } from './objective';

/** The columns of a strategy file that state an objective; of these `key` and `title` must be there. */
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

/** The columns that state a key result, on the objective's row or on a further row that has only the objective's key besides. */
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

/** How a file names perspectives and headlines: as people write them. */
export const perspectiveWord = (perspective: Perspective): string => PERSPECTIVE_NAME[perspective].toLowerCase();
export const HEADLINE_WORDS: Record<Headline, string> = { work: 'work', keyResults: 'key results', both: 'both' };

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^a-z]/g, '');

/** The perspective that a cell names, however it is spaced; `undefined` for none of them. */
export const perspectiveIn = (text: string): Perspective | undefined =>
  PERSPECTIVES.find((one) => lettersOf(one) === lettersOf(text));
export const headlineIn = (text: string): Headline | undefined =>
  HEADLINES.find((one) => lettersOf(one) === lettersOf(text));
