import type { FieldValue, InheritedObjective, Tag } from '../../../src/contract';
import { isObjectiveKey } from '../../../src/domain/strategy/objectiveKey';
import { RUN, RUN_TITLE } from '../../../src/domain/work/workItem';

/** The field's value as Jira keeps it; `null` where there is none or it is not one of ours. */
export function readFieldValue(value: unknown): FieldValue | null {
  if (typeof value !== 'object' || value === null) return null;
  const { key, name } = value as Partial<Record<keyof FieldValue, unknown>>;
  const isTag = typeof key === 'string' && (key === RUN || isObjectiveKey(key));
  return isTag ? { key, name: typeof name === 'string' ? name : '' } : null;
}

/** What the field holds that is no value of ours, to be shown; `null` where it holds nothing or one of ours. */
export function malformedText(value: unknown): string | null {
  if (value === null || value === undefined || readFieldValue(value)) return null;
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  const { key, name } = value as Partial<Record<keyof FieldValue, unknown>>;
  return [key, name].filter((part) => typeof part === 'string').join(' ');
}

export const fieldText = ({ key, name }: FieldValue) => (key === RUN ? RUN_TITLE : `${key} ${name}`.trim());

/** What an issue serves by one above it: "OBJ-7, from WEB-1". `from`: that key; `null` where Jira does not show it. */
export const inheritedText = ({ tag }: InheritedObjective, from: string | null) =>
  `${tag.kind === 'run' ? RUN_TITLE : tag.key}, from ${from ?? 'an issue you may not see'}`;

/** The value for a choice; the title is needed because Jira lists and exports show it. */
export function toFieldValue(tag: Tag | null, title: string): FieldValue | null {
  if (!tag) return null;
  return tag.kind === 'run' ? { key: RUN, name: RUN_TITLE } : { key: tag.key, name: title };
}
