import '../../../support/bridge';
import { screen, waitFor, within } from '@testing-library/react';
import type { Portfolio, Review } from '../../../../../src/contract';
import { createFormat } from '../../../../../static/src/shared/format';
import { reviewCsv } from '../../../../../static/src/surfaces/portfolio/review/csv';
import { reviewMarkdown } from '../../../../../static/src/surfaces/portfolio/review/markdown';
import type { ReviewPack } from '../../../../../static/src/surfaces/portfolio/review/pack';
import { alignmentChange } from '../../../../../static/src/surfaces/portfolio/review/reviewWords';
import { asked, ok, operations, placeJira, placePage } from '../../../support/bridge';
import { objectiveRef, portfolioObjective } from '../../../support/objectiveSamples';
import { blank, portfolio } from '../../../support/portfolioSamples';
import { openPage } from '../../../support/render';
import { people, review } from '../../../support/reviewSamples';
// Read here, and not within the first test's time, which a busy machine would take up with it.
import '../../../../../static/src/surfaces/portfolio/PortfolioPage';
import '../../../../../static/src/surfaces/portfolio/review/ReviewPage';
import { asDay } from '../../../../domain/days';

jest.setTimeout(20_000);

const english = createFormat('en-GB', 'Europe/Berlin');
const pack: ReviewPack = {
  portfolio,
  review,
  people: new Map(people.map((person) => [person.accountId, person])),
  past: null,
};
const nothing: Review = { ...review, lastReview: null, before: null, changes: [], checkIns: [], progress: [] };

describe('the change of alignment', () => {
  it('compares two days of the same line', () => {
    expect(alignmentChange(portfolio, review, english)).toBe(
      '72% on 19 Oct 2026, 67% on 23 Nov 2026: 5.7 percentage points less.',
    );
  });

  it('is none between two ways of counting', () => {
    const before = review.before && { ...review.before, recorded: false };
    expect(alignmentChange(portfolio, { ...review, before }, english)).toBe(
      '72% on 19 Oct 2026, reconstructed from what was done; 67% on 23 Nov 2026, recorded with what is in progress: the two cannot be compared.',
    );
  });

  it('is none where the difference is too small to write', () => {
    const trend = portfolio.trend.map((point) => ({ ...point, alignment: 0.7203 }));
    const before = review.before && { ...review.before, alignment: 0.72 };
    expect(alignmentChange({ ...portfolio, trend }, { ...review, before }, english)).toMatch(/: unchanged\.$/);
  });

  it('says what is not known', () => {
    expect(alignmentChange(portfolio, nothing, english)).toBe('What it was on 24 Oct 2026 is not known.');
    expect(alignmentChange(blank, review, english)).toBe('There is no effort to compare yet.');
  });
});

/** The portfolio, with a forecast that leaves what is on track little hope. */
const unlikely: Portfolio = {
  ...portfolio,
  objectives: portfolio.objectives.map((one) =>
    one.health === 'onTrack' && one.forecast ? { ...one, forecast: { ...one.forecast, chance: 0.04 } } : one,
  ),
};

describe('the review as Markdown', () => {
  it('says how many that are on track are unlikely in time', () => {
    expect(reviewMarkdown({ ...pack, portfolio: unlikely }, english)).toContain(
      '2 on track (2 of them unlikely in time), 1 pending',
    );
  });

  const text = reviewMarkdown(pack, english);

  it.each([
    '# Strategy review, 23 Nov 2026',
    '- Active objectives: 2 off track, 2 at risk, 2 on track, 1 pending',
    '- Execution alignment index: 41.2 on 24 Oct 2026, 44.3 on 23 Nov 2026 (+3.1)',
    '- Adaptability: 0.50 on 24 Oct 2026, – on 23 Nov 2026 (–)',
    '- OBJ-8 One basket on phone, web and till: On track → At risk',
    '- 12 Nov 2026: Amara Okafor changed OBJ-4 Run a lean supply chain',
    '  - Owner: nobody → Jonas \\| Weber',
    '  - Target date: 31 Jan 2027 → 31 Mar 2027',
    '  - Description rewritten',
    '  - Key result added: Stock accuracy, between 98 and 100 %',
    '- 2 Nov 2026: Former user created OBJ-15 Same-day delivery in cities',
    '- 16 Nov 2026: Amara Okafor checked in on OBJ-1 Win market share through superior service',
    '  - Stated health: on track; Market share: 12.4 %',
    '  - Note: Autumn sales \\| \\*above\\* plan and rising',
    '  - Decision: Open two more stores',
    '7. **Stuck work**, OBJ-8 One basket on phone, web and till: 3 of its 18 open work items are blocked or flagged.',
    '| Objective | Owner | Health | Work done | Target date | Forecast, 50–85% |',
    '| OBJ-1 Win market share through superior service | Amara Okafor | At risk | 42% → 50% | 31 Mar 2027 | 15 Feb 2027 – 22 Mar 2027 |',
    '| OBJ-8 One basket on phone, web and till | =Mateo | Off track | not known → 31% | 31 Mar 2027 | 12 Apr 2027 – 21 Jun 2027 |',
  ])('says: %s', (line) => expect(text.split('\n')).toContain(line));

  it('says what there is none of', () => {
    const lines = reviewMarkdown({ ...pack, portfolio: { ...blank, objectives: [] }, review: nothing }, english);
    for (const words of ['index: not measurable yet', 'nobody checked in', 'None.', 'No objective is active yet.']) {
      expect(lines).toContain(words);
    }
  });
});

