import { screen, waitFor, within } from '@testing-library/react';
import { weekOf } from '../../../../src/domain/time/weeks';
import { createFormat } from '../../../../static/src/shared/format';
import { sentenceOf } from '../../../../static/src/surfaces/portfolio/findings/describe';
import { asDay } from '../../../domain/days';
import { addresses, asked, ok, operations } from '../../support/bridge';
import { openPortfolio } from '../../support/portfolioPage';
import { basis, blank, index, portfolio } from '../../support/portfolioSamples';

const lastAsked = (call: string) => asked.filter((one) => one.call === call).at(-1)?.payload;
const card = async (name: string) => within(await screen.findByRole('region', { name }));

/** The cells of a table, by the name of its row; `%` and units taken off. */
const rowsOf = (table: HTMLElement): Map<string, string[]> =>
  new Map(
    within(table)
      .getAllByRole('row')
      .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent))
      .map(([name = '', ...cells]) => [name, cells]),
  );
const numberIn = (text = ''): number => Number(/-?[\d.]+/.exec(text.replace(/,/g, ''))?.[0]);

const BEGUN = { of: 'issues' as const, startedAt: '2026-11-23T09:00:00Z', waitingUntil: null, estimatedEnd: null };

it('says how many objectives on track are unlikely in time', async () => {
  openPortfolio({
    objectives: portfolio.objectives.map((one) =>
      one.health === 'onTrack' && one.forecast ? { ...one, forecast: { ...one.forecast, chance: 0.04 } } : one,
    ),
  });
  const health = await card('Health of the objectives');
  expect(health.getByText('2 of them unlikely in time')).toBeVisible();
});

