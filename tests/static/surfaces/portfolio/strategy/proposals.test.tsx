import { configure, screen, waitFor, within } from '@testing-library/react';
import type { ProposedEpic, StatedObjective } from '../../../../../src/contract';
import { ok } from '../../../support/bridge';
import { proposedEpic, open, lastAsked } from './openStrategy';

/** The page comes in parts, each of which is compiled when a test first needs it. */
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(30_000);

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

  it('states an objective that begins with one, and accepts the epic for it', async () => {
    const user = open({
      proposedEpics: () => ok(listed(proposed)),
      saveObjective: ({ key, objective }) => ok({ ...objective, key, revision: 1 } as StatedObjective),
      decideProposal: () => ok(listed(proposed.slice(1))),
    });
    await user.click(await screen.findByRole('button', { name: 'New objective for WEB-1' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Create objective' }));
    expect(dialog.getByRole('textbox', { name: /^Title/ })).toHaveValue('Epic 1');
    expect(dialog.getByRole('textbox', { name: /^Description/ })).toHaveValue('Customers ask for it');
    await user.click(dialog.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(lastAsked('decideProposal')).toMatchObject({ issueId: '1' }));
    const { key } = lastAsked('saveObjective') as { key: string };
    expect(lastAsked('decideProposal')).toEqual({ issueId: '1', decision: { accept: key } });
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
