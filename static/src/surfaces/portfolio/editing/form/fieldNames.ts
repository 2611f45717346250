import type { ObjectiveForm } from './objectiveForm';

/** The form's names for the parts of a goal. */
const ENDS: Readonly<Record<string, string>> = { baseline: 'from', low: 'from', target: 'to', high: 'to', goal: 'to' };

/** The form's field for the app's, such as `objective.keyResults.0.goal.target`; `null`: none. */
export function fieldOfForm(name: string | null, form: ObjectiveForm): string | null {
  if (name === null) return null;
  const parts = name.split('.').filter((part) => part !== 'objective');
  const [first = '', index, ...rest] = parts;
  if (first !== 'keyResults' || index === undefined) return first in form ? first : null;
  if (!form.keyResults[Number(index)]) return null;
  const last = rest.at(-1) ?? 'title';
  return `keyResults.${index}.${ENDS[last] ?? last}`;
}
