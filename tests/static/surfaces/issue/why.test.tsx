import { configure, screen, waitFor } from '@testing-library/react';
import type { IssueAlignment, WhyItMatters } from '../../../../src/contract';
import { asDay } from '../../../domain/days';
import { asked, ok, operations, placeJira, placePage } from '../../support/bridge';
import { openPage } from '../../support/render';
import { issue, jiraIssue, options, seenIssues, unserved } from '../../support/samples';

const SUGGESTED = 'Link WEB-42 to OBJ-12 One basket everywhere, as suggested';

/** The page comes in parts, each of which is compiled when a test first needs it. */
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

const WEB_42 = { issue: { id: '42', key: 'WEB-42' }, project: { id: '1', key: 'WEB' } };

/** @param learning what the answer of past links waits for */
const open = (shown: IssueAlignment, why: WhyItMatters, learning = Promise.resolve()) => {
  placePage('alignment-panel', WEB_42, {
    issueAlignment: () => ok(shown),
    searchObjectives: () => ok(options),
    whyItMatters: () => ok(why),
    moveTagToParent: () => ok({ ...shown, tag: null }),
    pastLinksAroundIssue: async () => {
      await learning;
      return ok({
        links: Array.from({ length: 40 }, (_, at) => ({
          id: String(200 + at),
          objective: at % 2 ? 'OBJ-1' : 'OBJ-12',
        })),
        candidates: options.map(({ key, title }) => ({ key, title, owner: null, start: 0 })),
        fields: { objective: null, sprint: null, team: null },
      });
    },
    tagIssue: () => ok(issue),
    countedInProject: () =>
      ok({
        issues: [{ id: '200', size: 1, isAssumed: false, isTagged: false, origin: null }],
        ...{ estimates: [], total: 1, size: 1, next: null, field: null },
      }),
  });
  const created = '2026-03-01T09:00:00.000+0000';
  placeJira({
    issues: [
      ...seenIssues.filter(({ id }) => id !== '42'),
      jiraIssue('42', 'WEB-42', { created, summary: 'Basket on the phone', components: [{ id: '1', name: 'Cart' }] }),
      ...Array.from({ length: 40 }, (_, at) =>
        jiraIssue(String(200 + at), `WEB-${200 + at}`, {
          created,
          summary: at % 2 ? 'Poster for the fair' : 'Basket on the tablet',
          components: [at % 2 ? { id: '2', name: 'Print' } : { id: '1', name: 'Cart' }],
        }),
      ),
    ],
    people: [{ accountId: 'ann', displayName: 'Ann Lee', avatarUrl: null }],
  });
  return openPage();
};

const NOTHING: WhyItMatters = { objective: null, aligns: null };

describe('why the work matters', () => {
  const objective = {
    ...{ key: 'OBJ-12', description: 'What is in one basket is in all.', owner: 'ann', target: asDay('2026-12-31') },
    ...{ health: 'atRisk' as const, stated: null, chance: null },
  };

  it('is said before how far it is, with a way to the objective', async () => {
    const user = open(issue, { objective, aligns: null });
    const said = await screen.findByText('What is in one basket is in all.');
    expect(await screen.findByText('Ann Lee')).toBeVisible();
    expect(screen.getByText('31 Dec 2026')).toBeVisible();
    expect(screen.getByText('At risk')).toBeVisible();
    const progress = screen.getByText('9 of 20 items done');
    expect(said.compareDocumentPosition(progress) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await user.click(await screen.findByRole('link', { name: 'Open OBJ-12' }));
    expect(JSON.stringify(operations.at(-1))).toContain('https://site.example/jira/apps/app/env/objectives/OBJ-12');
  });

  it('says of an objective that seems on track that its forecast does not', async () => {
    open(issue, { objective: { ...objective, health: 'onTrack', chance: 0.02 }, aligns: null });
    expect(await screen.findByText('On track, unlikely in time')).toBeVisible();
  });

  it('is what a link would align, on an epic that serves nothing', async () => {
    const user = open({ ...unserved, counted: { kind: 'container' } }, { objective: null, aligns: 3 });
    const number = await screen.findByRole('button', {
      name: '3 work items, Unlinked work below WEB-42: show the issues',
    });
    expect(number.parentElement).toHaveTextContent(
      'Linking this issue aligns 3 work items below it that serve nothing.',
    );
    await user.click(number);
    expect(await screen.findByText('Unlinked work below WEB-42: the issues')).toBeVisible();
    expect(await screen.findByText('Basket on the tablet')).toBeVisible();
  });
});

describe('on an issue that serves nothing', () => {
  it('an objective is suggested from what was linked before', async () => {
    const user = open(unserved, NOTHING);
    (await screen.findByRole('button', { name: SUGGESTED })).focus();
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(asked.find(({ call }) => call === 'tagIssue')?.payload).toMatchObject({
        tag: { kind: 'objective', key: 'OBJ-12' },
        isSuggested: true,
      }),
    );
  });

  it('what is suggested late moves no list that is open', async () => {
    let learned: () => void = () => undefined;
    const user = open(unserved, NOTHING, new Promise((resolve) => (learned = resolve)));
    await user.click(await screen.findByRole('combobox', { name: 'Objective of WEB-42' }));
    await screen.findByRole('option', { name: /OBJ-12/ });
    learned();
    await expect(screen.findByRole('button', { name: SUGGESTED }, { timeout: 1_000 })).rejects.toThrow();
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: SUGGESTED })).toBeVisible();
  });

  it('one’s other work that serves nothing is a click away', async () => {
    open(unserved, NOTHING);
    const link = await screen.findByRole('link', { name: 'My work that serves nothing' });
    expect(link).toHaveAttribute('href', expect.stringContaining('?tab=unlinked&group=everything&mine=1'));
  });
});

it('the objective of a sub-task, which has no effect, can be moved to its parent', async () => {
  const subtask: IssueAlignment = {
    ...{ ...issue, counted: { kind: 'subtask', parentId: '7' } },
    tag: { kind: 'objective', key: 'OBJ-1' },
  };
  const user = open(subtask, NOTHING);
  await user.click(await screen.findByRole('button', { name: 'Move its own objective to WEB-7' }));
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Move its own/ })).not.toBeInTheDocument());
  expect(asked.some(({ call }) => call === 'moveTagToParent')).toBe(true);
});
