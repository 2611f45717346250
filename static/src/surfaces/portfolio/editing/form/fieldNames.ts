import type { ObjectiveForm } from './objectiveForm';

/** The ends of a goal, as the app names them and as the form does. */
const ENDS: Readonly<Record<string, string>> = { baseline: 'from', low: 'from', target: 'to', high: 'to', goal: 'to' };

/**
 * The field of the form that the app means by a name such as `objective.keyResults.0.goal.target`; `null` where the form has
 * no such field.
 */
export function fieldOfForm(name: string | null, form: ObjectiveForm): string | null {
  if (name === null) return null;
  const parts = name.split('.').filter((part) => part !== 'objective');
  const [first = '', index, ...rest] = parts;
  if (first !== 'keyResults' || index === undefined) return first in form ? first : null;
  if (!form.keyResults[Number(index)]) return null;
  const last = rest.at(-1) ?? 'title';
  return `keyResults.${index}.${ENDS[last] ?? last}`;
}
