import { act, screen, waitFor } from '@testing-library/react';
import type { IssueAlignment } from '../../../../src/contract';
import { asked, ok, operations, placeJira, placePage, raise, read } from '../../support/bridge';
import { openPage } from '../../support/render';
import { basket, issue, jiraIssue, options, seenIssues, unserved, work } from '../../support/samples';

const MALFORMED_MEANING = 'The field’s value is not the key of an objective, so it counts as empty.';
const WEB_42 = { issue: { id: '42', key: 'WEB-42' } };
const DIRECT = { kind: 'direct', origin: null } as const;

const open = (shown: IssueAlignment, moduleKey = 'alignment-context') => {
  let now = shown;
  placePage(moduleKey, WEB_42, {
    issueAlignment: () => ok(now),
    searchObjectives: () => ok(options),
    tagIssue: ({ tag }) => {
      now = { ...(tag ? issue : unserved), tag, provenance: tag ? DIRECT : { kind: 'none' } };
      return ok(now);
    },
  });
  placeJira({ issues: seenIssues });
  return { user: openPage(), becomes: (next: IssueAlignment) => (now = next) };
};

describe('what an issue serves', () => {
  it('shows objective, origin, progress and the way up', async () => {
    open(issue);
    expect(await screen.findByRole('heading', { name: /OBJ-12 Active One basket everywhere/ })).toBeVisible();
    expect(await screen.findByText('Checkout that remembers')).toBeVisible();
    expect(screen.getByText(/Inherited from/)).toHaveTextContent('Inherited from WEB-7 Checkout that remembers');
    expect(screen.getByText('45%')).toBeVisible();
    expect(screen.getByText('9 of 20 items done')).toBeVisible();
    expect(screen.getByText('Which contributes to')).toBeVisible();
    expect(screen.getByText('Win market share')).toBeVisible();
  });

  it('shows the progress of each objective above in the wide panel only', async () => {
    open(issue, 'alignment-panel');
    expect(await screen.findByText('60 of 100 items done')).toBeVisible();
  });

  it('opens the issue it inherits from in Jira', async () => {
    const { user } = open(issue);
    await user.click(await screen.findByRole('link', { name: 'WEB-7' }));
    expect(operations).toContainEqual(['navigate', { target: 'issue', issueKey: 'WEB-7', type: 'same-tab' }]);
  });

  it('names no issue that the viewer may not see', async () => {
    open({ ...issue, provenance: { kind: 'inherited', fromId: null, origin: null } });
    expect(await screen.findByText('Inherited from an issue you cannot see')).toBeVisible();
  });

  it('opens a number to its formula, inputs and time', async () => {
    const { user } = open(issue);
    await user.click(await screen.findByRole('button', { name: /How is this computed/ }));
    const text = screen.getByRole('group', { name: /Progress of OBJ-12: 45%/ });
    expect(text).toHaveTextContent('done ÷ (to do + in progress + done)');
    expect(text).toHaveTextContent('To do10 items');
    expect(text).toHaveTextContent('23 Nov 2026, 11:00');
  });

  it('never shows 0 % where there is no work', async () => {
    open({ ...issue, serves: { kind: 'objective', chain: [{ objective: basket, work: work(0, 0, 0) }] } });
    expect(await screen.findByText('No work yet')).toBeVisible();
    expect(screen.queryByText(/0%/)).not.toBeInTheDocument();
  });

  it('keeps totals from those who may not see them', async () => {
    open({ ...issue, serves: { kind: 'objective', chain: [{ objective: basket, work: null }] } });
    expect(await screen.findByText('Its progress is shown to those who may see the portfolio.')).toBeVisible();
  });

  it.each<[string, Partial<IssueAlignment>, RegExp]>([
    [
      'an achieved objective',
      {
        standing: 'stale',
        serves: { kind: 'objective', chain: [{ objective: { ...basket, status: 'achieved' }, work: null }] },
      },
      /achieved: open work on it no longer counts as aligned/,
    ],
    ['a container', { counted: { kind: 'container' } }, /Its work items are counted instead/],
    ['a dropped issue', { counted: { kind: 'dropped' } }, /enters no total/],
    ['a sub-task', { counted: { kind: 'subtask', parentId: '7' } }, /Counted with WEB-7/],
    ['run', { serves: { kind: 'run' }, standing: 'run' }, /Deliberately not strategic/],
  ])('says how %s counts', async (_, part, words) => {
    open({ ...issue, ...part });
    expect(await screen.findByText(words)).toBeVisible();
  });
});

