import type { KeyResult } from './keyResult';
import { isKeyOfIssue } from './objectiveKey';

/**
 * How large a strategy may grow. Together the caps keep every answer within Forge's limits (5 MB for a page, 4 MiB for
 * a statement), whatever people write: `tests/strategy/caps.test.ts` fills a site up to them.
 */
export const MOST_OBJECTIVES = 2_000;
/** Levels of the cascade, the top included. */
export const MOST_LEVELS = 10;
/** Key results of an objective, and of all together. */
export const MOST_KEY_RESULTS = 20;
export const MOST_KEY_RESULTS_IN_ALL = 4_000;
/** Bytes of all titles and units together as they are sent, in JSON. */
export const MOST_TITLE_BYTES = 600_000;
/** Check-ins on an objective, with one day and in all. */
export const MOST_CHECK_INS_A_DAY = 10;
export const MOST_CHECK_INS = 2_000;
/** Keys that issues name and no objective has, which are told apart. Further ones count together, as `OTHER_KEYS`. */
export const MOST_UNKNOWN_KEYS = 200;
/** Rows of a strategy file. */
export const MOST_FILE_ROWS = MOST_OBJECTIVES + MOST_KEY_RESULTS_IN_ALL;

type Stated = { objective: { key: string; title: string }; keyResults: readonly Pick<KeyResult, 'title' | 'unit'>[] };

const number = (count: number): string => count.toLocaleString('en');

/** `issues`: those of the objectives that are issues, of which Jira may make any number */
type Size = { objectives: number; issues: number; keyResults: number; titleBytes: number };

const bytesOf = (text: string): number => new TextEncoder().encode(JSON.stringify(text)).length;

/** How large a strategy is. */
export const sizeOf = (all: Iterable<Stated>): Size => {
  const size = { objectives: 0, issues: 0, keyResults: 0, titleBytes: 0 };
  for (const { objective, keyResults } of all) {
    size.objectives += 1;
    if (isKeyOfIssue(objective.key)) size.issues += 1;
    size.keyResults += keyResults.length;
    size.titleBytes += bytesOf(objective.title);
    for (const { title, unit } of keyResults) size.titleBytes += bytesOf(title) + bytesOf(unit);
  }
  return size;
};

/** Why a strategy may not grow so large, as a sentence that says what to do; `null`: it may, or it does not grow. */
export const sizeProblem = (before: Size, after: Size): string | null => {
  const exceeds = (what: keyof Size, most: number): boolean => after[what] > most && after[what] > before[what];
  if (exceeds('objectives', MOST_OBJECTIVES)) {
    const most = `A strategy holds at most ${number(MOST_OBJECTIVES)} objectives`;
    return after.issues === 0
      ? `${most}. Delete drafts that nobody needs, or state less`
      : `${most}, and ${number(after.issues)} issues of the types that an admin named are objectives. Ask a Jira admin to name types that have fewer issues, or state less`;
  }
  if (exceeds('keyResults', MOST_KEY_RESULTS_IN_ALL))
    return `A strategy holds at most ${number(MOST_KEY_RESULTS_IN_ALL)} key results in all. Remove those that nobody measures`;
  if (exceeds('titleBytes', MOST_TITLE_BYTES))
    return `The titles and units of a strategy are together longer than ${number(MOST_TITLE_BYTES / 1000)} KB. Shorten some; descriptions may be long`;
  return null;
};
