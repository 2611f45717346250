import type { FieldValue, InheritedObjective, Tag } from '../../../src/contract';
import { isKeyOfIssue, isTag } from '../../../src/domain/strategy/objectiveKey';
import { RUN, RUN_TITLE } from '../../../src/domain/work/workItem';
import { UNSEEN } from './jira/seenObjectives';

/** Reads the field's value as Jira stores it; `null`: empty or malformed. */
export function readFieldValue(value: unknown): FieldValue | null {
  if (typeof value !== 'object' || value === null) return null;
  const { key, name } = value as Partial<Record<keyof FieldValue, unknown>>;
  return typeof key === 'string' && isTag(key) ? { key, name: typeof name === 'string' ? name : '' } : null;
}

/** The text of a malformed value of the field; `null`: empty or valid. */
export function malformedText(value: unknown): string | null {
  if (value === null || value === undefined || readFieldValue(value)) return null;
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  const { key, name } = value as Partial<Record<keyof FieldValue, unknown>>;
  return [key, name].filter((part) => typeof part === 'string').join(' ');
}

/** What a malformed value of the field means. */
export const MALFORMED_MEANING = 'The field’s value is not the key of an objective, so it counts as empty.';

export const fieldText = ({ key, name }: FieldValue) => (key === RUN ? RUN_TITLE : `${key} ${name}`.trim());

/** What an issue inherits: "OBJ-7, from WEB-1". `from`: key of the issue above; `null`: Jira hides it */
export const inheritedText = ({ tag }: InheritedObjective, from: string | null) =>
  `${nameOf(tag)}, from ${from ?? 'an issue you cannot see'}`;

const nameOf = (tag: Tag): string => {
  if (tag.kind === 'run') return RUN_TITLE;
  return isKeyOfIssue(tag.key) ? UNSEEN : tag.key;
};

/** The field's value for a tag. It includes the title, which Jira shows in lists and exports. */
export function toFieldValue(tag: Tag | null, title: string): FieldValue | null {
  if (!tag) return null;
  return tag.kind === 'run' ? { key: RUN, name: RUN_TITLE } : { key: tag.key, name: title };
}
