import { screen, waitFor } from '@testing-library/react';
import type { Contract, ObjectiveIssue } from '../../../../src/contract';
import { asked, ok, operations, placeJira, placePage, raise } from '../../support/bridge';
import { openPage } from '../../support/render';
import { options, seenIssues } from '../../support/samples';

const KEY = 'strategic-objective';
const answers = {
  objectiveTitle: ({ key }: { key: string }) =>
    ok({ key, title: options.find((option) => option.key === key)?.title ?? '', status: 'active' as const }),
  searchObjectives: ({ query }: { query: string }) =>
    ok(options.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()))),
};

const edit = (renderContext: string, fieldValue: unknown = null) => {
  placePage(KEY, { entryPoint: 'edit', renderContext, fieldValue }, answers);
  return openPage();
};

describe('the field, viewed', () => {
  const view = (fieldValue: unknown) => {
    placePage(KEY, { entryPoint: 'view', fieldValue }, answers);
    openPage();
  };

  it('names the objective', async () => {
    view({ key: 'OBJ-12', name: 'One basket everywhere' });
    expect(await screen.findByText('OBJ-12 One basket everywhere')).toBeVisible();
  });

  it('takes the title from the app, whatever the value says, and shows the key alone until it answers', async () => {
    view({ key: 'OBJ-12', name: 'Forged' });
    expect(await screen.findByText('OBJ-12 One basket everywhere')).toBeVisible();
    expect(screen.queryByText(/Forged/)).not.toBeInTheDocument();
  });

  it('shows the key where the app has no title for it', async () => {
    view({ key: 'OBJ-99', name: 'Forged' });
    expect(await screen.findByText('OBJ-99')).toBeVisible();
    await waitFor(() => expect(asked).not.toEqual([]));
    expect(screen.queryByText(/Forged/)).not.toBeInTheDocument();
  });

  it('names work that runs the business without its key', async () => {
    view({ key: 'RUN', name: 'Run the business' });
    expect(await screen.findByText('Run the business')).toBeVisible();
  });

  it.each([null, undefined])('says None for %j', async (value) => {
    view(value);
    expect(await screen.findByText('None')).toBeVisible();
    // Not on an issue (a preview, say), it asks for nothing.
    expect(asked).toEqual([]);
  });

  it.each([
    ['OBJ-12', 'OBJ-12'],
    [{ name: 'no key' }, 'no key'],
    [{ key: 'OBJ-12 ', name: 'One basket' }, 'OBJ-12 One basket'],
    [{ key: 'run', name: 'Run' }, 'run Run'],
  ])('shows what is no value of its own, and that it counts as empty: %j', async (value, text) => {
    view(value);
    expect(await screen.findByText(text)).toBeVisible();
    expect(screen.getByText('The field’s value is not the key of an objective, so it counts as empty.')).toBeVisible();
    await waitFor(() => expect(operations).toContainEqual(emitted(null)));
  });
});

const emitted = (key: string | null) => ['emit', { event: 'strategic-objective-shown', payload: { key } }];

describe('the field, viewed on an issue without a value', () => {
  const view = (answer: ReturnType<Contract['inheritedObjective']>) => {
    const extension = { entryPoint: 'view', fieldValue: null, issue: { id: '42', key: 'WEB-42' } };
    placePage(KEY, extension, { inheritedObjective: () => answer });
    placeJira({ issues: seenIssues });
    openPage();
  };
  const inherited = { tag: { kind: 'objective', key: 'OBJ-12' }, title: 'One basket everywhere' } as const;

  it('says what the issue inherits, and from where', async () => {
    view(ok({ ...inherited, fromId: '7' }));
    expect(await screen.findByText('OBJ-12, from WEB-7')).toBeVisible();
    expect(screen.getByText('One basket everywhere')).toBeVisible();
    // The issue's own value is still none.
    expect(operations).toContainEqual(emitted(null));
  });

  it.each([
    ['in a project that the viewer may not browse', null],
    ['that Jira does not show to the viewer', '8'],
  ])('does not name an issue %s', async (_, fromId) => {
    view(ok({ tag: { kind: 'run' }, title: 'Run the business', fromId }));
    expect(await screen.findByText('Run the business, from an issue you cannot see')).toBeVisible();
  });

  it('names no issue where Jira does not answer', async () => {
    view(ok({ ...inherited, fromId: '7' }));
    placeJira({ refuses: 404 });
    expect(await screen.findByText('OBJ-12, from an issue you cannot see')).toBeVisible();
  });

  it.each([ok(null), { ok: false, error: { code: 'excluded', message: 'Left out', reference: 'r' } } as const])(
    'says None where it inherits nothing, or the app does not say: %j',
    async (answer) => {
      view(answer);
      expect(await screen.findByText('None')).toBeVisible();
    },
  );

  it('takes over what the panel beside it read of this issue, and of no other', async () => {
    view(ok(null));
    await screen.findByText('None');
    const payload = { issue: '42', inherited: { ...inherited, fromId: '7' } };
    raise('issue-served', { ...payload, issue: '43' });
    expect(screen.getByText('None')).toBeVisible();
    raise('issue-served', payload);
    expect(await screen.findByText('OBJ-12, from WEB-7')).toBeVisible();
    raise('issue-served', { ...payload, inherited: null });
    expect(await screen.findByText('None')).toBeVisible();
  });

  it('asks again when somebody else changes the issue', async () => {
    let answer: ReturnType<Contract['inheritedObjective']> = ok(null);
    const extension = { entryPoint: 'view', fieldValue: null, issue: { id: '42', key: 'WEB-42' } };
    placePage(KEY, extension, { inheritedObjective: () => answer });
    placeJira({ issues: seenIssues });
    openPage();
    await screen.findByText('None');
    answer = ok({ ...inherited, fromId: '7' });
    raise('JIRA_ISSUE_CHANGED');
    expect(await screen.findByText('OBJ-12, from WEB-7')).toBeVisible();
  });
});

