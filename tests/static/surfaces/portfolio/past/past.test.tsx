import '../../../support/bridge';
import { screen, waitFor, within } from '@testing-library/react';
import type { Answer, PastPortfolio } from '../../../../../src/contract';
import { createFormat } from '../../../../../static/src/shared/format';
import { reviewMarkdown } from '../../../../../static/src/surfaces/portfolio/review/markdown';
import { asDay } from '../../../../domain/days';
import { addresses, asked, ok, placePage } from '../../../support/bridge';
import { pastPortfolio } from '../../../support/pastSamples';
import { portfolio } from '../../../support/portfolioSamples';
import { openPage } from '../../../support/render';
import { review } from '../../../support/reviewSamples';
// Read here, and not within the first test's time, which a busy machine would take up with it.
import '../../../../../static/src/surfaces/portfolio/PortfolioPage';
import '../../../../../static/src/surfaces/portfolio/overview/OverviewPage';
import '../../../../../static/src/surfaces/portfolio/review/ReviewPage';

jest.setTimeout(20_000);

const open = (past: Answer<PastPortfolio> = ok(pastPortfolio), address = '/') => {
  const calls = { portfolio: () => ok(portfolio), pastPortfolio: () => past, review: () => ok(review) };
  placePage('portfolio', {}, calls, address);
  return openPage();
};
const asItWas = async () => within(await screen.findByRole('region', { name: 'As it was on 30 Sept 2026' }));
const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent));
const lastAsked = (call: string) => asked.filter((one) => one.call === call).at(-1)?.payload;

it('is one click away, for the end of the last quarter, and nothing is asked before', async () => {
  const user = open();
  const choice = within(await screen.findByRole('group', { name: 'As of' }));
  expect(choice.getAllByRole('radio').map((radio) => radio.parentElement?.textContent)).toEqual([
    'Today',
    'Last quarter’s end',
    'Last month’s end',
    '90 days ago',
    'Another day',
  ]);
  expect(lastAsked('pastPortfolio')).toBeUndefined();
  await user.click(choice.getByRole('radio', { name: 'Last quarter’s end' }));
  expect(lastAsked('pastPortfolio')).toEqual({ window: 90, measure: 'items', day: asDay('2026-09-30') });
  expect(addresses.at(-1)).toBe('/?asOf=quarter');
  const shown = await asItWas();
  expect(shown.getByText(/^Reconstructed, because nothing was recorded on 30 Sept 2026/)).toBeVisible();
  const figures = rowsOf(shown.getByRole('table', { name: 'The portfolio' }));
  expect(figures.map(([name, then]) => [name, then])).toEqual([
    ['Figure', '30 Sept 2026'],
    ['Execution alignment index', '30.4'],
    ['Clarity', '0.50'],
    ['Communication', '0.40'],
    ['Resource allocation', '0.40'],
    ['Performance monitoring', '–'],
    ['Adaptability', '–'],
    ['Buy-in', '0.50'],
    ['Alignment, effort', '50%'],
    ['Alignment, planned', '75%'],
    ['Run the business, of effort', '11%'],
  ]);
  // What has no value then has no change.
  expect(figures[5]?.[3]).toBe('–');
  expect(figures.slice(-3).map(([, , now, change]) => [now, change])).toEqual([
    ['67%', '+17 percentage points'],
    ['65%', '−10 percentage points'],
    ['26%', '+15 percentage points'],
  ]);
  expect(rowsOf(shown.getByRole('table', { name: 'Alignment of effort by project' })).slice(1, 3)).toEqual([
    ['Web shop', '75%', '79%', '+3.9 percentage points'],
    ['Point of sale', '25%', '73%', '+48 percentage points'],
  ]);
  const [, first, second] = rowsOf(shown.getByRole('table', { name: 'Objectives then and now' }));
  expect(first).toEqual([
    expect.stringContaining('OBJ-1'),
    '20% → 50%',
    '+30 percentage points',
    expect.stringContaining('On track'),
    expect.stringContaining('At risk'),
  ]);
  expect(second?.[3]).toBe('–');
});

