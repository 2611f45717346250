import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ProposedEpic, ImportChange, ImportOutcome, ListedObjective, Strategy } from '../../../../../src/contract';
import { asked, ok, operations, placeJira, placePage } from '../../../support/bridge';
import { portfolio } from '../../../support/portfolioSamples';
import { openPage } from '../../../support/render';
import { jiraIssue, proposal } from '../../../support/samples';
import { asDay } from '../../../../domain/days';

/** The page comes in parts, each of which is compiled when a test first needs it. */
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

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

const strategy: Strategy = {
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

const proposedEpic = (id: string, known: Partial<ProposedEpic['proposal']> = {}): ProposedEpic => ({
  id,
  project: { id: '1', key: 'WEB', name: 'Web shop' },
  proposal: proposal({ proposedBy: 'amara', ...known }),
});

const nothing: ImportOutcome = { problems: [], created: [], changed: [], unchanged: [], applied: false };

const open = (more: Parameters<typeof placePage>[2] = {}, mayEdit = true) => {
  placePage(
    'portfolio',
    { type: 'jira:globalPage' },
    {
      portfolio: () => ok({ ...portfolio, mayEdit }),
      strategy: () => ok(strategy),
      proposedEpics: () => ok({ issues: [], estimates: [], hidden: 0 }),
      dueCheckIns: () => ok([]),
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

const lastAsked = (call: string) => asked.filter((one) => one.call === call).at(-1)?.payload;
const flags = () => operations.filter(([op]) => op === 'showFlag').map(([, payload]) => payload);

describe('the strategy as stated', () => {
  it('lists every objective under its parent, drafts and archived ones included', async () => {
    open();
    const grid = within(await screen.findByRole('treegrid', { name: 'The strategy as stated' }));
    await grid.findByText('Amara Diallo');
    const [, first, second, third] = grid.getAllByRole('row');
    expect(first).toHaveTextContent('OBJ-1 Title of OBJ-1ActiveAmara Diallo601 Jul 2026 – 31 Mar 20270');
    expect(second).toHaveTextContent('OBJ-3 Title of OBJ-3ActiveNo owner–by 31 Jan 20271');
    expect(second).toHaveAttribute('aria-level', '2');
    expect(third).toHaveTextContent('OBJ-2 Title of OBJ-2ArchivedDraftNo owner––0');
  });

  it('opens the form for a new objective, and gives the focus back', async () => {
    const user = open();
    await screen.findByRole('treegrid');
    const button = screen.getByRole('button', { name: 'Create objective' });
    await user.click(button);
    expect(await screen.findByRole('dialog', { name: 'Create objective' })).toBeVisible();
    await waitFor(() => expect(screen.getByPlaceholderText('What success looks like')).toHaveFocus());
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('deletes a draft once that is confirmed, and nothing else', async () => {
    const user = open({ deleteObjective: () => ok({ ...strategy, objectives: strategy.objectives.slice(0, 1) }) });
    const menu = async (key: string) => {
      await user.click(await screen.findByRole('button', { name: `Actions for ${key}` }));
      return screen.findByRole('menuitem', { name: /^Delete…/ });
    };
    expect(await menu('OBJ-1')).toHaveTextContent('Only drafts can be deleted');
    await user.keyboard('{Escape}');
    await user.click(await menu('OBJ-2'));
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete OBJ-2?' }));
    expect(dialog.getByText(/is deleted with its key results, check-ins and history/)).toBeVisible();
    expect(lastAsked('deleteObjective')).toBeUndefined();
    await user.click(dialog.getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(lastAsked('deleteObjective')).toEqual({ key: 'OBJ-2', revision: 1 }));
  });

  it('tells others who may change it, and asks nothing', async () => {
    open({}, false);
    expect(await screen.findByText('Strategy editors change the strategy')).toBeVisible();
    expect(asked.map(({ call }) => call)).not.toContain('strategy');
  });

  it('says that nothing is stated, and offers the import', async () => {
    open({ strategy: () => ok({ objectives: [], nextKey: 'OBJ-1' }) });
    expect(await screen.findByText('There is no objective yet')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Import' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Export' })).not.toBeInTheDocument();
  });
});

describe('the import', () => {
  const openImport = async (more: Parameters<typeof placePage>[2]) => {
    const user = open(more);
    await user.click(await screen.findByRole('button', { name: 'Import' }));
    await screen.findByRole('dialog', { name: 'Import a strategy' });
    return user;
  };
  const paste = (text: string) =>
    fireEvent.change(screen.getByRole('textbox', { name: 'Or paste its text' }), { target: { value: text } });

  it('lists what is wrong, and applies nothing', async () => {
    const user = await openImport({
      importStrategy: () =>
        ok({
          ...nothing,
          created: ['OBJ-9'],
          problems: [{ row: 3, column: 'start', message: '"May" is not a date.' }],
        }),
    });
    paste('key,title,start\nOBJ-9,A,May');
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(await screen.findByText('1 thing to mend first')).toBeVisible();
    expect(screen.getByRole('row', { name: '3 start "May" is not a date.' })).toBeVisible();
    expect(within(screen.getByRole('dialog')).queryByRole('button', { name: 'Import' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Check again' }));
    expect(asked.filter(({ call }) => call === 'importStrategy').map(({ payload }) => payload)).toEqual([
      { csv: 'key,title,start\nOBJ-9,A,May', apply: false },
      { csv: 'key,title,start\nOBJ-9,A,May', apply: false },
    ]);
  });

  it('reads a file, shows what it would do, and applies it', async () => {
    const changed: ImportChange[] = [
      { key: 'OBJ-1', fields: ['status', 'target'] },
      { key: 'OBJ-2', fields: [] },
    ];
    const user = await openImport({
      importStrategy: ({ apply }) =>
        ok({ ...nothing, created: ['OBJ-9'], changed, unchanged: ['OBJ-3'], applied: apply }),
    });
    const csv = 'key,title\nOBJ-9,Größer';
    await user.upload(screen.getByLabelText('CSV file'), new File([csv], 'strategy.csv', { type: 'text/csv' }));
    expect(await screen.findByText('What the import would do')).toBeVisible();
    expect(screen.getByText('1 new').nextSibling).toHaveTextContent('OBJ-9');
    const changes = within(screen.getByText('2 changed').parentElement!).getAllByRole('listitem');
    expect(changes.map(({ textContent }) => textContent)).toEqual([
      'OBJ-1: Status, Target date',
      'OBJ-2: order of key results',
    ]);
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(lastAsked('importStrategy')).toEqual({ csv, apply: true });
    expect(flags()).toEqual([expect.objectContaining({ title: 'Strategy imported' })]);
    expect(asked.filter(({ call }) => call === 'strategy').length).toBeGreaterThan(1);
  });

  it('looks at a changed text anew before it can be applied', async () => {
    const user = await openImport({ importStrategy: () => ok({ ...nothing, created: ['OBJ-9'] }) });
    paste('key,title\nOBJ-9,A');
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    await screen.findByText('What the import would do');
    paste('key,title\nOBJ-9,B');
    expect(screen.queryByText('What the import would do')).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Preview' })).toBeVisible();
  });

  it('asks for a text, and for one that it can read', async () => {
    const user = await openImport({});
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(await screen.findByText('Choose a file, or paste its text.')).toBeVisible();
    const latin = new File([new Uint8Array([0x6b, 0xfc])], 'old.csv', { type: 'text/csv' });
    await user.upload(screen.getByLabelText('CSV file'), latin);
    expect(await screen.findByText(/old.csv is not text in UTF-8/)).toBeVisible();
    expect(asked.map(({ call }) => call)).not.toContain('importStrategy');
  });

  it('says what failed', async () => {
    const user = await openImport({
      importStrategy: () => ({ ok: false, error: { code: 'busy', message: 'Try in a minute.', reference: 'ref-3' } }),
    });
    paste('key,title');
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Try in a minute.');
  });
});

describe('the export', () => {
  it('copies the strategy', async () => {
    const user = open({ exportStrategy: () => ok({ csv: 'key,title' }) });
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy as CSV' }));
    await waitFor(() => expect(flags()).toEqual([expect.objectContaining({ title: 'Strategy copied as CSV' })]));
    expect(await navigator.clipboard.readText()).toBe('key,title');
  });
});

describe('proposed epics', () => {
  const listed = (issues: ProposedEpic[]) => ({ issues, estimates: [], hidden: 1 });
  const proposed = [proposedEpic('1'), proposedEpic('2'), proposedEpic('3')];
  const declined = proposedEpic('4', {
    state: 'declined',
    proposedBy: null,
    decidedBy: 'amara',
    decidedAt: '2026-11-23T09:00:00Z',
    reason: 'Not this year',
  });

  it('shows who proposes what and why, and hides what Jira hides', async () => {
    open({ proposedEpics: () => ok(listed([...proposed, declined])) });
    const list = within(await screen.findByRole('group', { name: 'Proposed epics to decide on' }));
    const [first, ...others] = list.getAllByRole('listitem');
    await within(first!).findByText('Amara Diallo');
    expect(first).toHaveTextContent(
      'WEB-1 Epic 1 To DoWeb shopProposed by Amara Diallo20 Nov 2026Customers ask for it',
    );
    // One that the app does not name, and one that Jira hides since.
    expect(others).toHaveLength(1);
    expect(list.getByText('2 more you cannot see: who may see them decides on them.')).toBeVisible();
    expect(screen.getByText('Not this year')).not.toBeVisible();
    expect(screen.getByText('Decided (1)')).toBeVisible();
    const decided = screen.getByText('WEB-4').closest('li');
    expect(decided).toHaveTextContent('Proposed by Former user20 Nov 2026');
    expect(decided).toHaveTextContent('Declinedby Amara Diallo23 Nov 2026Not this year');
  });

  it('accepts one for an active objective', async () => {
    const accepted = proposedEpic('1', {
      state: 'accepted',
      objective: { key: 'OBJ-3', title: 'Title of OBJ-3', status: 'active' },
    });
    let decided = false;
    const shown = () => (decided ? [...proposed.slice(1), accepted] : proposed);
    const user = open({
      proposedEpics: () => ok(listed(shown())),
      decideProposal: () => {
        decided = true;
        return ok(listed(shown()));
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Accept WEB-1' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Accept WEB-1' }));
    await user.click(dialog.getByRole('button', { name: 'Accept' }));
    expect(await dialog.findByText('Choose the objective that it serves.')).toBeVisible();
    await user.click(dialog.getByRole('combobox', { name: /Objective/ }));
    expect(screen.queryByText('OBJ-2 Title of OBJ-2')).not.toBeInTheDocument();
    await user.click(await screen.findByRole('option', { name: 'OBJ-3 Title of OBJ-3' }));
    await user.click(dialog.getByRole('button', { name: 'Accept' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(lastAsked('decideProposal')).toEqual({ issueId: '1', decision: { accept: 'OBJ-3' } });
    expect(screen.queryByRole('button', { name: 'Accept WEB-1' })).not.toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('group', { name: 'Proposed epics to decide on' })).toHaveFocus());
  });

  it('declines one with a reason, and says when somebody else was faster', async () => {
    const user = open({
      proposedEpics: () => ok(listed(proposed)),
      decideProposal: () => ({
        ok: false,
        error: { code: 'conflict', message: 'This was decided meanwhile.', reference: 'ref-4' },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Decline WEB-2' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Decline WEB-2' }));
    await user.type(dialog.getByRole('textbox', { name: 'Reason' }), ' Later ');
    await user.click(dialog.getByRole('button', { name: 'Decline' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('This was decided meanwhile.');
    expect(lastAsked('decideProposal')).toEqual({ issueId: '2', decision: { decline: 'Later' } });
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Decline WEB-2' })).toHaveFocus());
  });
});
