import { readForm } from '../../../static/src/surfaces/portfolio/editing/form/readForm';
import {
  blankForm,
  blankKeyResult,
  type ObjectiveForm,
} from '../../../static/src/surfaces/portfolio/editing/form/objectiveForm';
import { readCheckIn } from '../../../static/src/surfaces/portfolio/objective/readCheckIn';
import { fromForm, toForm } from '../../../static/src/surfaces/admin/settingsForm';
import { asDay } from '../../domain/days';
import { importProblem } from '../../../src/domain/callLimits';
import { remarkProblem } from '../../../src/domain/strategy/objectiveRules';

const form = (changes: Partial<ObjectiveForm>): ObjectiveForm => ({
  ...blankForm('OBJ-1', null),
  title: 'A',
  ...changes,
});
const wrongIn = (changes: Partial<ObjectiveForm>) => {
  const read = readForm(form(changes), []);
  return 'errors' in read ? read.errors : {};
};
const keyResult = { ...blankKeyResult(), title: 'NPS' };

describe('the form of an objective refuses what the app would', () => {
  it.each<[string, Partial<ObjectiveForm>, Record<string, string>]>([
    [
      'a title of two lines',
      { title: 'a\nb' },
      { title: 'The title holds a line break or another character that cannot be shown.' },
    ],
    [
      'half an emoji in a description',
      { description: 'a \ud83d b' },
      { description: 'The description holds a character that cannot be shown.' },
    ],
    [
      'a start that is no day',
      { start: '2026-02-30' },
      { start: '"2026-02-30" is not a date; write it like 2026-01-31.' },
    ],
    [
      'a target before the start',
      { start: '2026-02-02', target: '2026-02-01' },
      { target: 'The target is before the start.' },
    ],
    [
      'ends of a goal that are too far apart',
      { keyResults: [{ ...keyResult, from: '-1.7e308', to: '1.7e308' }] },
      { 'keyResults.0.to': 'The baseline and the target are too far apart.' },
    ],
    [
      'a range with one end',
      { keyResults: [{ ...keyResult, kind: 'maintain', from: '5' }] },
      { 'keyResults.0.to': 'A range needs a high end.' },
    ],
    ['a key of run', { key: 'run' }, { key: '"run" stands for work that serves no objective.' }],
    ['no key', { key: ' ' }, { key: 'The key is empty; every objective needs a key, such as OBJ-1.' }],
  ])('%s', (_, changes, errors) => expect(wrongIn(changes)).toEqual(errors));

  it('and takes the rest, its days as numbers', () => {
    expect(readForm(form({ start: '1970-01-02' }), [])).toMatchObject({
      objective: { title: 'A', start: 1, target: null },
    });
    expect(readForm(form({}), ['obj-1'])).toEqual({ errors: { key: '"obj-1" is taken already.' } });
  });
});

describe('the form of a check-in refuses what the app would', () => {
  const today = asDay('2026-11-23');
  const said = { day: '2026-11-23', note: 'Well', health: null, decision: '', values: {} };
  it.each([
    ['a long note', { note: 'x'.repeat(10_001) }, { note: 'The note is longer than 10,000 characters.' }],
    ['half an emoji', { decision: '\ud83d' }, { decision: 'The decision holds a character that cannot be shown.' }],
    ['a day to come', { day: '2026-11-24' }, { day: 'A check-in tells how it is, so its day is not in the future.' }],
    ['nothing', { note: ' ' }, { note: 'Say something: a note, a health, a decision or a new value of a key result.' }],
  ])('%s', (_, changes, errors) =>
    expect(readCheckIn('OBJ-1', { ...said, ...changes }, [], today)).toEqual({ errors }),
  );
});

test('the form of the settings refuses more groups than the app takes', () => {
  const groups = Array.from({ length: 21 }, (_, at) => ({ id: String(at), name: `Group ${at}` }));
  const settings = toForm({
    editorGroups: groups,
    viewerGroups: [],
    totalsGroups: [],
    guardrail: 0.29,
    cadenceDays: 30,
    responseDays: 14,
    estimateFields: [],
    excludedProjects: [],
    objectiveTypes: [],
    objectiveLinks: [],
    ownQuotaShare: 0.65,
  });
  expect(fromForm(settings)).toEqual({ errors: { editorGroups: 'Choose at most 20 groups.' } });
  expect(fromForm({ ...settings, editorGroups: [] })).toMatchObject({ settings: { guardrail: 0.29, cadenceDays: 30 } });
});

test('the dialogs of a proposed epic refuse a note or a reason that the app would', () => {
  expect(remarkProblem('note', 'x'.repeat(10_001))).toBe('The note is longer than 10,000 characters.');
  expect(remarkProblem('reason', '\ud83d')).toBe('The reason holds a character that cannot be shown.');
  expect(remarkProblem('reason', ' Two\r\nlines ')).toBeNull();
});

test('an import refuses what one call cannot carry', () => {
  expect(importProblem('ä'.repeat(204_800))).toBeNull();
  expect(importProblem(`${'ä'.repeat(204_800)}.`)).toMatch(/^This is more than 400 KB\./);
});
