import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { ImportChange } from '../../../../../src/contract';
import type { placePage } from '../../../support/bridge';
import { asked, ok, operations } from '../../../support/bridge';
import { strategy, nothing, open, lastAsked } from './openStrategy';

/** The page comes in parts, each of which is compiled when a test first needs it. */
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

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
  it('copies the strategy, and says which rules are not in it', async () => {
    const leftOut = { project: 2, off: 1, refused: 0, objective: 0 };
    const user = open({ exportStrategy: () => ok({ csv: 'key,title', leftOut }) });
    await user.click(await screen.findByRole('button', { name: 'Export' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Copy as CSV' }));
    await waitFor(() =>
      expect(flags()).toEqual([
        expect.objectContaining({
          title: 'Strategy copied as CSV',
          description: 'Not in the file: 2 rules of projects, 1 rule that is switched off.',
        }),
      ]),
    );
    expect(await navigator.clipboard.readText()).toBe('key,title');
  });
});
