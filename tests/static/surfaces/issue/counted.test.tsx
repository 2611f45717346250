import { screen, within } from '@testing-library/react';
import { asked, ok, placeJira, placePage } from '../../support/bridge';
import { openPage } from '../../support/render';
import { issue, options, seenIssues } from '../../support/samples';

jest.setTimeout(30_000);

test('on the panel of an issue “9 of 20” opens to its issues, in the flow', async () => {
  placePage(
    'alignment-panel',
    { issue: { id: '42', key: 'WEB-42' } },
    {
      issueAlignment: () => ok(issue),
      searchObjectives: () => ok(options),
      countedInPortfolio: () => ok({ issues: [], estimates: [], total: 20, size: 20, next: null, field: null }),
    },
  );
  placeJira({ issues: seenIssues });
  const user = openPage();
  await user.click(await screen.findByRole('button', { name: /^9 of 20 items done, Progress of OBJ-12: show/ }));
  const list = within(await screen.findByRole('region', { name: 'Progress of OBJ-12: the issues' }));
  expect(await list.findByText('20 work items')).toBeVisible();
  expect(list.getByText('0 of 20 shown, 20 more you cannot see')).toBeVisible();
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(asked.at(-1)).toEqual({
    call: 'countedInPortfolio',
    payload: {
      window: 90,
      measure: 'items',
      counted: { part: 'all', standing: null, objective: { key: 'OBJ-12', below: true }, weeks: null },
      row: null,
      cursor: null,
    },
  });
  await user.click(list.getByRole('button', { name: 'Close' }));
  expect(screen.queryByText('20 work items')).not.toBeInTheDocument();
});
