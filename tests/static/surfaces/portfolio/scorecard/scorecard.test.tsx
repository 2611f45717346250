import '../../../support/bridge';
import { screen, within } from '@testing-library/react';
import type { KeyResult, Portfolio } from '../../../../../src/contract';
import { createFormat } from '../../../../../static/src/shared/format';
import { goalInWords, progressInWords } from '../../../../../static/src/surfaces/portfolio/figures/keyResultWords';
import { lanesOf } from '../../../../../static/src/surfaces/portfolio/scorecard/lanes';
import { ok, placePage } from '../../../support/bridge';
import { keyResult, objectiveRef, objectives, portfolioObjective } from '../../../support/objectiveSamples';
import { portfolio } from '../../../support/portfolioSamples';
import { openPage } from '../../../support/render';
// Read here, and not within the first test's time, which a busy machine would take up with it.
import '../../../../../static/src/surfaces/portfolio/PortfolioPage';
import '../../../../../static/src/surfaces/portfolio/scorecard/ScorecardPage';

jest.setTimeout(20_000);

const open = (shown: Portfolio) => {
  placePage('portfolio', {}, { portfolio: () => ok(shown) }, '/scorecard');
  return openPage();
};

const lane = async (name: string) => within(await screen.findByRole('region', { name }));
const english = createFormat('en-GB', 'Europe/Berlin');

describe('the lanes of the scorecard', () => {
  const keysIn = (shown: Portfolio['objectives']) =>
    lanesOf(shown).map(({ name, objectives: inLane }) => [name, inLane.map(({ objective }) => objective.key)]);

  it('are the four perspectives, and what has none, without archived and dropped objectives', () => {
    const archived = { ...portfolioObjective(objectiveRef('OBJ-20', 'Gone', 'achieved')), archived: true };
    expect(keysIn([...objectives, archived])).toEqual([
      ['Financial', ['OBJ-1']],
      ['Customer', ['OBJ-2', 'OBJ-5']],
      ['Internal process', ['OBJ-8', 'OBJ-4']],
      ['Learning and growth', ['OBJ-3', 'OBJ-6']],
      ['No perspective', ['OBJ-15']],
    ]);
  });

  it('are the four alone where everything has a perspective, empty ones too', () => {
    expect(keysIn([]).map(([name]) => name)).toEqual([
      'Financial',
      'Customer',
      'Internal process',
      'Learning and growth',
    ]);
  });
});

describe('a key result in words', () => {
  const goals: [KeyResult['goal'], string][] = [
    [{ kind: 'reach', baseline: 240, target: 60 }, 'from 240 to 60 min'],
    [{ kind: 'reach', baseline: null, target: 60 }, '60 min, no baseline yet'],
    [{ kind: 'reach', baseline: 240, target: null }, 'No target yet'],
    [{ kind: 'maintain', low: 1, high: 2 }, 'between 1 and 2 min'],
  ];
  it.each(goals)('says of the goal %j: %s', (goal, words) => expect(goalInWords(goal, 'min', english)).toBe(words));

  it('says why there is no progress, and never 0 %', () => {
    const known = keyResult(1, 'Market share', '%', [10, 20], [12, 15]);
    expect(progressInWords(known, english)).toBe('50%');
    expect(progressInWords({ ...known, current: null, progress: null }, english)).toBe('Not measured yet');
    expect(progressInWords({ ...known, progress: null }, english)).toBe('Goal is incomplete');
    const range: KeyResult['goal'] = { kind: 'maintain', low: 1, high: 2 };
    expect(progressInWords({ ...known, goal: range, progress: 0 }, english)).toBe('Out of range');
  });
});

describe('the scorecard', () => {
  it('shows the objectives of a perspective with health, progress and KPIs', async () => {
    open(portfolio);
    const financial = await lane('Financial');
    expect(financial.getByRole('heading', { level: 3 })).toHaveTextContent('OBJ-1 Win market share');
    expect(financial.getByText('At risk')).toBeVisible();
    expect(financial.getByText('47%')).toBeVisible();
    expect(financial.getByText('Both, half and half; 53% expected by now')).toBeVisible();
    const [, first] = within(financial.getByRole('table', { name: 'Key results of OBJ-1' })).getAllByRole('row');
    expect(first).toHaveTextContent('Market share12.4 %16 Novfrom 11.5 to 14 %36%');
    expect(within(first as HTMLElement).getByRole('img')).toHaveAccessibleName(
      /^Market share: from 11.6 % on .* to 12.4 % on /,
    );
  });

  it('explains the progress by which an objective is judged', async () => {
    const user = open(portfolio);
    await user.click((await lane('Financial')).getByRole('button', { name: /^Progress of OBJ-1: 47%/ }));
    const text = await screen.findByRole('dialog', { name: 'Progress of OBJ-1' });
    expect(text).toHaveTextContent('the mean of both');
    expect(text).toHaveTextContent('Key results44%');
  });

  it('has words where there is no value', async () => {
    open(portfolio);
    const growth = await lane('Learning and growth');
    expect(growth.getByText('No work yet')).toBeVisible();
    expect(growth.getAllByText('No key results are stated for it.')).toHaveLength(2);
    expect(growth.queryByText('0%')).not.toBeInTheDocument();
    expect((await lane('No perspective')).getByText('Draft')).toBeVisible();
  });

  it('says which perspectives are empty', async () => {
    open({ ...portfolio, objectives: objectives.filter(({ perspective }) => perspective !== 'customer') });
    expect((await lane('Customer')).getByText(/^No objective takes this perspective/)).toBeVisible();
  });
});
