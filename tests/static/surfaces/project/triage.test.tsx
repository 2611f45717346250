import { screen, waitFor, within } from '@testing-library/react';
import type { LinkResult } from '../../../../src/contract';
import { asked, ok } from '../../support/bridge';
import { project } from '../../support/samples';
import { lastAsked, noSteps, open } from './openProject';

const linked = (issueId: string): LinkResult => ({ issueId, key: `WEB-${issueId}`, outcome: 'linked', message: null });

/** A back end with three issues to link, of which Jira shows the viewer the first two and the seventh. */
const withSteps = (link: (issueId: string) => LinkResult = linked) => {
  const all = [
    { id: '1', units: 5, size: 5 },
    { id: '2', units: 3, size: 3 },
    { id: '7', units: 1, size: 1 },
    { id: '99', units: 1, size: 1 },
  ];
  let steps = all;
  return open(
    project,
    {
      triage: () => ok({ ...noSteps, issues: steps, units: 12, size: 12 }),
      linkIssues: ({ issueIds }) => {
        const results = issueIds.map(link);
        const gone = results.filter(({ outcome }) => outcome === 'linked').map(({ issueId }) => issueId);
        steps = steps.filter(({ id }) => !gone.includes(id));
        return ok(results);
      },
      unlinkIssues: ({ issueIds }) => {
        steps = all;
        return ok(issueIds.map((issueId) => ({ ...linked(issueId), outcome: 'unlinked' })));
      },
    },
    '/?tab=unlinked',
  );
};

const card = async () => within(await screen.findByRole('region', { name: 'Where to start' }));
const button = (key: string) => screen.findByRole('button', { name: `Choose an objective for ${key}` });

describe('where to start', () => {
  it('shows the issues that align most, with their part of all unlinked work', async () => {
    withSteps();
    const shown = await card();
    expect(shown.getByText(/^These 3 links align 75% of the work here that serves nothing/)).toBeVisible();
    const rows = shown.getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getByText(/item/).textContent)).toEqual(['5 items', '3 items', '1 item']);
  });

  it('asks for the part and the measure that the page shows', async () => {
    const user = withSteps();
    await card();
    await user.click(screen.getByRole('radio', { name: /^Planned/ }));
    await user.click(screen.getByRole('radio', { name: 'Points' }));
    await waitFor(() => expect(lastAsked('triage')).toEqual({ window: 90, measure: 'points', part: 'planned' }));
  });

  it('is done by keyboard alone: to a step, its picker, the objective, and on to the next', async () => {
    const user = withSteps();
    (await button('WEB-1')).focus();
    await user.keyboard('j');
    expect(await button('WEB-2')).toHaveFocus();
    await user.keyboard('k{Enter}');
    await screen.findByRole('option', { name: /OBJ-12/ });
    await user.keyboard('{ArrowDown}{Enter}');
    await waitFor(() => expect(screen.queryByRole('button', { name: /for WEB-1$/ })).not.toBeInTheDocument());
    await waitFor(async () => expect(await button('WEB-2')).toHaveFocus());
    expect(asked.filter(({ call }) => call === 'linkIssues').map(({ payload }) => payload)).toEqual([
      { issueIds: ['1'], to: { kind: 'objective', key: 'OBJ-12' } },
    ]);
  });

  it('takes a link back, and has the step again', async () => {
    const user = withSteps();
    await user.click(await button('WEB-1'));
    await user.click(await screen.findByRole('option', { name: /OBJ-12/ }));
    expect(await screen.findByText(/^WEB-1 linked to OBJ-12: 5 items aligned/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/^Taken back: 1 issue\./)).toHaveFocus();
    expect(await button('WEB-1')).toBeVisible();
    expect(lastAsked('unlinkIssues')).toEqual({ issueIds: ['1'], was: { kind: 'objective', key: 'OBJ-12' } });
  });

  it('gives the focus back where nothing is chosen', async () => {
    const user = withSteps();
    (await button('WEB-2')).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('option', { name: /OBJ-12/ });
    await user.keyboard('{Escape}');
    await waitFor(async () => expect(await button('WEB-2')).toHaveFocus());
  });

  it('says why an issue was not linked', async () => {
    const user = withSteps((issueId) => ({
      issueId,
      key: 'WEB-1',
      outcome: 'forbidden',
      message: 'You may not edit WEB-1.',
    }));
    await user.click(await button('WEB-1'));
    await user.click(await screen.findByRole('option', { name: /OBJ-12/ }));
    expect(await screen.findByText(/WEB-1 was not linked: You may not edit WEB-1/)).toBeVisible();
  });
});