describe('the review as CSV', () => {
  const shown = portfolioObjective(objectiveRef('OBJ-1', '=HYPERLINK("http://x", "y")'), {
    owner: 'mateo',
    plannedShare: 1 / 3,
    perspective: 'financial',
  });
  const [head, first, ...rest] = reviewCsv({ ...pack, portfolio: { ...portfolio, objectives: [shown] } }).split('\r\n');

  it('marks itself as UTF-8 and names its columns', () => expect(head).toMatch(/^\uFEFFkey,title,owner,/));

  it('runs no formula, quotes what needs it, and leaves empty what has no value', () => {
    expect(first).toBe(`OBJ-1,"'=HYPERLINK(""http://x"", ""y"")",'=Mateo,Financial,,,0.3333,0.42,0.5,,,Pending,,,,,`);
    expect(rest).toEqual(['']);
  });
});

const open = (shown: Portfolio = portfolio, answered: Review = review, address = '/review') => {
  placePage(
    'portfolio',
    {},
    {
      portfolio: () => ok(shown),
      review: () => ok(answered),
      countedInPortfolio: () => ok({ issues: [], estimates: [], total: 0, size: 0, next: null, field: null }),
      recordReview: () => ok({ lastReview: asDay('2026-11-23') }),
    },
    address,
  );
  placeJira({ people });
  return openPage();
};
const card = async (name: string) => within(await screen.findByRole('region', { name }));
const sinceAsked = () => asked.filter(({ call }) => call === 'review').map(({ payload }) => payload);

describe('what turned', () => {
  it('is told of the index, each factor and the health of objectives', async () => {
    open();
    const turned = await card('What turned');
    const rows = turned.getAllByRole('row').map(({ textContent }) => textContent);
    expect(rows).toEqual([
      'Score24 Oct 202623 Nov 2026Change',
      'Execution alignment index41.244.3+3.1',
      'Clarity0.800.80unchanged',
      'Communication0.500.70+0.20',
      'Resource allocation0.400.30−0.10',
      'Performance monitoring–0.25–',
      'Adaptability0.50––',
      'Buy-in0.750.75unchanged',
    ]);
    expect(turned.getByRole('listitem')).toHaveTextContent('OBJ-8 One basket on phone, web and till');
    expect(turned.getByRole('listitem')).toHaveTextContent('On track → At risk');
    expect(turned.getByText('Then is 24 Oct 2026, as recorded on that day.')).toBeVisible();
  });

  it('is not told of scores to those who do not see all totals', async () => {
    const health = { day: asDay('2026-10-18'), recorded: false, turned: [] };
    open(portfolio, { ...review, scores: null, health });
    const turned = await card('What turned');
    expect(turned.queryByRole('table')).not.toBeInTheDocument();
    expect(turned.getByText(/is shown to those who see all totals/)).toBeVisible();
    expect(turned.getByText(/^No active objective’s health turned\. Then is 18 Oct 2026, reconstructed/)).toBeVisible();
  });

  it('says what is not known', async () => {
    const scores = { before: null, now: review.scores?.now ?? null };
    open(portfolio, { ...review, scores, health: { day: null, recorded: true, turned: [] } });
    const turned = await card('What turned');
    expect(turned.getByText('No index was recorded by 24 Oct 2026, so what it was then is not known.')).toBeVisible();
    expect(turned.getByText('What the health of the objectives was on 24 Oct 2026 is not known.')).toBeVisible();
    expect(turned.getAllByRole('row')[1]).toHaveTextContent('index–44.3–');
  });
});

