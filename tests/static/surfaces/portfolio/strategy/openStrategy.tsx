import type { ImportOutcome, ListedObjective, ProposedEpic, Strategy } from '../../../../../src/contract';
import { asked, ok, placeJira, placePage } from '../../../support/bridge';
import { portfolio } from '../../../support/portfolioSamples';
import { openPage } from '../../../support/render';
import { jiraIssue, proposal } from '../../../support/samples';
import { asDay } from '../../../../domain/days';

const stated = (key: string, known: Partial<ListedObjective> = {}): ListedObjective => ({
  key,
  revision: 1,
  archived: false,
  title: `Title of ${key}`,
  owner: null,
  parent: null,
  weight: null,
  perspective: null,
  start: null,
  target: null,
  status: 'active',
  headline: 'work',
  keyResults: 0,
  ...known,
});

export const strategy: Strategy = {
  objectives: [
    stated('OBJ-1', { weight: 60, start: asDay('2026-07-01'), target: asDay('2027-03-31'), owner: 'amara' }),
    stated('OBJ-2', { status: 'draft', archived: true }),
    stated('OBJ-3', {
      parent: 'OBJ-1',
      target: asDay('2027-01-31'),
      keyResults: 1,
    }),
  ],
  nextKey: 'OBJ-4',
};

const TO_DO = { name: 'To Do', statusCategory: { key: 'new' } };

export const proposedEpic = (id: string, known: Partial<ProposedEpic['proposal']> = {}): ProposedEpic => ({
  id,
  project: { id: '1', key: 'WEB', name: 'Web shop' },
  proposal: proposal({ proposedBy: 'amara', ...known }),
});

export const nothing: ImportOutcome = {
  problems: [],
  created: [],
  changed: [],
  unchanged: [],
  rules: 0,
  applied: false,
};

export const open = (more: Parameters<typeof placePage>[2] = {}, mayEdit = true) => {
  placePage(
    'portfolio',
    { type: 'jira:globalPage' },
    {
      portfolio: () => ok({ ...portfolio, mayEdit }),
      strategy: () => ok(strategy),
      proposedEpics: () => ok({ issues: [], estimates: [], hidden: 0 }),
      dueCheckIns: () => ok([]),
      rules: () => ok({ rules: [], everywhere: 0 }),
      ...more,
    },
    '/strategy',
  );
  placeJira({
    people: [{ accountId: 'amara', displayName: 'Amara Diallo', avatarUrl: null }],
    issues: ['1', '2', '4'].map((id) => jiraIssue(id, `WEB-${id}`, { summary: `Epic ${id}`, status: TO_DO })),
  });
  return openPage();
};

export const lastAsked = (call: string) => asked.filter((one) => one.call === call).at(-1)?.payload;
