import { act, screen, waitFor, within } from '@testing-library/react';
import { addresses, asked } from '../../support/bridge';
import { lastAsked } from './openProject';
import { button, card, choose, OBJ_12, withWork } from './undecidedWork';

const sizes = async () =>
  (await card())
    .getAllByRole('row')
    .slice(1)
    .map(
      (row) =>
        /\d+ items?$/.exec(
          within(row)
            .getAllByText(/^\d+ items?$/)
            .at(-1)?.textContent ?? '',
        )?.[0],
    );

describe('where to start', () => {
  it('shows the groups that align most, with their part of all that wants a decision', async () => {
    withWork();
    await button('WEB-50');
    const shown = await card();
    expect(shown.getByText(/^These 2 links align 60% of the work here that serves nothing active/)).toBeVisible();
    expect(await sizes()).toEqual(['2 items', '1 item', '1 item']);
    expect(shown.getByText('No epic')).toBeVisible();
    expect(shown.getByText('1 work item, 1 stale')).toBeVisible();
    expect(shown.getByText('1 more you cannot see.')).toBeVisible();
  });

  it('groups by what Jira shows of the issues, and has it in the address', async () => {
    const user = withWork();
    await button('WEB-50');
    await user.click(screen.getByRole('radio', { name: 'Label' }));
    await button('blue');
    expect(await sizes()).toEqual(['2 items', '1 item', '2 items']);
    expect(addresses.at(-1)).toContain('group=label');
    await user.click(screen.getByRole('radio', { name: 'All together' }));
    await button('All that is shown');
  });

  it('asks Jira as the viewer for what is theirs, or holds some words', async () => {
    const user = withWork();
    await button('WEB-50');
    await user.click(screen.getByRole('checkbox', { name: 'Only mine' }));
    await waitFor(async () => expect(await sizes()).toEqual(['1 item']));
    await user.click(screen.getByRole('checkbox', { name: 'Only mine' }));
    await user.type(screen.getByRole('textbox', { name: 'With the words' }), 'say "hi"');
    await waitFor(async () => expect(await sizes()).toEqual(['1 item', '1 item']));
    expect((await card()).getByText(/^These 2 links align 100% of what is found of the work here/)).toBeVisible();
  });

  it('asks for the part and the measure that the page shows', async () => {
    const user = withWork();
    await card();
    await user.click(screen.getByRole('radio', { name: /^Planned/ }));
    await user.click(screen.getByRole('radio', { name: 'Points' }));
    const asks = { window: 90, measure: 'points', part: 'planned', filter: {}, cursor: null };
    await waitFor(() => expect(lastAsked('undecidedInProject')).toEqual(asks));
  });

  it('is done by keyboard alone: to a group, its picker, the objective, and on to the next', async () => {
    const user = withWork();
    (await button('WEB-50')).focus();
    await user.keyboard('j');
    expect(await button('WEB-51')).toHaveFocus();
    await user.keyboard('k{Enter}');
    await screen.findByRole('option', { name: /OBJ-12/ });
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(screen.queryByRole('button', { name: /for WEB-50$/ })).not.toBeInTheDocument());
    await waitFor(async () => expect(await button('WEB-51')).toHaveFocus());
    expect(asked.filter(({ call }) => call === 'linkIssues').map(({ payload }) => payload)).toEqual([
      { issueIds: ['50'], to: OBJ_12 },
    ]);
  });

  it('takes a decision back: each issue gets the tag that it had', async () => {
    const user = withWork({ address: '&group=everything' });
    await choose(user, 'All that is shown');
    expect(await screen.findByText(/^All that is shown linked to OBJ-12: 4 items aligned/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/^Taken back: 4 issues\./)).toHaveFocus();
    const undone = asked.filter(({ call }) => call === 'unlinkIssues').map(({ payload }) => payload);
    expect(undone).toEqual([
      { issueIds: ['1', '2', '3'], was: OBJ_12, back: null },
      { issueIds: ['4'], was: OBJ_12, back: { kind: 'objective', key: 'OBJ-9' } },
    ]);
  });

  it('opens by o the picker of the group that has the focus, also while another’s is open', async () => {
    const user = withWork();
    await user.click(await button('WEB-50'));
    await screen.findByRole('combobox', { name: 'Objective for WEB-50' });
    act(() => screen.getByRole('button', { name: 'Choose an objective for WEB-51' }).focus());
    await user.keyboard('o');
    expect(await screen.findByRole('combobox', { name: 'Objective for WEB-51' })).toBeVisible();
    expect(screen.getAllByRole('combobox', { name: /^Objective for/ })).toHaveLength(1);
  });

  it('gives the focus back where nothing is chosen', async () => {
    const user = withWork();
    (await button('WEB-51')).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('option', { name: /OBJ-12/ });
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(await button('WEB-51')).toHaveFocus());
  });

  it('says why an issue was not linked, and keeps its work', async () => {
    const user = withWork({
      link: (issueId) => ({
        ...{ issueId, key: `WEB-${issueId}`, outcome: 'forbidden', message: `You may not edit WEB-${issueId}.` },
      }),
    });
    await choose(user, 'WEB-50');
    expect(await screen.findByText(/WEB-50 was not linked: You may not edit WEB-50/)).toBeVisible();
    expect(await button('WEB-50')).toBeVisible();
  });
});

describe('a suggestion of where to start', () => {
  const past = Array.from({ length: 40 }, (_, at) => ({
    id: String(200 + at),
    objective: at % 2 === 0 ? 'OBJ-12' : 'OBJ-1',
  }));

  it('comes with how sure and why, and Enter takes it', async () => {
    const user = withWork({ links: past, address: '&group=component' });
    const take = await screen.findByRole('button', { name: 'Link Cart to OBJ-12 One basket everywhere, as suggested' });
    expect(screen.getByText(/^\d+% sure: .*issues of component Cart serve it/)).toBeVisible();
    take.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/^Cart linked to OBJ-12: 2 items aligned/)).toBeVisible();
    expect(lastAsked('linkIssues')).toEqual({ issueIds: ['1', '3'], to: OBJ_12, isSuggested: true });
  });

  it('can be passed over by keyboard', async () => {
    const user = withWork({ links: past, address: '&group=component' });
    (await screen.findByRole('button', { name: /^Link Cart to OBJ-12/ })).focus();
    await user.keyboard('o');
    expect(await screen.findByRole('combobox', { name: 'Objective for Cart' })).toHaveValue('');
    await screen.findByRole('option', { name: /OBJ-12/ });
  });

  it('is silent where few links teach', async () => {
    withWork({ links: past.slice(0, 10), address: '&group=component' });
    expect(await button('Cart')).toBeVisible();
    await waitFor(() => expect(asked.some(({ call }) => call === 'pastLinksInProject')).toBe(true));
    expect(screen.queryByText(/% sure/)).not.toBeInTheDocument();
  });
});