describe('the review', () => {
  it('shows state, changes, findings, decisions and objectives', async () => {
    open();
    expect((await card('State')).getByText(/5\.7 percentage points less/)).toBeVisible();
    const changed = await card('What changed');
    expect(changed.getByText('Since the last review, on 24 Oct 2026.')).toBeVisible();
    expect(await changed.findAllByText('Amara Okafor')).toHaveLength(2);
    expect(changed.getByText('Owner: nobody → Jonas | Weber')).toBeVisible();
    expect(changed.getByText('Decision: Open two more stores')).toBeVisible();
    expect((await card('What holds it back')).getAllByRole('listitem')).toHaveLength(10);
    expect((await card('Decisions due')).getAllByRole('listitem')).toHaveLength(4);
    const [, first] = within(screen.getByRole('table', { name: 'Active objectives' })).getAllByRole('row');
    expect(first).toHaveTextContent('42% → 50%31 Mar 202715 Feb 2027 – 22 Mar 2027');
  });

  it('opens its figures to what they are made of, and to the issues where these are known', async () => {
    const user = open();
    await user.click((await card('State')).getByRole('button', { name: /^Alignment of effort on 19 Oct 2026: 72%/ }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('as the app recorded it on that day');
    await user.keyboard('{Escape}');
    const first = within(screen.getByRole('row', { name: /OBJ-1 / }));
    await user.click(first.getByRole('button', { name: /^Work progress of OBJ-1 on 23 Nov 2026/ }));
    const done = await screen.findByRole('button', { name: /, Done of OBJ-1 on 23 Nov 2026: show the issues/ });
    await user.click(done);
    await screen.findByRole('dialog', { name: 'Done of OBJ-1 on 23 Nov 2026: the issues' });
    await user.click(screen.getByRole('button', { name: 'Close' }));
    const findings = await card('What holds it back');
    await user.click(findings.getByRole('button', { name: /^holds back .*, Stuck work of OBJ-8: the evidence$/ }));
    expect(
      await screen.findByRole('button', { name: '3 work items, Blocked work on OBJ-8: show the issues' }),
    ).toBeVisible();
  });

  it('looks back as far as is chosen, and keeps that in the address', async () => {
    const user = open();
    await screen.findByRole('region', { name: 'State' });
    expect(sinceAsked()).toEqual([{ window: 90, measure: 'items', since: null }]);
    await user.click(screen.getByRole('radio', { name: '7 days' }));
    await waitFor(() =>
      expect(sinceAsked().at(-1)).toEqual({ window: 90, measure: 'items', since: asDay('2026-11-16') }),
    );
  });

  it('says that nothing changed', async () => {
    open({ ...portfolio, mayEdit: false, findings: [], findingsTotal: 0 }, nothing);
    const changed = await card('What changed');
    expect(changed.getByText('No review was recorded yet: since 24 Oct 2026.')).toBeVisible();
    expect(changed.getByText('Nothing of the strategy was changed.')).toBeVisible();
    expect(changed.getByText('Nobody checked in on an objective.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Review held today' })).not.toBeInTheDocument();
  });

  it('leaves out earlier check-ins that brought no decision, until they are asked for', async () => {
    const [newest] = review.checkIns;
    if (!newest) throw new Error('The sample has a check-in.');
    const earlier = (id: number, decision: string | null) => ({ ...newest, id, day: asDay('2026-11-02'), decision });
    const user = open(portfolio, { ...review, checkIns: [newest, earlier(2, 'Close one'), earlier(3, null)] });
    const changed = await card('What changed');
    expect(changed.getAllByText(/^checked in on/)).toHaveLength(2);
    expect(changed.getByText('Decision: Close one')).toBeVisible();
    await user.click(changed.getByRole('button', { name: 'Show 1 earlier check-in without a decision' }));
    expect(changed.getAllByText(/^checked in on/)).toHaveLength(3);
  });

  it('copies itself as Markdown', async () => {
    const user = open();
    await user.click(await screen.findByRole('button', { name: 'Copy as Markdown' }));
    await waitFor(async () => expect(await navigator.clipboard.readText()).toMatch(/^# Strategy review, 23 Nov 2026/));
  });

  it('shows the text to copy by hand where the browser refuses', async () => {
    const user = open();
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('no permission'));
    await user.click(await screen.findByRole('button', { name: 'Copy as Markdown' }));
    const text = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /does not let this page copy/ });
    expect(text).toHaveFocus();
    expect(text.value).toMatch(/^# Strategy review/);
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('textbox')).not.toBeInTheDocument();
  });

  it('prints', async () => {
    const user = open();
    const print = jest.spyOn(window, 'print').mockImplementation(() => undefined);
    await user.click(await screen.findByRole('button', { name: 'Print' }));
    expect(print).toHaveBeenCalledTimes(1);
  });

  it('records that it was held, and reads anew', async () => {
    const user = open();
    await user.click(await screen.findByRole('button', { name: 'Review held today' }));
    await waitFor(() => expect(sinceAsked()).toHaveLength(2));
    expect(asked.some(({ call }) => call === 'recordReview')).toBe(true);
    expect(operations).toContainEqual([
      'showFlag',
      expect.objectContaining({ title: 'Review of 23 Nov 2026 recorded' }),
    ]);
  });
});
