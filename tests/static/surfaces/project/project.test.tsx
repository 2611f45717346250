import { screen, waitFor, within } from '@testing-library/react';
import type { LinkResult } from '../../../../src/contract';
import type { placePage } from '../../support/bridge';
import { addresses, asked, ok, operations, placeJira } from '../../support/bridge';
import { jiraIssue, mix, project, unlinkedIssue } from '../../support/samples';
import { asDay } from '../../../domain/days';
import { lastAsked, nothing, open } from './openProject';

describe('the alignment of a project', () => {
  it('shows effort and planned work with their numbers', async () => {
    open(project);
    const effort = within(await screen.findByRole('region', { name: 'Effort' }));
    expect(effort.getAllByText('60%')).toHaveLength(2);
    expect(effort.getByText(/^aligned:/)).toHaveTextContent('aligned: 6 of 10 strategic items');
    expect(effort.getByText('Aligned').parentElement).toHaveTextContent('6 items60%');
    expect(effort.getByText('Run the business').parentElement).toHaveTextContent('2 items17% of all');
    expect(effort.getByText('No objective').parentElement).toHaveTextContent('3 items30%');
    expect(effort.getByText('12 work items')).toBeVisible();
    expect(within(screen.getByRole('region', { name: 'Planned' })).getAllByText('50%')).not.toHaveLength(0);
  });

  it('opens a number to all it was made of', async () => {
    const user = open({
      ...project,
      effort: { ...project.effort, unestimated: 4, alignmentRange: { low: 0.52, high: 0.61 } },
      basis: { ...project.basis, median: 3 },
    });
    await user.click(await screen.findByRole('button', { name: /^Alignment of effort: 60%/ }));
    const text = await screen.findByRole('dialog', { name: 'Alignment of effort' });
    for (const words of [
      'aligned ÷ (aligned + stale objective + no objective)',
      '12 work items in progress now, or done from 26 Aug 2026 to 23 Nov 2026.',
      'Figures as of 23 Nov 2026, 11:00.',
      '2 items run the business, 17% of everything.',
      '7 work items closed without being done (dropped)',
      '3 work items done on an unknown day',
      '1 work item with a parent the app does not know',
      '4 work items without an estimate are each sized as the project’s median, 3 points.',
      'between 52% and 61%',
    ]) {
      expect(text).toHaveTextContent(words);
    }
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  });

  it('is at the place that its address names, and writes where it is into the address', async () => {
    const user = open(project, {}, '/?tab=unlinked&part=planned&window=30&sprint=8');
    expect(await screen.findByRole('tab', { name: /Unlinked work/ })).toHaveAttribute('aria-selected', 'true');
    expect(lastAsked('projectAlignment')).toEqual({ window: 30, measure: 'items', filter: { sprint: '8' } });
    await waitFor(() =>
      expect(lastAsked('unlinkedWork')).toMatchObject({ part: 'planned', filter: { sprint: '8' }, window: 30 }),
    );
    expect(await screen.findByText('Sprint 8')).toBeVisible();
    await user.click(screen.getByRole('tab', { name: 'Unlinked epics' }));
    await user.click(screen.getByRole('radio', { name: 'Points' }));
    expect(addresses.at(-1)).toBe('/?tab=epics&part=planned&window=30&sprint=8&measure=points');
    await user.click(screen.getByRole('tab', { name: 'Objectives served' }));
    expect(addresses.at(-1)).toBe('/?part=planned&window=30&sprint=8&measure=points');
  });

  it('says that there is no work, and no percentage', async () => {
    open({ ...project, effort: mix(0, 0, 0, 0), planned: mix(0, 3, 0, 0), objectives: [] });
    expect(await screen.findByText('No work in this window.')).toBeVisible();
    expect(screen.getByText(/All of it runs the business/)).toBeVisible();
    expect(screen.getByText('No objective is served yet')).toBeVisible();
  });

  it('shows its alignment over time, with what was recorded and what is reconstructed told apart', async () => {
    const user = open(project);
    const trend = within(await screen.findByRole('region', { name: 'Alignment of effort over time' }));
    expect(trend.getByText(/as the app recorded it on that day/)).toHaveTextContent('Reconstructed: before the app');
    await user.click(trend.getByRole('button', { name: 'Show as a table' }));
    const rows = within(trend.getByRole('table')).getAllByRole('row');
    expect(rows.map((row) => row.textContent)).toEqual(
      expect.arrayContaining([expect.stringMatching(/15 Nov.*50%/), expect.stringMatching(/23 Nov.*60%/)]),
    );
  });

  it('says where there is no effort to draw, and that a filter has no trend', async () => {
    const none = { ...mix(0, 0, 0, 0), day: asDay('2026-11-23'), recorded: true };
    const user = open(project, {
      projectAlignment: ({ filter }) => ok({ ...project, trend: filter.sprint ? null : [none] }),
    });
    const trend = within(await screen.findByRole('region', { name: 'Alignment of effort over time' }));
    expect(trend.getByText(/There is no effort to draw yet/)).toBeVisible();
    expect(trend.queryByText(/Each point is/)).not.toBeInTheDocument();
    await user.click(await screen.findByRole('combobox', { name: 'Sprint' }));
    await user.click(await screen.findByText('Sprint 8'));
    expect(await screen.findByText(/not of a sprint, a fix version or a component/)).toBeVisible();
  });

  it('lists the objectives served', async () => {
    open(project);
    const [, first, second] = within(await screen.findByRole('table')).getAllByRole('row');
    expect(first).toHaveTextContent('OBJ-12 One basket everywhereActive6 items45%9 of 20You cannot see it');
    expect(second).toHaveTextContent('OBJ-1 Win market shareActive0 itemsNo work yet60%60 of 100');
  });

  it('asks for the window, measure and filter chosen', async () => {
    const user = open(project);
    await user.click(await screen.findByRole('radio', { name: '30 days' }));
    await user.click(screen.getByRole('radio', { name: 'Points' }));
    await user.click(await screen.findByRole('combobox', { name: 'Sprint' }));
    await user.click(await screen.findByText('Sprint 8'));
    await user.click(screen.getByRole('combobox', { name: 'Component' }));
    expect(await screen.findByText('No work here has a component')).toBeVisible();
    await waitFor(() =>
      expect(lastAsked('projectAlignment')).toEqual({ window: 30, measure: 'points', filter: { sprint: '8' } }),
    );
    expect(await screen.findAllByText('6 points')).toHaveLength(2);
  });

  it('asks what to filter by only when somebody wants to choose, and says so where that fails', async () => {
    const user = open(project, {
      projectFilters: () => ({
        ok: false,
        error: { code: 'internal', message: 'Please try again.', reference: 'ref-1' },
      }),
    });
    await screen.findByRole('region', { name: 'Effort' });
    expect(asked.filter(({ call }) => call === 'projectFilters')).toHaveLength(0);
    await user.click(await screen.findByRole('combobox', { name: 'Sprint' }));
    expect(await screen.findByText('Please try again.')).toBeVisible();
  });

  it('says that nothing is read yet', async () => {
    open({ ...project, sync: { state: 'never' } });
    expect(await screen.findByText('The app has not read this site’s work yet')).toBeVisible();
  });

  it('says what failed', async () => {
    open(project, {
      projectAlignment: () => ({
        ok: false,
        error: { code: 'forbidden', message: 'Ask for Browse projects.', reference: 'ref-1' },
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Ask for Browse projects.');
  });
});

describe('unlinked work', () => {
  const openList = async (more: Parameters<typeof placePage>[2]) => {
    const user = open(project, more);
    await user.click(await screen.findByRole('tab', { name: /Unlinked work/ }));
    return user;
  };

  /** A back end with three unlinked issues, one of which the viewer may not edit. */
  const three = (): Parameters<typeof placePage>[2] => {
    let left = ['1', '2', '7'];
    const hidden = ['8', '9'];
    return {
      unlinkedWork: () => ok({ ...nothing, issues: [...left, ...hidden].map(unlinkedIssue), total: left.length + 2 }),
      linkIssues: ({ issueIds }) => {
        const results = issueIds.map((issueId): LinkResult =>
          issueId === '7'
            ? { issueId, key: 'WEB-7', outcome: 'forbidden', message: null }
            : { issueId, key: `WEB-${issueId}`, outcome: 'linked', message: null },
        );
        left = ['7'];
        return ok(results);
      },
    };
  };

  it('says plainly that nothing is unlinked', async () => {
    await openList({});
    expect(await screen.findByText('Nothing is unlinked')).toBeVisible();
    expect(screen.queryByText(/Select issues/)).not.toBeInTheDocument();
  });

  it('lists the issues, and how many the viewer cannot see', async () => {
    await openList(three());
    const row = await screen.findByRole('row', { name: /WEB-1/ });
    expect(row).toHaveTextContent('WEB-1Work of WEB-1In ReviewUnassigned–20 Nov 2026');
    expect(screen.getByText('3 of 5 shown, 2 more you cannot see')).toBeVisible();
  });

  it('shows no day where Jira says none', async () => {
    const user = open(project, three());
    placeJira({ issues: [jiraIssue('1', 'WEB-1', { updated: '' }), jiraIssue('2', 'WEB-2', { updated: undefined })] });
    await user.click(await screen.findByRole('tab', { name: /Unlinked work/ }));
    expect(await screen.findByRole('row', { name: /WEB-1/ })).toHaveTextContent(
      'WEB-1Work of WEB-1In ReviewUnassigned––',
    );
    expect(screen.getByRole('row', { name: /WEB-2/ })).toHaveTextContent('WEB-2Work of WEB-2In ReviewUnassigned––');
  });

  it('links the selected, says which were not, and shows the rest', async () => {
    const user = await openList(three());
    await user.click(await screen.findByRole('checkbox', { name: 'Select all shown' }));
    expect(screen.getByText('Link 3 issues to')).toBeVisible();
    await user.click(screen.getByRole('combobox', { name: 'Objective for 3 issues' }));
    await user.click(await screen.findByText('OBJ-12 One basket everywhere'));
    expect(await screen.findByText('2 issues linked to OBJ-12; 1 not')).toBeVisible();
    expect(screen.getByText('WEB-7: you may not edit it')).toBeVisible();
    expect(screen.queryByRole('link', { name: 'WEB-1' })).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'WEB-7' })).toBeVisible();
    expect(screen.getByText('1 of 3 shown, 2 more you cannot see')).toBeVisible();
    expect(screen.getByRole('checkbox', { name: 'Select WEB-7' })).not.toBeChecked();
    expect(lastAsked('linkIssues')).toEqual({ issueIds: ['1', '2', '7'], to: { kind: 'objective', key: 'OBJ-12' } });
    expect(operations.map(([op]) => op)).not.toContain('showFlag');
  });

  it('marks work as running the business', async () => {
    const user = await openList(three());
    await user.click(await screen.findByRole('checkbox', { name: 'Select WEB-1' }));
    await user.click(screen.getByRole('combobox', { name: 'Objective for 1 issue' }));
    await user.click(within(await screen.findByRole('listbox')).getByText('Run the business'));
    expect(await screen.findByText('1 issue linked to Run the business.')).toBeVisible();
    expect(screen.getByRole('group', { name: 'Link selected issues' })).toHaveFocus();
    expect(lastAsked('linkIssues')).toEqual({ issueIds: ['1'], to: { kind: 'run' } });
  });

  it('says when nothing could be linked at all', async () => {
    const user = await openList({
      ...three(),
      linkIssues: () => ({
        ok: false,
        error: { code: 'busy', message: 'Jira is busy. Try again in a minute.', reference: 'ref-2' },
      }),
    });
    await user.click(await screen.findByRole('checkbox', { name: 'Select WEB-1' }));
    await user.click(screen.getByRole('combobox', { name: 'Objective for 1 issue' }));
    await user.click(await screen.findByText('OBJ-1 Win market share'));
    expect(await screen.findByRole('alert')).toHaveTextContent('Jira is busy');
    expect(screen.getByRole('checkbox', { name: 'Select WEB-1' })).toBeChecked();
  });

  it('shows more by the cursor, and one part only', async () => {
    const user = await openList({
      unlinkedWork: ({ cursor }) =>
        ok({ ...nothing, issues: [unlinkedIssue(cursor ? '2' : '1')], total: 2, next: cursor ? null : 'after-1' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Show more' }));
    expect(await screen.findByRole('link', { name: 'WEB-2' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('radio', { name: 'Planned 2' }));
    await waitFor(() =>
      expect(lastAsked('unlinkedWork')).toEqual({ window: 90, part: 'planned', filter: {}, cursor: null }),
    );
  });
});