describe('tagging', () => {
  it('has the picker at hand where there is no objective, and shows the answer', async () => {
    const { user } = open(unserved);
    expect(await screen.findByRole('heading', { name: 'No objective yet' })).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: 'Objective of WEB-42' }));
    await user.click(await screen.findByText('OBJ-12 One basket everywhere'));
    expect(await screen.findByText('WEB-42 now serves OBJ-12.')).toBeInTheDocument();
    expect(await screen.findByText('Set on this issue')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Change' })).toHaveFocus();
    expect(operations.map(([op]) => op)).toContain('refresh');
    expect(asked).toContainEqual({
      call: 'tagIssue',
      payload: { tag: { kind: 'objective', key: 'OBJ-12' }, measure: 'items' },
    });
  });

  it('clears an own tag, and leaves the focus on the picker, closed', async () => {
    const { user } = open({ ...issue, tag: { kind: 'objective', key: 'OBJ-12' }, provenance: DIRECT });
    await user.click(await screen.findByRole('button', { name: 'Clear' }));
    expect(await screen.findByText('No objective yet')).toBeVisible();
    const picker = screen.getByRole('combobox', { name: 'Objective of WEB-42' });
    expect(picker).toHaveFocus();
    expect(picker).toHaveAttribute('aria-expanded', 'false');
  });

  it("leaves the focus on what is next where a parent's objective shows after clearing", async () => {
    placePage(
      'alignment-context',
      {},
      {
        issueAlignment: () => ok({ ...issue, tag: { kind: 'run' }, serves: { kind: 'run' }, provenance: DIRECT }),
        tagIssue: () => ok(issue),
      },
    );
    const user = openPage();
    await user.click(await screen.findByRole('button', { name: 'Clear' }));
    expect(await screen.findByRole('button', { name: 'Set its own objective' })).toHaveFocus();
  });

  it('takes no focus from a viewer who has gone on to another part of Jira', async () => {
    placePage('alignment-context', WEB_42, {
      issueAlignment: () => ok(unserved),
      searchObjectives: () => ok(options),
      tagIssue: () => {
        window.dispatchEvent(new Event('blur'));
        return ok(issue);
      },
    });
    const user = openPage();
    await user.click(await screen.findByRole('combobox', { name: 'Objective of WEB-42' }));
    await user.click(await screen.findByText('OBJ-12 One basket everywhere'));
    expect(await screen.findByRole('button', { name: 'Set its own objective' })).not.toHaveFocus();
  });

  it('offers no clearing of what is inherited', async () => {
    open(issue);
    expect(await screen.findByRole('button', { name: 'Set its own objective' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Clear' })).not.toBeInTheDocument();
  });

  it('tags the parent of a sub-task, and says so', async () => {
    const { user } = open({ ...issue, counted: { kind: 'subtask', parentId: '7' } });
    expect(await screen.findByRole('button', { name: 'Clear for WEB-7' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Change for WEB-7' }));
    expect(screen.getByRole('combobox', { name: 'Objective of WEB-7' })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });

  it('names no parent that the viewer may not see, and offers no clearing there', async () => {
    open({
      ...issue,
      counted: { kind: 'subtask', parentId: '7' },
      provenance: { kind: 'inherited', fromId: null, origin: null },
    });
    expect(await screen.findByText('Inherited from an issue you cannot see')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Clear/ })).not.toBeInTheDocument();
  });

  it('clears what is no objective’s key, though the issue inherits one', async () => {
    open(issue);
    const value = { key: 'OBJ-12 ', name: 'One basket' };
    placeJira({
      issues: [jiraIssue('42', 'WEB-42', { parent: { id: '7' }, customfield_10100: value }), seenIssues[1]!],
    });
    expect(await screen.findByText(MALFORMED_MEANING)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Clear' })).toBeVisible();
  });

  it('clears what is no objective’s key where nothing is inherited', async () => {
    const { user } = open(unserved);
    placeJira({ issues: [jiraIssue('42', 'WEB-42', { customfield_10100: 'Growth' })] });
    await user.click(await screen.findByRole('combobox', { name: 'Objective of WEB-42' }));
    await user.click(await screen.findByRole('option', { name: 'None' }));
    expect(asked).toContainEqual({ call: 'tagIssue', payload: { tag: null, measure: 'items' } });
  });

  it('is for those who may edit the issue', async () => {
    open({ ...unserved, canEdit: false });
    expect(await screen.findByText(/You may not edit WEB-42/)).toBeVisible();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });
});

describe('what Jira shows of it', () => {
  const hints = () => asked.filter(({ payload }) => (payload as { behind?: boolean }).behind === true).length;
  const later = '2026-11-23T09:00:00.000+0000';

  it.each<[string, Parameters<typeof placeJira>[0]]>([
    [
      'of a later change',
      { issues: [jiraIssue('42', 'WEB-42', { parent: { id: '7' }, updated: later }), seenIssues[1]!] },
    ],
    ['of a later change above', { issues: [seenIssues[0]!, jiraIssue('7', 'WEB-7', { updated: later })] }],
    ['of another parent', { issues: [jiraIssue('42', 'WEB-42', { parent: null }), seenIssues[1]!] }],
  ])('tells the app %s, once, and shows what it then finds', async (_, shows) => {
    placePage('alignment-context', WEB_42, {
      issueAlignment: ({ behind }) => ok(behind ? { ...issue, provenance: DIRECT } : unserved),
    });
    placeJira(shows);
    openPage();
    expect(await screen.findByText('Set on this issue')).toBeVisible();
    await waitFor(() => expect(read).toHaveLength(2));
    expect(hints()).toBe(1);
  });

  it('tells nothing where the app knows as much, or more, and where Jira shows nothing', async () => {
    open(issue);
    await screen.findByText('Checkout that remembers');
    expect(hints()).toBe(0);
    open({ ...issue, stored: issue.stored.map((one) => ({ ...one, updated: '2026-11-21T09:00:00.000Z' })) });
    await screen.findAllByText('Checkout that remembers');
    expect(hints()).toBe(0);
  });

  it('shows what the app knows though Jira does not answer', async () => {
    const { user } = open(issue);
    placeJira({ refuses: 404 });
    expect(await screen.findByText('One basket everywhere')).toBeVisible();
    expect(await screen.findByText('Inherited from an issue you cannot see')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Set its own objective' }));
    expect(hints()).toBe(0);
  });
});

describe('the page', () => {
  const told = (inherited: unknown) => ['emit', { event: 'issue-served', payload: { issue: '42', inherited } }];

  it.each<[IssueAlignment, unknown]>([
    [issue, { tag: { kind: 'objective', key: 'OBJ-12' }, title: 'One basket everywhere', fromId: '7' }],
    [
      { ...issue, serves: { kind: 'run' }, provenance: { kind: 'inherited', fromId: null, origin: null } },
      { tag: { kind: 'run' }, title: '', fromId: null },
    ],
    [{ ...issue, provenance: DIRECT }, null],
    [unserved, null],
  ])('tells the field beside it what the issue inherits %#', async (shown, inherited) => {
    open(shown);
    await waitFor(() => expect(operations).toContainEqual(told(inherited)));
  });

  it('follows a change of the issue in Jira', async () => {
    const { becomes } = open(unserved);
    await screen.findByText('No objective yet');
    becomes(issue);
    act(() => raise('JIRA_ISSUE_CHANGED'));
    expect(await screen.findByText('One basket everywhere')).toBeVisible();
  });

  it('shows how far the first sync is', async () => {
    const begun = { of: 'issues' as const, startedAt: '2026-11-23T09:00:00Z', waitingUntil: null, estimatedEnd: null };
    open({ ...unserved, sync: { state: 'running', windows: [], done: 1200, total: 4800, ...begun } });
    expect(await screen.findByRole('progressbar', { name: 'First sync, 25% done' })).toBeVisible();
    expect(screen.getByText(/1,200 of about 4,800 issues read/)).toBeVisible();
  });

  it('says what failed, with the reference, and tries again', async () => {
    let broken = true;
    placePage(
      'alignment-context',
      {},
      {
        issueAlignment: () =>
          broken
            ? { ok: false, error: { code: 'internal', message: 'The app could not read it.', reference: 'ref-9' } }
            : ok(issue),
      },
    );
    const user = openPage();
    expect(await screen.findByRole('alert')).toHaveTextContent('The app could not read it.');
    expect(screen.getByText('ref-9')).toBeVisible();
    broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('One basket everywhere')).toBeVisible();
  });

  it('says that Jira did not answer', async () => {
    placePage('alignment-context', {}, {});
    openPage();
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Jira could not reach the app'));
  });

  it('says so for a module it has no page for', async () => {
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    placePage('unheard-of', {}, {});
    openPage();
    expect(await screen.findByRole('alert')).toHaveTextContent('The page could not be shown');
  });
});
