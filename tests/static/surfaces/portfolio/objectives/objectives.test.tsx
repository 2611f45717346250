import { act, configure, screen, waitFor, within } from '@testing-library/react';
import type { Portfolio, ListedObjective, Strategy } from '../../../../../src/contract';
import { addresses, asked, ok, placeJira, placePage } from '../../../support/bridge';
import { objectiveRef, portfolioObjective } from '../../../support/objectiveSamples';
import { portfolio } from '../../../support/portfolioSamples';
import { openPage } from '../../../support/render';
import { asDay } from '../../../../domain/days';

configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(60_000);

// Compiling the page takes longer than a test waits for it.
beforeAll(async () => {
  await import('../../../../../static/src/surfaces/portfolio/PortfolioPage');
  await import('../../../../../static/src/surfaces/portfolio/objectives/ObjectivesPage');
});

const stated = (shown: Portfolio): Strategy => ({
  nextKey: 'OBJ-16',
  objectives: shown.objectives.map(
    ({ objective, owner, parent, weight, perspective, start, target, headline, archived }): ListedObjective => ({
      key: objective.key,
      title: objective.title,
      owner,
      parent,
      weight,
      perspective,
      start,
      target,
      status: objective.status === 'unknown' ? 'draft' : objective.status,
      headline,
      archived,
      revision: 3,
      keyResults: 0,
    }),
  ),
});

const open = (more: Parameters<typeof placePage>[2] = {}, shown: Portfolio = portfolio, address = '/objectives') => {
  placePage(
    'portfolio',
    {},
    {
      portfolio: () => ok(shown),
      strategy: () => ok(stated(shown)),
      dueCheckIns: () => ok([]),
      moveObjective: () => ok(stated(shown)),
      ...more,
    },
    address,
  );
  placeJira({ people: [{ accountId: 'hana', displayName: 'Hana Sato', avatarUrl: null }] });
  return openPage();
};

const row = (key: string): HTMLElement => {
  const found = screen.getAllByRole('row').find(({ dataset }) => dataset.row === key);
  if (!found) throw new Error(`No row of ${key}.`);
  return found;
};
const focusedRow = () => document.activeElement?.getAttribute('data-row');
const lastAsked = (call: string) => asked.filter((one) => one.call === call).at(-1)?.payload;

describe('the tree grid of objectives', () => {
  it('shows both progresses, health, the weakest child and the forecast', async () => {
    open();
    const grid = await screen.findByRole('treegrid', { name: 'Objectives' });
    const first = within(grid).getAllByRole('row')[1];
    expect(first).toHaveAttribute('aria-level', '1');
    for (const words of ['50%', '44%', 'At risk', 'Stated: on track', 'OBJ-8 One basket', '88% by 31 Mar']) {
      expect(first).toHaveTextContent(words);
    }
    expect(await within(grid).findAllByText('Hana Sato')).not.toHaveLength(0);
    expect(await within(grid).findAllByText('Unknown person')).not.toHaveLength(0);
  });

  it('explains the forecast with the words that it shows', async () => {
    const [first] = portfolio.objectives;
    if (!first?.forecast) throw new Error('The first sample has no forecast.');
    const done = { ...first, forecast: { ...first.forecast, remaining: 0 } };
    open({}, { ...portfolio, objectives: [done] });
    expect(await screen.findByRole('button', { name: /^Forecast of OBJ-1: All done\./ })).toHaveTextContent('All done');
  });

  it('never shows 0 % where there is no value', async () => {
    open();
    await screen.findByRole('treegrid');
    const draft = row('OBJ-15');
    expect(draft).toHaveTextContent('No work yet');
    expect(draft).not.toHaveTextContent('%');
  });

  it('is one stop for Tab, and is walked by the keys of the pattern', async () => {
    const user = open();
    await screen.findByRole('treegrid');
    expect(screen.getAllByRole('row').filter((one) => one.tabIndex === 0 && one.dataset.row)).toHaveLength(1);
    act(() => row('OBJ-1').focus());
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(focusedRow()).toBe('OBJ-8');
    await user.keyboard('{ArrowLeft}');
    expect(focusedRow()).toBe('OBJ-2');
    await user.keyboard('{ArrowLeft}');
    expect(row('OBJ-2')).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByRole('row', { name: /^OBJ-8 / })).not.toBeInTheDocument();
    await user.keyboard('{ArrowRight}');
    expect(row('OBJ-2')).toHaveAttribute('aria-expanded', 'true');
    await user.keyboard('{End}');
    expect(focusedRow()).toBe('OBJ-15');
    await user.keyboard('{Home}{ArrowRight}');
    expect(document.activeElement).toHaveTextContent('OBJ-1 Win market share');
    await user.keyboard('{Escape}');
    expect(focusedRow()).toBe('OBJ-1');
  });

  it('opens the objective on Enter', async () => {
    const user = open({
      objectiveDetail: () => ({ ok: false, error: { code: 'notFound', message: 'Gone.', reference: 'r' } }),
    });
    await screen.findByRole('treegrid');
    act(() => row('OBJ-2').focus());
    await user.keyboard('{Enter}');
    await waitFor(() => expect(addresses.at(-1)).toBe('/objectives/OBJ-2'));
  });

  it('keeps the parents of what matches, and says so', async () => {
    const user = open();
    await user.type(await screen.findByRole('textbox', { name: 'Search' }), 'basket');
    expect(await screen.findByText('1 of 9 objectives match')).toBeVisible();
    expect(screen.getAllByRole('row').map((one) => one.dataset.row)).toEqual([undefined, 'OBJ-1', 'OBJ-2', 'OBJ-8']);
    expect(row('OBJ-1')).toHaveTextContent('does not match itself');
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(10));
  });

  it('hides what is archived until it is asked for', async () => {
    const gone = portfolioObjective(objectiveRef('OBJ-20', 'Old thing', 'dropped'), { archived: true });
    const user = open({}, { ...portfolio, objectives: [...portfolio.objectives, gone] });
    await screen.findByRole('treegrid');
    expect(screen.queryByText('Old thing')).not.toBeInTheDocument();
    await user.click(screen.getByRole('checkbox', { name: 'Archived (1)' }));
    expect(await screen.findByText('Old thing')).toBeVisible();
  });

  it('moves an objective by keyboard, for editors', async () => {
    const user = open();
    await screen.findByRole('treegrid');
    await waitFor(() => expect(lastAsked('strategy')).toBeDefined());
    act(() => row('OBJ-3').focus());
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await waitFor(() =>
      expect(lastAsked('moveObjective')).toEqual({ key: 'OBJ-3', revision: 3, parent: null, before: 'OBJ-1' }),
    );
  });

  it('offers readers no menu, but what they are to check in on', async () => {
    open(
      {
        dueCheckIns: () =>
          ok([{ objective: objectiveRef('OBJ-2', 'Seamless'), last: null, due: asDay('2026-11-01'), overdue: true }]),
      },
      { ...portfolio, mayEdit: false },
    );
    expect(await screen.findByRole('heading', { name: 'Your check-ins due' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Actions for/ })).not.toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Create objective' })).not.toBeInTheDocument();
  });
});
