import { RUN } from '../work/workItem';

export const LONGEST_KEY = 64;
const KEY = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** The rule of `isObjectiveKey` in words. */
export const KEY_RULE = `a letter first, then letters, digits, - and _, at most ${LONGEST_KEY} of them`;

/**
 * Whether a text can be an objective's key. Blanks around it are not allowed, because some databases ignore them and
 * others do not. `RUN`, in any case, is reserved for work that serves no objective.
 */
export const isObjectiveKey = (text: string): boolean =>
  KEY.test(text) && text.length <= LONGEST_KEY && text.toUpperCase() !== RUN;

/**
 * Stands for all keys that issues name beyond the first `MOST_UNKNOWN_KEYS` that no objective has, as pages show it. No
 * key, because of its blank, so nobody can state it or tag an issue with it.
 */
export const OTHER_KEYS = 'other keys';

/** What keys of objectives that are issues begin with. */
export const OF_ISSUE = 'in-jira-';

/**
 * The key of an objective that is an issue. Not the issue's own, which changes when it moves, and which not everybody
 * may see who sees the objective's figures.
 * @param code letters and digits that stand for the issue alone
 */
export const keyOfIssue = (code: string): string => `${OF_ISSUE}${code}`;

/** Whether a key is one of an objective that is an issue. */
export const isKeyOfIssue = (key: string): boolean => key.toLowerCase().startsWith(OF_ISSUE);

/** Whether two keys are equal, ignoring case, as in Jira. */
export const isSameKey = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether a text can be a tag: an objective's key, stated or not, or `RUN`. */
export const isTag = (text: string): boolean => text === RUN || (isObjectiveKey(text) && !isKeyOfIssue(text));

/** Whether a stored tag is the one that Jira has. `OTHER_KEYS` may stand for any key. */
export const isStoredTag = (stored: string | null, tag: string | null): boolean =>
  stored === tag || (stored === OTHER_KEYS && tag !== null && tag !== RUN);