it('goes with the tabs, and makes the review tell what changed since', async () => {
  const user = open(undefined, '/?asOf=2026-09-30');
  await asItWas();
  expect(screen.getByLabelText('Day')).toHaveValue('2026-09-30');
  await user.click(screen.getByRole('link', { name: 'Review' }));
  expect(addresses.at(-1)).toBe('/review?asOf=2026-09-30');
  await asItWas();
  await waitFor(() => expect(lastAsked('review')).toMatchObject({ since: asDay('2026-09-30') }));
  expect(screen.getByRole('radio', { name: 'The day above' })).toBeChecked();
  await user.click(screen.getByRole('radio', { name: 'Last review' }));
  await waitFor(() => expect(lastAsked('review')).toMatchObject({ since: null }));
});

it('says that a day was recorded with its own links, and what was not recorded', async () => {
  const recorded: PastPortfolio = {
    ...pastPortfolio,
    recorded: true,
    covers: 'browsable',
    planned: null,
    scores: null,
    projects: pastPortfolio.projects.map((one) => ({ ...one, planned: null })),
  };
  open(ok(recorded), '/objectives?asOf=quarter');
  const shown = await asItWas();
  expect(
    shown.getByText('Recorded on 30 Sept 2026: with the links, the strategy and the work in progress of that day.'),
  ).toBeVisible();
  expect(shown.getByText('What was planned was not recorded on that day.')).toBeVisible();
  expect(shown.getByText(/is shown to those who see all totals/)).toBeVisible();
  expect(shown.getByText(/^Objectives are reconstructed over the projects that you may browse/)).toBeVisible();
  expect(rowsOf(shown.getByRole('table', { name: 'The portfolio' }))[2]).toEqual([
    'Alignment, planned',
    '–',
    '65%',
    '–',
  ]);
});

it('opens a figure of that day to what it was made of, and one of today to its issues', async () => {
  const user = open(ok(pastPortfolio), '/?asOf=quarter');
  const table = within((await asItWas()).getByRole('table', { name: 'The portfolio' }));
  await user.click(table.getByRole('button', { name: /^Alignment of effort on 30 Sept 2026: / }));
  const then = await screen.findByRole('dialog');
  expect(then).toHaveTextContent('aligned ÷ (aligned + stale objective + no objective)');
  expect(then).toHaveTextContent('Its issues: of a past day there are the sums only.');
  expect(within(then).queryByRole('button', { name: /show the issues/i })).toBeNull();
  await user.keyboard('{Escape}');
  await user.click(table.getByRole('button', { name: /^Alignment of effort: / }));
  expect(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Show the issues' })).toBeVisible();
});

it('opens the run share of that day to its formula, and that of today to its issues', async () => {
  const user = open(ok(pastPortfolio), '/?asOf=quarter');
  const table = within((await asItWas()).getByRole('table', { name: 'The portfolio' }));
  await user.click(table.getByRole('button', { name: /^Run share of the effort on 30 Sept 2026: 11%/ }));
  expect(await screen.findByRole('dialog')).toHaveTextContent('run the business ÷ everything');
  await user.keyboard('{Escape}');
  await user.click(table.getByRole('button', { name: /^Run share of the effort: / }));
  expect(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Show the issues' })).toBeVisible();
});

it('says what is wrong with a day', async () => {
  const message = 'Choose a day before 2026-11-23: that one is not past yet.';
  open({ ok: false, error: { code: 'invalid', message, reference: 'r' } }, '/?asOf=2027-01-01');
  expect(await screen.findByText(message)).toBeVisible();
});

test('the pack as Markdown has the day beside today', () => {
  const pack = { portfolio, review, people: new Map(), past: pastPortfolio };
  const lines = reviewMarkdown(pack, createFormat('en-GB', 'UTC')).split('\n');
  expect(lines).toContain('## As it was on 30 Sept 2026');
  expect(lines).toContain('- Alignment, effort: 50% → 67% (+17 percentage points)');
  expect(lines).toContain('- OBJ-1 Win market share through superior service: 20% → 50% (+30 percentage points)');
});
