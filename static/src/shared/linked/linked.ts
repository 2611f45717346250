import type { TagOrigin } from '../../../../src/contract';
import type { Origin } from '../../../../src/domain/tagging/origin';
import { type FieldChange, readFieldChanges } from '../jira/tagChanges';

/**
 * Who gave an issue the tag that it has, how and when. `how`: as the app knows, or `jira`: in Jira's own field; `by`: account
 * id, `null`: the person was erased
 */
type LinkedBySomebody = { how: Origin | 'jira'; by: string | null; at: string };

/** `created`: the issue had the tag when it was created */
export type Linked = LinkedBySomebody | { how: 'created' };

/** Who linked an issue; `null`: nobody afterwards, or nobody is known. */
export const linkerOf = (linked: Linked | null): LinkedBySomebody | null =>
  linked === null || linked.how === 'created' ? null : linked;

const newest = (changes: readonly FieldChange[], isApp: boolean): FieldChange | null =>
  changes.filter((change) => change.isApp === isApp).sort((a, b) => b.at - a.at)[0] ?? null;

/**
 * Who linked an issue, from what the app knows and what Jira's history tells: whatever came last. In the history all that the
 * app does is by the app, new titles of objectives too, so of that only the app knows who.
 */
export function linkedOf(origin: TagOrigin | null, changes: readonly FieldChange[]): Linked {
  const [person, app] = [newest(changes, false), newest(changes, true)];
  const inJira = ({ by, at }: FieldChange): Linked => ({ how: 'jira', by, at: new Date(at).toISOString() });
  if (person !== null && (origin === null || person.at > Date.parse(origin.at))) return inJira(person);
  return origin ?? (app === null ? { how: 'created' } : inJira(app));
}

/** Who linked issues that have a tag of their own, by issue. Reads their history from Jira as the viewer. */
export async function readLinked(
  issues: readonly { id: string; origin: TagOrigin | null }[],
  field: string | null,
): Promise<Map<string, Linked>> {
  if (field === null) return new Map();
  const changes = await readFieldChanges(
    issues.map(({ id }) => id),
    field,
  );
  return new Map(issues.map(({ id, origin }) => [id, linkedOf(origin, changes.get(id) ?? [])]));
}
