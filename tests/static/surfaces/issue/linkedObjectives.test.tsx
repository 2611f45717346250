import { screen } from '@testing-library/react';
import type { IssueAlignment } from '../../../../src/contract';
import { linkedObjectives } from '../../../../static/src/surfaces/issue/linkedObjectives';
import { ok, placeJira, placePage } from '../../support/bridge';
import { openPage } from '../../support/render';
import { issue, jiraIssue, options, seenIssues } from '../../support/samples';

jest.setTimeout(30_000);

const joins = { types: [1], links: [5] };
const link = (type: string, id: string, issuetype: string) => ({
  type: { id: type },
  outwardIssue: { id, fields: { issuetype: { id: issuetype } } },
});
const to = (id: string) => link('5', id, '1');

test('objectives are counted once each, through links that join, and nothing else is', () => {
  expect(linkedObjectives([], joins)).toBe(0);
  const both = { ...to('7'), inwardIssue: to('8').outwardIssue };
  expect(
    linkedObjectives([to('7'), both, link('6', '9', '1'), link('5', '9', '2'), { type: { id: '5' } }], joins),
  ).toBe(2);
});

const open = (fromId: string, issuelinks: ReturnType<typeof to>[]) => {
  const provenance: IssueAlignment['provenance'] = { kind: 'link', fromId, joins };
  placePage(
    'alignment-panel',
    { issue: { id: '42', key: 'WEB-42' } },
    { issueAlignment: () => ok({ ...issue, provenance }), searchObjectives: () => ok(options) },
  );
  placeJira({
    issues: [
      ...seenIssues.filter(({ id }) => id !== fromId),
      jiraIssue(fromId, `WEB-${fromId}`, {
        summary: 'Checkout',
        parent: fromId === '42' ? { id: '7' } : null,
        issuelinks,
      }),
    ],
  });
  openPage();
};

test('the panel says of several objectives which one counts', async () => {
  open('42', [to('90'), to('91'), to('92')]);
  expect(
    await screen.findByText('Linked to it in Jira, the first by key of the 3 objectives that it is linked to'),
  ).toBeVisible();
});

test('also where the link is of an issue above', async () => {
  open('7', [to('90'), to('91')]);
  const from = await screen.findByText('Checkout');
  expect(from.parentElement).toHaveTextContent(
    'Linked to it in Jira through WEB-7 Checkout, the first by key of the 2 objectives that it is linked to',
  );
});

test('nothing is said where there was no choice', async () => {
  open('42', [to('90')]);
  expect(await screen.findByText('Linked to it in Jira')).toBeVisible();
});
