import { screen, within } from '@testing-library/react';
import type { WindowDays } from '../../../../src/contract';
import { openPortfolio } from '../../support/portfolioPage';
import { blank } from '../../support/portfolioSamples';

const BEGUN = { of: 'issues' as const, startedAt: '2026-11-23T09:00:00Z', waitingUntil: null, estimatedEnd: null };

describe('the portfolio page during the first sync', () => {
  it('says that the first sync is running', async () => {
    openPortfolio({ sync: { state: 'running', windows: [], done: 40, total: 400, ...BEGUN } });
    expect(await screen.findByText('The first sync is running')).toBeVisible();
    expect(screen.queryByText(/goes on at|should end/)).not.toBeInTheDocument();
  });

  it('says which figures are complete while the first sync runs, and how much is read of what the others need', async () => {
    const read = (days: WindowDays, complete: number) => ({ days, projects: 4, complete, share: complete / 4 });
    const windows = [read(30, 4), read(90, 3), read(180, 0), read(365, 0)];
    openPortfolio({ sync: { state: 'running', windows, done: 40, total: 400, ...BEGUN } });
    const list = within(await screen.findByRole('list', { name: 'Figures that are complete' }));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Alignment of the last 30 days: complete',
      'Alignment of the last 90 days: complete in 3 of 4 projects',
      'Alignment of the last 180 days: complete in 0 of 4 projects',
      'Alignment of the last 365 days: complete in 0 of 4 projects',
    ]);
    expect(screen.queryByText(/may still move/)).not.toBeInTheDocument();
  });

  it('says of one project how much of what each window needs is read, and that assumed sizes may move', async () => {
    const read = (days: WindowDays, share: number | null) => ({ days, projects: 1, complete: 0, share });
    const windows = [{ ...read(30, 1), complete: 1 }, read(90, 1), read(180, 0.424), read(365, null)];
    openPortfolio({
      effort: { ...blank.effort, unestimated: 3 },
      sync: { state: 'running', windows, done: 40, total: 400, ...BEGUN },
    });
    const list = within(await screen.findByRole('list', { name: 'Figures that are complete' }));
    expect(list.getAllByRole('listitem').map(({ textContent }) => textContent?.split(': ')[1])).toEqual([
      'complete',
      'almost all of what this needs is read',
      '42% of what this needs is read',
      'a part of what this needs is read',
    ]);
    expect(screen.getByText(/may still move until the sync ends: 3 work items without an estimate take/)).toBeVisible();
  });

  it('says until when the first sync waits for Jira, and when it should end', async () => {
    const waiting = { waitingUntil: '2026-11-23T14:00:00Z', estimatedEnd: '2026-11-23T16:40:00Z' };
    openPortfolio({ sync: { state: 'running', windows: [], done: 40, total: 400, ...BEGUN, ...waiting } });
    expect(
      await screen.findByText(/goes on at 23 Nov 2026, 15:00\..*should end around 23 Nov 2026, 17:40\./),
    ).toBeVisible();
  });
});

describe('the portfolio page after the first sync', () => {
  const complete = { state: 'complete', finishedAt: '2026-11-23T16:40:00Z' } as const;

  it('says what its figures lack where Jira fails to search projects', async () => {
    openPortfolio({ sync: { ...complete, unread: 2 } });
    expect(await screen.findByText('Work is missing here')).toBeVisible();
    expect(screen.getByText(/^Jira fails to search 2 projects that these figures cover/)).toBeVisible();
  });

  it('says nothing where all was read', async () => {
    openPortfolio({ sync: complete });
    await screen.findAllByRole('heading');
    expect(screen.queryByText('Work is missing here')).not.toBeInTheDocument();
  });
});