describe('the field, edited', () => {
  it.each(['issue-view', 'list-view'])(
    'opens at once in place of the value, and is used by keyboard alone: %s',
    async (place) => {
      const user = edit(place);
      await screen.findByText('OBJ-1 Win market share');
      await user.keyboard('basket');
      await waitFor(() => expect(screen.queryByText('OBJ-1 Win market share')).not.toBeInTheDocument());
      await user.keyboard('{Enter}');
      await waitFor(() =>
        expect(operations).toContainEqual(['submit', { key: 'OBJ-12', name: 'One basket everywhere' }]),
      );
    },
  );

  it('shows the objectives above each', async () => {
    edit('issue-view');
    const option = await screen.findByRole('option', { name: /OBJ-12/ });
    expect(option).toHaveTextContent('Win market share');
  });

  it('moves with the arrow keys', async () => {
    const user = edit('issue-view');
    await screen.findByText('OBJ-1 Win market share');
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() =>
      expect(operations).toContainEqual(['submit', { key: 'OBJ-12', name: 'One basket everywhere' }]),
    );
  });

  it.each(['issue-view', 'list-view'])('leaves the value alone on Escape: %s', async (place) => {
    const user = edit(place, { key: 'OBJ-1', name: 'Win market share' });
    await screen.findByRole('option', { name: /OBJ-1 / });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(operations.map(([op]) => op)).toContain('close'));
    expect(operations.map(([op]) => op)).not.toContain('submit');
  });

  it.each([
    ['Run the business', { key: 'RUN', name: 'Run the business' }],
    ['None', null],
  ])('takes %s', async (name, value) => {
    const user = edit('issue-create');
    await user.click(await screen.findByRole('combobox', { name: 'Strategic objective' }));
    await user.click(await screen.findByText(name));
    await waitFor(() => expect(operations).toContainEqual(['submit', value]));
  });

  it('asks for nothing until it is opened where it is one of many fields', async () => {
    edit('issue-bulk-edit');
    await screen.findByRole('combobox', { name: 'Strategic objective' });
    expect(asked).toEqual([]);
  });

  it('says when no objective matches, and when the search fails', async () => {
    const user = edit('issue-view');
    await screen.findByText('OBJ-1 Win market share');
    await user.keyboard('zzz');
    expect(await screen.findByText('No objective matches “zzz”')).toBeVisible();
  });

  it('says what went wrong when the search fails', async () => {
    placePage(
      KEY,
      { entryPoint: 'edit', renderContext: 'issue-view' },
      {
        searchObjectives: () => ({
          ok: false,
          error: { code: 'internal', message: 'The search broke.', reference: 'r1' },
        }),
      },
    );
    openPage();
    expect(await screen.findByText(/The search broke\./)).toBeVisible();
  });
});

describe('the field, on creation from the page of an issue', () => {
  const FIELD = 'customfield_10100';
  const epic = (fields: object) => ({ id: '7', key: 'WEB-7', fields: { parent: null, ...fields } });
  const create = (
    location: string,
    value: object | null,
    renderContext = 'issue-create',
    issues: ObjectiveIssue[] = [],
  ) => {
    const place = { entryPoint: 'edit', renderContext, fieldId: FIELD, fieldValue: null, location };
    placePage(KEY, place, { ...answers, objectiveIssues: () => ok({ startField: null, issues }) });
    placeJira({ issues: [epic({ [FIELD]: value })] });
    return openPage();
  };
  const tag = { key: 'OBJ-12', name: 'Stale title' };

  it.each(['https://site.example/browse/WEB-7', 'https://site.example/jira/boards/1?selectedIssue=WEB-7'])(
    'offers what that serves, with the title of today: %s',
    async (location) => {
      const user = create(location, tag);
      expect(
        await screen.findByText(/^WEB-7 serves OBJ-12 One basket everywhere\. A child of it does so/),
      ).toBeVisible();
      await user.click(screen.getByRole('button', { name: 'Same as WEB-7' }));
      expect(operations).toContainEqual(['submit', { key: 'OBJ-12', name: 'One basket everywhere' }]);
    },
  );

  it.each([
    ['it is an objective itself', epic({ [FIELD]: tag }), '7'],
    ['an objective is above it', epic({ parent: { id: '9' } }), '9'],
  ])('offers nothing of the own field of an objective, which says nothing: %s', async (_, seen, issueId) => {
    create('https://site.example/browse/WEB-7', null, 'issue-create', [{ key: 'in-jira-9', issueId, isTaken: false }]);
    placeJira({ issues: [seen, { id: '9', key: 'WEB-9', fields: { parent: null, [FIELD]: tag } }] });
    await waitFor(() => expect(asked.map(({ call }) => call)).toContain('objectiveIssues'));
    expect(await screen.findByRole('combobox')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Same as/ })).not.toBeInTheDocument();
  });

  it.each([
    ['it is opened from elsewhere', 'https://site.example/projects/WEB', tag, 'issue-create'],
    ['that serves nothing', 'https://site.example/browse/WEB-7', null, 'issue-create'],
    ['it is edited, not created', 'https://site.example/browse/WEB-7', tag, 'issue-view'],
  ])('offers nothing where %s', async (_, location, value, renderContext) => {
    create(location, value, renderContext);
    expect(await screen.findByRole('combobox')).toBeVisible();
    await waitFor(() => expect(screen.queryByRole('button', { name: /Same as/ })).not.toBeInTheDocument());
  });
});
