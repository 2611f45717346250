import type { HistoryField, KeyResultDraft, ObjectiveDraft } from '../../../../../../src/contract';
import { keyResultInWords } from '../../../../../../src/domain/strategy/history';
import { HEADLINE_NAME, PERSPECTIVE_NAME, STATUS_NAME } from '../../../../../../src/domain/strategy/objective';
import { NONE, type Format } from '../../../../shared/format';
import { FIELD_NAME } from '../../../../shared/words';

/** A field that somebody else changed: its value when the edit began, theirs, and that in the form. */
export type Difference = { field: string; before: string; theirs: string; mine: string; isAlsoMine: boolean };

type Words = { format: Format; personName: (accountId: string) => string };

const FIELDS = (Object.keys(FIELD_NAME) as HistoryField[]).filter((field) => field !== 'keyResult');

function fieldInWords(objective: ObjectiveDraft, field: (typeof FIELDS)[number], words: Words): string {
  const { format, personName } = words;
  switch (field) {
    case 'owner':
      return objective.owner === null ? NONE : personName(objective.owner);
    case 'weight':
      return objective.weight === null ? NONE : format.number(objective.weight);
    case 'perspective':
      return objective.perspective === null ? NONE : PERSPECTIVE_NAME[objective.perspective];
    case 'start':
    case 'target':
      return objective[field] === null ? NONE : format.day(objective[field]);
    case 'status':
      return STATUS_NAME[objective.status];
    case 'headline':
      return HEADLINE_NAME[objective.headline];
    case 'title':
    case 'description':
    case 'parent':
      return objective[field] || NONE;
  }
}

const shown = (keyResult: KeyResultDraft | undefined, { format }: Words): string =>
  keyResult ? keyResultInWords(keyResult, (value) => format.number(value)) : NONE;

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

const byId = (objective: ObjectiveDraft) =>
  new Map(
    objective.keyResults.flatMap((keyResult) => (keyResult.id === null ? [] : [[keyResult.id, keyResult] as const])),
  );

const stated = (keyResult: KeyResultDraft | undefined) =>
  keyResult && [keyResult.title, keyResult.unit, keyResult.goal, keyResult.weight];

/** What somebody else changed since `base`, the version that the edit began with. */
export function differencesOf(
  base: ObjectiveDraft,
  theirs: ObjectiveDraft,
  mine: ObjectiveDraft,
  words: Words,
): Difference[] {
  const fields = FIELDS.filter((field) => !same(base[field], theirs[field])).map((field) => ({
    field: FIELD_NAME[field],
    before: fieldInWords(base, field, words),
    theirs: fieldInWords(theirs, field, words),
    mine: fieldInWords(mine, field, words),
    isAlsoMine: !same(base[field], mine[field]),
  }));
  const [inBase, inTheirs, inMine] = [byId(base), byId(theirs), byId(mine)];
  const keyResults = [...new Set([...inBase.keys(), ...inTheirs.keys()])]
    .filter((id) => !same(stated(inBase.get(id)), stated(inTheirs.get(id))))
    .map((id) => ({
      field: `Key result “${(inTheirs.get(id) ?? inBase.get(id))?.title ?? ''}”`,
      before: shown(inBase.get(id), words),
      theirs: shown(inTheirs.get(id), words),
      mine: shown(inMine.get(id), words),
      isAlsoMine: !same(stated(inBase.get(id)), stated(inMine.get(id))),
    }));
  return [...fields, ...keyResults];
}

function mergedKeyResults(base: ObjectiveDraft, theirs: ObjectiveDraft, mine: ObjectiveDraft): KeyResultDraft[] {
  const [inBase, inTheirs, inMine] = [byId(base), byId(theirs), byId(mine)];
  const touched = (id: number) => !same(stated(inBase.get(id)), stated(inMine.get(id)));
  const kept = theirs.keyResults.flatMap((keyResult) => {
    if (keyResult.id === null || !touched(keyResult.id)) return [keyResult];
    const own = inMine.get(keyResult.id);
    return own ? [own] : [];
  });
  // A key result that they removed and I changed is kept, as a new one.
  const rescued = mine.keyResults.flatMap((keyResult) => {
    if (keyResult.id === null) return [keyResult];
    const wasRemoved = inBase.has(keyResult.id) && !inTheirs.has(keyResult.id);
    return wasRemoved && touched(keyResult.id) ? [{ ...keyResult, id: null }] : [];
  });
  return [...kept, ...rescued];
}

/** My changes on top of theirs. Where both changed a field, mine wins. */
export function mineOnTop(base: ObjectiveDraft, theirs: ObjectiveDraft, mine: ObjectiveDraft): ObjectiveDraft {
  const fields = Object.fromEntries(
    FIELDS.map((field) => [field, same(base[field], mine[field]) ? theirs[field] : mine[field]]),
  );
  return { ...theirs, ...fields, keyResults: mergedKeyResults(base, theirs, mine) };
}
