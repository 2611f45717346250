import type { FieldValue, Tag } from '../../../../src/contract';
import { RUN_NAME } from '../../shared/words';

/** The key of work that deliberately serves no objective. */
export const RUN_KEY = 'RUN';

/** The field's value as Jira keeps it; `null` where there is none or it is not one of ours. */
export function readFieldValue(value: unknown): FieldValue | null {
  if (typeof value !== 'object' || value === null) return null;
  const { key, name } = value as Partial<Record<keyof FieldValue, unknown>>;
  return typeof key === 'string' && key !== '' ? { key, name: typeof name === 'string' ? name : '' } : null;
}

export const fieldText = ({ key, name }: FieldValue) => (key === RUN_KEY ? RUN_NAME : `${key} ${name}`.trim());

/** The value for a choice; the title is needed because Jira lists and exports show it. */
export function toFieldValue(tag: Tag | null, title: string): FieldValue | null {
  if (!tag) return null;
  return tag.kind === 'run' ? { key: RUN_KEY, name: RUN_NAME } : { key: tag.key, name: title };
}
