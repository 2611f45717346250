import { isKeyOfIssue, OF_ISSUE } from '../../../../src/domain/strategy/objectiveKey';
import type { Json } from '../json';

/** The title of an objective whose issue Jira does not show the viewer. */
export const UNSEEN = 'An objective that you cannot see';

/** An objective that is an issue, as Jira shows the viewer the issue. `shown`: the key that pages show and send */
export type Seen = { shown: string; issueKey: string; title: string; owner: string | null; start: Json; target: Json };

/** Those that were read, by the app's key and by the key shown. */
export const byAppKey = new Map<string, Seen>();
export const appKeys = new Map<string, string>();

/** The key of the issue that an objective is; `null`: the viewer cannot see it; `undefined`: the objective is none. */
export const issueKeyOf = (shown: string): string | null | undefined => {
  if (isKeyOfIssue(shown)) return null;
  return byAppKey.get(appKeys.get(shown) ?? '')?.issueKey;
};

/** Whether an objective is an issue: then what Jira says of it is changed there. */
export const isInJira = (shown: string): boolean => issueKeyOf(shown) !== undefined;

const KEYS = new RegExp(`\\b${OF_ISSUE}[0-9a-f]+\\b`, 'g');

/** A message of the app with the keys that the page shows. */
export const inWords = (message: string): string => message.replace(KEYS, (key) => byAppKey.get(key)?.shown ?? key);
