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

/** Whether two keys are equal, ignoring case, as in Jira. */
export const isSameKey = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether a text can be a tag: an objective's key, stated or not, or `RUN`. */
export const isTag = (text: string): boolean => text === RUN || isObjectiveKey(text);

/** Whether a stored tag is the one that Jira has. `OTHER_KEYS` may stand for any key. */
export const isStoredTag = (stored: string | null, tag: string | null): boolean =>
  stored === tag || (stored === OTHER_KEYS && tag !== null && tag !== RUN);
