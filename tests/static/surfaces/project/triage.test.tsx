import { screen, waitFor, within } from '@testing-library/react';
import type { LinkResult, PastLinks } from '../../../../src/contract';
import type { JiraIssue } from '../../../../static/src/shared/jira/issues';
import { addresses, asked, ok, placeJira } from '../../support/bridge';
import { jiraIssue, project } from '../../support/samples';
import { decided, lastAsked, open } from './openProject';

const FIELD = 'customfield_10100';
const OBJ_12 = { kind: 'objective', key: 'OBJ-12' } as const;
const cart = { id: '1', name: 'Cart' };

const epic = (id: string) => ({ id, key: `WEB-${id}`, fields: { summary: `Epic ${id}` } });
const story = (id: string, fields: JiraIssue['fields'] = {}) => jiraIssue(id, `WEB-${id}`, fields);

/** Two epics, one with more below it, stale work, and an issue that Jira hides. */
const ISSUES = [
  story('1', { parent: epic('50'), components: [cart] }),
  story('2', { parent: epic('50'), labels: ['blue'] }),
  story('3', { parent: epic('51'), components: [cart], labels: ['blue', 'red'] }),
  story('4', { [FIELD]: { key: 'OBJ-9', name: 'Long done' } }),
];
const UNITS = ['1', '2', '3', '4', '99'].map((id) => ({
  id,
  size: 1,
  standing: id === '4' ? ('stale' as const) : ('unlinked' as const),
  setAside: null,
}));

const linked = (issueId: string): LinkResult => ({ issueId, key: `WEB-${issueId}`, outcome: 'linked', message: null });

/** A back end with that work, where an epic's link takes what is below it. */
const withWork = (link: (issueId: string) => LinkResult = linked, links: PastLinks['links'] = [], address = '') => {
  let units = UNITS;
  const belowOf = (id: string) => ISSUES.filter(({ fields }) => fields.parent?.id === id).map((issue) => issue.id);
  const user = open(
    project,
    {
      undecidedInProject: () => ok({ ...decided, units, total: units.length, size: units.length }),
      pastLinksInProject: () =>
        ok({
          links,
          candidates: [
            { key: 'OBJ-12', title: 'One basket everywhere', owner: null, start: 0 },
            { key: 'OBJ-1', title: 'Win', owner: null, start: 0 },
          ],
          fields: decided.fields,
        }),
      linkIssues: ({ issueIds }) => {
        const results = issueIds.map(link);
        const taken = results
          .filter(({ outcome }) => outcome === 'linked')
          .flatMap(({ issueId }) => [issueId, ...belowOf(issueId)]);
        units = units.filter(({ id }) => !taken.includes(id));
        return ok(results);
      },
      unlinkIssues: ({ issueIds }) => {
        units = UNITS;
        return ok(issueIds.map((issueId) => ({ ...linked(issueId), outcome: 'unlinked' })));
      },
    },
    `/?tab=unlinked${address}`,
  );
  placeJira({
    issues: [
      ...ISSUES,
      ...links.map(({ id, objective }) =>
        story(id, {
          created: `2026-0${1 + (Number(id) % 9)}-01T09:00:00.000+0000`,
          summary: objective === 'OBJ-12' ? 'Basket on the phone' : 'Poster for the fair',
          components: [objective === 'OBJ-12' ? cart : { id: '2', name: 'Print' }],
        }),
      ),
    ],
    finds: { 'assignee = currentUser()': ['3'], 'text ~ "say \\"hi\\""': ['1', '3'] },
  });
  return user;
};

const card = async () => within(await screen.findByRole('region', { name: 'Where to start' }));
const button = (name: string) => screen.findByRole('button', { name: `Choose an objective for ${name}` });
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
    const user = withWork(linked, [], '&group=everything');
    await user.click(await button('All that is shown'));
    await user.click(await screen.findByRole('option', { name: /OBJ-12/ }));
    expect(await screen.findByText(/^All that is shown linked to OBJ-12: 4 items aligned/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/^Taken back: 4 issues\./)).toHaveFocus();
    const undone = asked.filter(({ call }) => call === 'unlinkIssues').map(({ payload }) => payload);
    expect(undone).toEqual([
      { issueIds: ['1', '2', '3'], was: OBJ_12, back: null },
      { issueIds: ['4'], was: OBJ_12, back: { kind: 'objective', key: 'OBJ-9' } },
    ]);
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
    const user = withWork((issueId) => ({
      ...{ issueId, key: `WEB-${issueId}`, outcome: 'forbidden', message: `You may not edit WEB-${issueId}.` },
    }));
    await user.click(await button('WEB-50'));
    await user.click(await screen.findByRole('option', { name: /OBJ-12/ }));
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
    const user = withWork(linked, past, '&group=component');
    const take = await screen.findByRole('button', { name: 'Link Cart to OBJ-12 One basket everywhere, as suggested' });
    expect(screen.getByText(/^\d+% sure: .*issues of component Cart serve it/)).toBeVisible();
    take.focus();
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/^Cart linked to OBJ-12: 2 items aligned/)).toBeVisible();
    expect(lastAsked('linkIssues')).toEqual({ issueIds: ['1', '3'], to: OBJ_12, isSuggested: true });
  });

  it('can be passed over by keyboard', async () => {
    const user = withWork(linked, past, '&group=component');
    (await screen.findByRole('button', { name: /^Link Cart to OBJ-12/ })).focus();
    await user.keyboard('o');
    expect(await screen.findByRole('combobox', { name: 'Objective for Cart' })).toHaveValue('');
    await screen.findByRole('option', { name: /OBJ-12/ });
  });

  it('is silent where few links teach', async () => {
    withWork(linked, past.slice(0, 10), '&group=component');
    expect(await button('Cart')).toBeVisible();
    await waitFor(() => expect(asked.some(({ call }) => call === 'pastLinksInProject')).toBe(true));
    expect(screen.queryByText(/% sure/)).not.toBeInTheDocument();
  });
});

it('sets a group aside with a reason, and brings an issue back', async () => {
  const setAside = { until: 20_800, reason: 'small', by: null } as const;
  const user = open(
    project,
    {
      undecidedInProject: () =>
        ok({
          ...decided,
          units: UNITS.map((unit) => (unit.id === '3' ? { ...unit, setAside } : unit)),
          total: 5,
          size: 5,
        }),
      deferInProject: ({ issueIds }) => ok(issueIds.map((issueId) => ({ issueId, outcome: 'done' }))),
    },
    '/?tab=unlinked',
  );
  placeJira({ issues: ISSUES });
  await user.click(await screen.findByRole('button', { name: 'Set aside: WEB-50' }));
  expect(screen.queryByRole('button', { name: 'Set aside: WEB-51' })).not.toBeInTheDocument();
  const dialog = within(await screen.findByRole('dialog', { name: 'Set WEB-50 aside' }));
  await user.click(dialog.getByRole('radio', { name: '90 days' }));
  await user.click(dialog.getByRole('button', { name: 'Set aside' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(lastAsked('deferInProject')).toEqual({ issueIds: ['1', '2'], deferral: { reason: 'waiting', days: 90 } });
  await user.click(screen.getByText('1 work item set aside'));
  expect(screen.getByText(/Too small to matter, until/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Bring back WEB-3' }));
  await waitFor(() => expect(lastAsked('deferInProject')).toEqual({ issueIds: ['3'], deferral: null }));
});
