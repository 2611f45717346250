import { screen, within } from '@testing-library/react';
import { asked } from '../../support/bridge';
import { card, choose, linked, withWork } from './undecidedWork';

const askedOf = (call: string): unknown[] =>
  asked.flatMap((one) => (one.call === call ? [(one.payload as { issueIds: string[] }).issueIds] : []));

describe('a decision on an epic', () => {
  it('tags the epic, and says how much that aligned', async () => {
    const user = withWork();
    await choose(user, 'WEB-50');
    expect(await screen.findByText(/^WEB-50 linked to OBJ-12: 2 items aligned\./)).toBeVisible();
    expect(askedOf('linkIssues')).toEqual([['50']]);
  });

  it('says of which part of the work that is, if of one alone', async () => {
    const user = withWork({ address: '&part=effort' });
    await choose(user, 'WEB-50');
    expect(await screen.findByText(/^WEB-50 linked to OBJ-12: 2 items of the effort aligned\./)).toBeVisible();
  });

  it.each([
    ['some words', { address: '&text=say%20%22hi%22' }, '1 item', ['1']],
    ['what was set aside', { aside: ['2'] }, '1 item', ['1']],
    ['the page’s sprint', { address: '&sprint=8' }, '2 items', ['1', '2']],
  ])('tags what is shown of it while %s may leave others out', async (_, work, size, ids) => {
    const user = withWork(work);
    await choose(user, 'WEB-50');
    const line = await screen.findByText(new RegExp(`^Work of WEB-50 linked to OBJ-12: ${size} aligned\\.`));
    expect(line).toBeVisible();
    expect(askedOf('linkIssues')).toEqual([ids]);
  });

  it('tags the epic where a filter leaves out nothing below it', async () => {
    const user = withWork({ address: '&mine=1' });
    await choose(user, 'WEB-51');
    expect(await screen.findByText(/^WEB-51 linked to OBJ-12: 1 item aligned\./)).toBeVisible();
    expect(askedOf('linkIssues')).toEqual([['51']]);
  });

  it('tags what is below it where the epic is hidden or its project left out, and takes that back', async () => {
    const user = withWork({
      link: (issueId) => (issueId === '50' ? { ...linked('50'), key: null, outcome: 'notFound' } : linked(issueId)),
    });
    await choose(user, 'WEB-50');
    expect(await screen.findByText(/^Work of WEB-50 linked to OBJ-12: 2 items aligned\./)).toBeVisible();
    expect(askedOf('linkIssues')).toEqual([['50'], ['1', '2']]);
    expect((await card()).queryByText(/was not linked/)).not.toBeInTheDocument();
    await user.click(within(await screen.findByText(/^Work of WEB-50/)).getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/^Taken back: 2 issues\./)).toBeVisible();
    expect(askedOf('unlinkIssues')).toEqual([['1', '2']]);
  });
});
