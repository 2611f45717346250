import { RUN } from '../work/workItem';

export const LONGEST_KEY = 64;
const KEY = /^[A-Za-z][A-Za-z0-9_-]*$/;

/** What `isObjectiveKey` asks for, in words. */
export const KEY_RULE = `a letter first, then letters, digits, - and _, at most ${LONGEST_KEY} of them`;

/**
 * Whether a text can be an objective's key. Just so, without blanks around it, which some databases overlook and others do not.
 * `RUN`, however it is written, is none: it stands for work that serves no objective.
 */
export const isObjectiveKey = (text: string): boolean =>
  KEY.test(text) && text.length <= LONGEST_KEY && text.toUpperCase() !== RUN;

/** Keys are told apart without regard to case, as Jira tells its own apart. */
export const isSameKey = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Whether a text can be what an issue is tagged with: the key of an objective, of the strategy or not, or `RUN`. */
export const isTag = (text: string): boolean => text === RUN || isObjectiveKey(text);
