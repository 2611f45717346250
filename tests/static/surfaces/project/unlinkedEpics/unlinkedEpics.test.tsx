import { screen, waitFor, within } from '@testing-library/react';
import type { UnlinkedEpic, UnlinkedEpics, Proposal } from '../../../../../src/contract';
import { asked, ok, placeJira, placePage } from '../../../support/bridge';
import { openPage } from '../../../support/render';
import { jiraIssue, project, proposal } from '../../../support/samples';

/** Dialogs take their time where much is tested at once. */
jest.setTimeout(30_000);

const epic = (id: string, units: number, about: Proposal | null = null): UnlinkedEpic => ({
  id,
  units,
  proposal: about,
  mayWithdraw: about?.proposedBy === 'ada',
});

const listed = (...issues: UnlinkedEpic[]): UnlinkedEpics => ({ issues, estimates: [], total: issues.length });

const open = async (more: Parameters<typeof placePage>[2]) => {
  placePage(
    'project-alignment',
    { project: { id: '1', key: 'WEB' } },
    {
      projectAlignment: () => ok(project),
      projectFilters: () => ok({ sprints: [], fixVersions: [], components: [], sprintField: null }),
      ...more,
    },
  );
  placeJira({
    people: [{ accountId: 'amara', displayName: 'Amara Diallo', avatarUrl: null }],
    issues: ['1', '2', '3'].map((id) => jiraIssue(id)),
  });
  const user = openPage();
  await user.click(await screen.findByRole('tab', { name: 'Unlinked epics' }));
  return user;
};

const lastAsked = (call: string) => asked.filter((one) => one.call === call).at(-1)?.payload;

describe('the unlinked epics of a project', () => {
  it('lists epics that serve nothing, what became of proposing them, and how many are hidden', async () => {
    const decided = { state: 'declined', decidedAt: '2026-11-23T09:00:00Z' } as const;
    const declined = proposal({ ...decided, decidedBy: 'amara', reason: 'Not this year' });
    const byNobody = proposal({ proposedBy: null });
    await open({
      unlinkedEpics: () => ok(listed(epic('1', 12), epic('2', 3, declined), epic('3', 1, byNobody), epic('9', 1))),
    });
    const table = within(await screen.findByRole('table'));
    await table.findByText('Amara Diallo');
    const [, first, second, third] = table.getAllByRole('row');
    expect(first).toHaveTextContent('WEB-1Work of WEB-1In Review12Not proposedPropose');
    expect(second).toHaveTextContent('WEB-2Work of WEB-2In Review3DeclinedNot this yearBy Amara Diallo on 23 Nov 2026');
    expect(third).toHaveTextContent('Customers ask for itBy Former user on 20 Nov 2026');
    expect(screen.getByText('3 of 4 shown, 1 more you cannot see')).toBeVisible();
  });

  it('proposes an epic with a note, and takes that back', async () => {
    let given: Proposal | null = null;
    const user = await open({
      unlinkedEpics: () => ok(listed(epic('1', 12, given))),
      proposeEpic: ({ proposal: asWanted }) => {
        given = asWanted && proposal(asWanted);
        return ok(listed(epic('1', 12, given)));
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Propose: WEB-1' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Propose WEB-1' }));
    await waitFor(() => expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveFocus());
    await user.keyboard('One basket');
    await user.click(dialog.getByRole('button', { name: 'Propose' }));
    const withdraw = await screen.findByRole('button', { name: 'Withdraw: WEB-1', hidden: true });
    await waitFor(() => expect(withdraw).toHaveFocus());
    expect(lastAsked('proposeEpic')).toEqual({ issueId: '1', proposal: { note: 'One basket' } });
    expect(screen.getByText('One basket')).toBeVisible();
    expect(screen.getByText('By you on 20 Nov 2026')).toBeVisible();

    await user.click(withdraw);
    expect(await screen.findByRole('button', { name: 'Propose: WEB-1' })).toHaveFocus();
    expect(lastAsked('proposeEpic')).toEqual({ issueId: '1', proposal: null });
  });

  it('says why an epic could not be proposed, and keeps what was typed', async () => {
    const user = await open({
      unlinkedEpics: () => ok(listed(epic('1', 12))),
      proposeEpic: () => ({
        ok: false,
        error: { code: 'forbidden', message: 'You may not edit WEB-1.', reference: 'ref-1' },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Propose: WEB-1' }));
    const dialog = within(await screen.findByRole('dialog'));
    await user.type(dialog.getByRole('textbox', { name: 'Note' }), 'Mine');
    await user.click(dialog.getByRole('button', { name: 'Propose' }));
    expect(await dialog.findByRole('alert')).toHaveTextContent('You may not edit WEB-1.');
    expect(dialog.getByRole('textbox', { name: 'Note' })).toHaveValue('Mine');
  });

  it('says that there is none', async () => {
    await open({ unlinkedEpics: () => ok(listed()) });
    expect(await screen.findByText('No epic is left to propose')).toBeVisible();
  });

  it('says what failed', async () => {
    await open({
      unlinkedEpics: () => ({ ok: false, error: { code: 'busy', message: 'Try in a minute.', reference: 'ref-2' } }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Try in a minute.');
  });
});
