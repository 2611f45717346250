import type { CheckIn, Day, HistoryEntry, Portfolio } from '../../../../../src/contract';
import { NONE, type Format } from '../../../shared/format';
import { FIELD_NAME, HEALTH_NAME } from '../../../shared/words';
import { valueInWords } from './keyResultWords';
import { personName, type People } from './people';

/** What somebody did to an objective: "created OBJ-1". */
export const VERB: Record<HistoryEntry['kind'], string> = {
  created: 'created',
  changed: 'changed',
  archived: 'archived',
  restored: 'restored',
};

type Change = HistoryEntry['changes'][number];

function fieldInWords(field: string, value: string | Day | null, people: People, format: Format): string {
  if (value === null) return field === 'owner' ? 'nobody' : 'none';
  if (typeof value === 'number') return format.day(value);
  return field === 'owner' ? personName(people, value) : value;
}

function changeInWords({ field, from, to }: Change, people: People, format: Format): string {
  const name = FIELD_NAME[field];
  // Too long to quote.
  if (field === 'description') {
    return `${name} ${from === null ? 'written' : to === null ? 'removed' : 'rewritten'}`;
  }
  if (field === 'keyResult' && from === null) return `${name} added: ${to ?? NONE}`;
  if (field === 'keyResult' && to === null) return `${name} removed: ${from ?? NONE}`;
  const value = (one: string | Day | null) => fieldInWords(field, one, people, format);
  return `${name}: ${value(from)} → ${value(to)}`;
}

/** The changed fields, a line each. None for a new objective: all of it is new. */
export const changesInWords = ({ kind, changes }: HistoryEntry, people: People, format: Format): string[] =>
  kind === 'created' ? [] : changes.map((change) => changeInWords(change, people, format));

/** Each objective's newest check-in, and all with a decision. `checkIns`: newest first */
export function essentialCheckIns(checkIns: readonly CheckIn[]): CheckIn[] {
  const told = new Set<string>();
  return checkIns.filter(({ objective, decision }) => {
    const isNewest = !told.has(objective);
    told.add(objective);
    return isNewest || decision !== null;
  });
}

/** What a check-in says: a line for stated health and values, one for the note, one for the decision. */
export function checkInInWords(
  { objective, health, values, note, decision }: CheckIn,
  { objectives }: Pick<Portfolio, 'objectives'>,
  format: Format,
): string[] {
  const keyResults = objectives.find((one) => one.objective.key === objective)?.keyResults ?? [];
  const valueOf = ({ keyResult, value }: CheckIn['values'][number]) => {
    const known = keyResults.find(({ id }) => id === keyResult);
    return `${known?.title ?? 'A former key result'}: ${valueInWords(value, known?.unit ?? '', format)}`;
  };
  const figures = [
    ...(health === null ? [] : [`Stated health: ${HEALTH_NAME[health].toLowerCase()}`]),
    ...values.map(valueOf),
  ];
  return [
    ...(figures.length === 0 ? [] : [figures.join('; ')]),
    ...(note === null ? [] : [`Note: ${note}`]),
    ...(decision === null ? [] : [`Decision: ${decision}`]),
  ];
}