describe('the shell of the portfolio page', () => {
  it('has a link for each view, and one more for editors', async () => {
    openPortfolio();
    const views = within(await screen.findByRole('navigation', { name: 'Views of the strategy' }));
    expect(views.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Overview',
      'Objectives',
      'Where the effort goes',
      'Scorecard',
      'Review',
      'Unlinked work',
      'Edit strategy',
    ]);
    expect(views.getByRole('link', { name: 'Overview' })).toHaveAttribute('aria-current', 'page');
    expect(views.getByRole('link', { name: 'Review' })).not.toHaveAttribute('aria-current');
  });

  it('keeps the strategy’s editor from those who may not edit', async () => {
    openPortfolio({ mayEdit: false });
    await screen.findByRole('navigation', { name: 'Views of the strategy' });
    expect(screen.queryByRole('link', { name: 'Edit strategy' })).not.toBeInTheDocument();
  });

  it('asks in the look that the address names, and keeps it in every link', async () => {
    const user = openPortfolio({}, '/effort?window=30&measure=points');
    await user.click(await screen.findByRole('link', { name: 'Overview' }));
    await screen.findByRole('region', { name: 'Execution alignment index' });
    expect(addresses.at(-1)).toBe('/?window=30&measure=points');
    expect(lastAsked('portfolio')).toEqual({ window: 30, measure: 'points' });
  });

  it('writes another look into the address, in place', async () => {
    const user = openPortfolio();
    await user.click(await screen.findByRole('radio', { name: '365 days' }));
    await waitFor(() => expect(addresses).toEqual(['/?window=365']));
    await waitFor(() => expect(lastAsked('portfolio')).toEqual({ window: 365, measure: 'items' }));
  });

  it('says how many projects are counted but not named', async () => {
    openPortfolio();
    expect(
      await screen.findByText('Over all 7 projects; 3 of them, which you may not browse, are counted but not named.'),
    ).toBeVisible();
  });

  it('says that figures cover what the viewer may browse', async () => {
    openPortfolio({ basis: { ...basis, covers: 'browsable', projects: 5, hiddenProjects: 0 } });
    expect(await screen.findByText('Over the 5 projects that you may browse.')).toBeVisible();
  });

  it('says so where the viewer may browse no project with work', async () => {
    openPortfolio({ basis: { ...basis, covers: 'browsable', projects: 0, hiddenProjects: 0 } });
    expect(await screen.findByText(/No project that you may browse has work/)).toBeVisible();
  });

  it('says how far the projects that the viewer may browse are read', async () => {
    openPortfolio({ sync: { state: 'running', windows: [], ...BEGUN, of: 'projects', done: 1, total: 3 } });
    expect(await screen.findByText(/1 of the 3 projects that you may browse is read/)).toBeVisible();
  });

  it('leads an editor to the first objective', async () => {
    openPortfolio({ ...blank, objectives: [] });
    expect(await screen.findByRole('heading', { name: 'There is no objective yet' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'Create the first objective' })).toBeVisible();
  });

  it('tells a reader who creates objectives', async () => {
    openPortfolio({ ...blank, objectives: [], mayEdit: false });
    expect(await screen.findByText(/Strategy editors create them/)).toBeVisible();
    expect(screen.queryByRole('link', { name: 'Create the first objective' })).not.toBeInTheDocument();
  });

  it('refuses without figures and without a retry', async () => {
    openPortfolio({}, '/', {
      portfolio: () => ({
        ok: false,
        error: { code: 'forbidden', message: 'Ask a Jira admin to see the portfolio.', reference: 'ref-1' },
      }),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('Ask a Jira admin to see the portfolio.');
    expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
  });

  it('says that an address leads nowhere', async () => {
    openPortfolio({}, '/nowhere');
    expect(await screen.findByText('There is no such page')).toBeVisible();
  });
});

describe('the overview', () => {
  it('opens the index to terms from which it can be computed again', async () => {
    const user = openPortfolio();
    await user.click(await screen.findByRole('button', { name: /^Execution alignment index: / }));
    const dialog = await screen.findByRole('dialog', { name: 'Execution alignment index' });
    const terms = rowsOf(within(dialog).getByRole('table'));
    const scores = [...terms.values()].slice(1).map(([score]) => numberIn(score));
    expect(scores).toHaveLength(5);
    const buyIn = numberIn(within(dialog).getByText('B, buy-in').nextElementSibling?.textContent ?? '');
    const again = (100 * buyIn * scores.reduce((sum, score) => sum + Math.log2(1 + score), 0)) / 5;
    expect(again).toBeCloseTo(index, 1);
  });

  it('says which factor would raise the index most', async () => {
    openPortfolio();
    const shown = await card('Execution alignment index');
    expect(shown.getByText(/^Buy-in holds it back most: if it were full, the index would be/)).toBeVisible();
  });

  it('opens a factor to inputs from which it can be computed again', async () => {
    const user = openPortfolio();
    const factors = await card('What it is made of');
    await user.click(factors.getByRole('button', { name: /^Clarity/ }));
    const rows = [...rowsOf(factors.getByRole('table')).entries()].slice(1);
    let [sum, whole] = [0, 0];
    for (const [, cells] of rows) {
      whole += numberIn(cells[0]);
      sum += (numberIn(cells[0]) * cells.slice(1, 5).filter((cell) => cell === 'yes').length) / 4;
    }
    expect(sum / whole).toBeCloseTo(portfolio.factors.clarity.value ?? NaN, 3);
    expect(factors.getByRole('group', { name: /^Clarity: 0\.8/ })).toBeVisible();
  });

  it.each([
    ['Communication', ['Web shop', '46 items', 'Projects you may not browse', '17 Aug 2026', '4 of 7']],
    ['Resource allocation', ['60 items', '26 items', 'OBJ-3 Stores people like to work in', '20%', '0.6667']],
    ['Performance monitoring', ['last 30 days', 'OBJ-2 Seamless shopping on every channel']],
    ['Adaptability', ['Turned off track', '14 Sept 2026, by a decision', 'not yet; in time until 30 Nov 2026']],
    ['Buy-in', ['17', '24', 'people with aligned effort']],
  ])('opens %s to what it was made of', async (name, words) => {
    const user = openPortfolio();
    const factors = await card('What it is made of');
    await user.click(factors.getByRole('button', { name: new RegExp(`^${name}`) }));
    const text = factors.getByRole('group', { name: new RegExp(`^${name}: `) });
    for (const word of words) expect(text).toHaveTextContent(word);
    expect(text).toHaveTextContent('From 26 Aug 2026 to 23 Nov 2026.');
  });

  it('says of each factor without a value why, and what would give one', async () => {
    const user = openPortfolio(blank);
    const factors = await card('What it is made of');
    expect(factors.getAllByText('not measurable yet')).toHaveLength(6);
    for (const button of factors.getAllByRole('button')) await user.click(button);
    expect(factors.getAllByText(/^Not measurable yet, because /)).toHaveLength(6);
    expect(factors.getByText(/only 3 people are assigned work/)).toBeVisible();
    expect((await card('Execution alignment index')).getByText(/because buy-in/)).toBeVisible();
    expect(screen.queryByText('0%')).not.toBeInTheDocument();
  });

  it('says of a target that is over that it is, not what its chance is', () => {
    const format = createFormat('en_GB', 'UTC');
    const over = portfolio.basis.to - 1;
    const evidence = { kind: 'outOfReach', objective: 'OBJ-1', target: over, chance: 0, left: 0.25 } as const;
    expect(sentenceOf({ harm: 0.2, evidence }, portfolio, format)).toBe(
      '25% of its work is left, and its target date, 22 Nov 2026, is over.',
    );
  });

  it('names what holds the strategy back, most harmful first, each with its evidence', async () => {
    const user = openPortfolio();
    const found = await card('What holds it back');
    const listed = () => found.getAllByRole('listitem').filter(({ parentElement }) => parentElement?.tagName === 'OL');
    expect(listed()).toHaveLength(6);
    await user.click(found.getByRole('button', { name: 'Show all 10', expanded: false }));
    const items = listed();
    expect(items).toHaveLength(10);
    expect(found.getByRole('button', { name: 'Show fewer', expanded: true })).toHaveFocus();
    expect(items[0]).toHaveTextContent('Not communicated');
    expect(items[7]).toHaveTextContent('26 of 90 items of strategic effort (29%) serve no objective.');
    expect(items[8]).toHaveTextContent('50% of its work is left, and the chance that it is done by 31 Dec 2026 is 3%.');
    expect(items[9]).toHaveTextContent('Nobody owns it, and no key result');
    expect(items[3]).toHaveTextContent('planned for it in Stores, Marketing and one you may not browse');
    await user.click(found.getByRole('button', { name: 'Evidence for Silo of OBJ-3' }));
    expect(items[3]).toHaveTextContent('of the work items still to do');
    expect(items[5]).toHaveTextContent('Its work grew from 40 to 58 items (+45%) while 6 were done');
    await user.click(found.getByRole('button', { name: 'Evidence for Scope growth of OBJ-8' }));
    expect(items[5]).toHaveTextContent(/: 9.31%.*done or not40 itemsAdded18 items/);
  });

  it('opens the evidence of a finding to its issues', async () => {
    const user = openPortfolio({}, '/', {
      countedInPortfolio: () => ok({ issues: [], estimates: [], total: 0, size: 0, next: null, field: null }),
    });
    const found = await card('What holds it back');
    await user.click(found.getByRole('button', { name: 'Evidence for Scope growth of OBJ-8' }));
    await user.click(found.getByRole('button', { name: '18 items, Added to OBJ-8: show the issues' }));
    expect(await screen.findByRole('dialog', { name: 'Added to OBJ-8: the issues' })).toHaveTextContent('0 work items');
    const [first, last] = [weekOf(asDay('2026-08-24')), weekOf(asDay('2026-11-22'))];
    expect(asked.at(-1)?.payload).toMatchObject({
      counted: { part: 'added', standing: null, objective: { key: 'OBJ-8', below: true }, weeks: { first, last } },
      row: null,
    });
  });

  it('leads to where a finding can be helped', async () => {
    const user = openPortfolio();
    const found = await card('What holds it back');
    expect(found.getByRole('link', { name: 'Check in on it' })).toHaveAttribute(
      'href',
      'https://site.example/jira/apps/app/env/objectives/OBJ-3?check-in=new',
    );
    const [link] = found.getAllByRole('link', { name: 'Link the unlinked work of Marketing' });
    if (!link) throw new Error('There is no such link.');
    await user.click(link);
    expect(operations.at(-1)).toEqual([
      'navigate',
      { target: 'module', moduleKey: 'project-alignment', projectKey: 'MKT', type: 'same-tab' },
    ]);
  });

  it('offers a check-in to those only who may check in', async () => {
    openPortfolio({ mayEdit: false });
    const found = await card('What holds it back');
    expect(found.queryByRole('link', { name: 'Check in on it' })).not.toBeInTheDocument();
    expect(found.getByRole('link', { name: 'See what was said of it' })).toBeVisible();
  });

  it('opens a link in a tab of its own where that is asked for, and nothing by the right button', async () => {
    const user = openPortfolio();
    const link = await screen.findByRole('link', { name: 'Scorecard' });
    const opened = () => operations.filter(([op]) => op === 'navigate').map(([, payload]) => payload);
    await user.keyboard('{Control>}');
    await user.click(link);
    await user.keyboard('{/Control}');
    await user.pointer({ keys: '[MouseMiddle]', target: link });
    await user.pointer({ keys: '[MouseRight]', target: link });
    const scorecard = { url: 'https://site.example/jira/apps/app/env/scorecard', type: 'new-tab' };
    expect(opened()).toEqual([scorecard, scorecard]);
    expect(addresses.at(-1)).toBe('/');
  });

  it('says plainly that nothing holds it back', async () => {
    openPortfolio({ findings: [] });
    expect((await card('What holds it back')).getByText(/Nothing found that holds the strategy back/)).toBeVisible();
  });

  it('shows alignment over time as a table too, and day by day by keyboard', async () => {
    const user = openPortfolio();
    const chart = await card('Alignment of effort over time');
    await user.click(chart.getByRole('button', { name: 'Show as a table' }));
    expect(rowsOf(chart.getByRole('table')).get('23 Nov 2026')).toEqual(['67%', '–']);
    expect(rowsOf(chart.getByRole('table')).get('24 Aug 2026')).toEqual(['–', '70%']);
    const slider = chart.getByRole('slider');
    slider.focus();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(slider).toHaveAttribute('aria-valuetext', '16 Nov 2026: Recorded 67%');
  });

  it('takes a run share that is written like the guardrail to be within it', async () => {
    openPortfolio({ guardrail: 0.262 });
    expect((await card('Run the business')).getByText('Within the guardrail of 26%.')).toBeVisible();
  });

  it('holds the run share against the guardrail', async () => {
    openPortfolio();
    expect(
      (await card('Run the business')).getByText('1.2 percentage points above the guardrail of 25%.'),
    ).toBeVisible();
  });
});
