import { screen, within } from '@testing-library/react';
import type { CountedIssues } from '../../../../src/contract';
import { weekOf } from '../../../../src/domain/time/weeks';
import { asDay } from '../../../domain/days';
import { ok, operations } from '../../support/bridge';
import { project } from '../../support/samples';
import { lastAsked, open } from './openProject';

jest.setTimeout(30_000);

describe('a number of a project', () => {
  it('opens a number to the issues behind it, with their part in it, and counts those that are hidden', async () => {
    const page: CountedIssues = {
      issues: [
        {
          id: '1',
          size: 3,
          isAssumed: false,
          isTagged: true,
          origin: { how: 'rule', by: 'ann', at: '2026-11-20T09:00:00Z' },
        },
        { id: '2', size: 2.5, isAssumed: true, isTagged: false, origin: null },
        { id: '99', size: 1, isAssumed: false, isTagged: false, origin: null },
      ],
      estimates: [],
      total: 3,
      size: 6.5,
      next: null,
      field: 'customfield_10100',
    };
    const user = open(project, { countedInProject: () => ok(page) }, '/?measure=points&sprint=8');
    const effort = within(await screen.findByRole('region', { name: 'Effort' }));
    await user.click(effort.getByRole('button', { name: '6 points, Effort, aligned: show the issues' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Effort, aligned: the issues' }));
    const rows = (await dialog.findAllByRole('row')).slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringMatching(/^WEB-1.*3 points.+, by a standing rule, 20 Nov 2026$/),
      expect.stringMatching(/2.5 points, assumedInherited$/),
    ]);
    expect(dialog.getByText('3 work items, 6.5 points in all')).toBeVisible();
    expect(dialog.getByText('2 of 3 shown, 1 more you cannot see')).toBeVisible();
    expect(lastAsked('countedInProject')).toEqual({
      window: 90,
      measure: 'points',
      filter: { sprint: '8' },
      counted: { part: 'effort', standing: 'aligned', objective: null, weeks: null },
      cursor: null,
    });
    await user.click(dialog.getByRole('button', { name: 'Show these in Jira' }));
    expect(operations.at(-1)).toEqual([
      'navigate',
      expect.objectContaining({ url: expect.stringContaining(encodeURIComponent('key in (WEB-1,')) as string }),
    ]);
  });

  it('opens what alignment is a share of, and the number that begins a note', async () => {
    const none: CountedIssues = { issues: [], estimates: [], total: 0, size: 0, next: null, field: null };
    const user = open(project, { countedInProject: () => ok(none) });
    const effort = within(await screen.findByRole('region', { name: 'Effort' }));
    await user.click(effort.getByRole('button', { name: '10 strategic items, Effort, strategic: show the issues' }));
    expect(lastAsked('countedInProject')).toMatchObject({ counted: { part: 'effort', standing: 'strategic' } });
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Close' }));
    await user.click(effort.getByRole('button', { name: /^Alignment of effort: 60%/ }));
    await user.click(await screen.findByRole('button', { name: '7 work items, Dropped work: show the issues' }));
    expect(lastAsked('countedInProject')).toMatchObject({ counted: { part: 'dropped', standing: null } });
  });

  it('leads from an explained number to its issues', async () => {
    const none: CountedIssues = { issues: [], estimates: [], total: 0, size: 0, next: null, field: null };
    const user = open(project, { countedInProject: () => ok(none) });
    await user.click(await screen.findByRole('button', { name: /^Alignment of effort: 60%/ }));
    await user.click(await screen.findByRole('button', { name: 'Show the issues' }));
    expect(await screen.findByRole('dialog', { name: 'Effort, aligned: the issues' })).toHaveTextContent(
      '0 work items',
    );
  });

  it('opens a reconstructed point of the trend to its issues, and a recorded one to its formula only', async () => {
    const none: CountedIssues = { issues: [], estimates: [], total: 0, size: 0, next: null, field: null };
    const user = open(project, { countedInProject: () => ok(none) });
    const trend = within(await screen.findByRole('region', { name: 'Alignment of effort over time' }));
    trend.getByRole('slider').focus();
    await user.keyboard('{Home}{ArrowRight}{Enter}');
    expect(trend.getByRole('group', { name: /^Alignment of effort on 22 Nov 2026: 50%/ })).toHaveTextContent(
      'of a recorded day the app keeps the sums',
    );
    expect(trend.queryByRole('button', { name: /show the issues/i })).not.toBeInTheDocument();
    await user.keyboard('{Home}{Enter}');
    expect(trend.getByText(/What was done from 17 Aug 2026 to 15 Nov 2026/)).toBeVisible();
    await user.click(trend.getByRole('button', { name: /^2 items, .*, no objective: show the issues/ }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('0 work items');
    const last = weekOf(asDay('2026-11-15'));
    expect(lastAsked('countedInProject')).toMatchObject({
      counted: { part: 'finished', standing: 'unlinked', objective: null, weeks: { first: last - 12, last } },
    });
  });
});
