import { screen, waitFor } from '@testing-library/react';
import { asked, ok, operations, placePage } from './support/bridge';
import { openPage } from './support/render';
import { options } from './support/samples';

const KEY = 'strategic-objective';
const answers = {
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

  it('names work that runs the business without its key', async () => {
    view({ key: 'RUN', name: 'Run the business' });
    expect(await screen.findByText('Run the business')).toBeVisible();
  });

  it.each([null, undefined, 'OBJ-12', { name: 'no key' }])('says None for %j', async (value) => {
    view(value);
    expect(await screen.findByText('None')).toBeVisible();
  });
});

describe('the field, edited', () => {
  it('opens at once on an issue, and is used by keyboard alone', async () => {
    const user = edit('issue-view');
    await screen.findByText('OBJ-1 Win market share');
    await user.keyboard('basket');
    await waitFor(() => expect(screen.queryByText('OBJ-1 Win market share')).not.toBeInTheDocument());
    await user.keyboard('{Enter}');
    await waitFor(() =>
      expect(operations).toContainEqual(['submit', { key: 'OBJ-12', name: 'One basket everywhere' }]),
    );
  });

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

  it('leaves the value alone on Escape', async () => {
    const user = edit('issue-view', { key: 'OBJ-1', name: 'Win market share' });
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
