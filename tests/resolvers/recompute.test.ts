import { gatheredBy } from '../../src/domain/gatheredBy';
import type {
  Factors,
  FunctionMatrix,
  ObjectiveDetail,
  MixFigure,
  Portfolio,
  PortfolioObjective,
} from '../../src/contract';
import { alignmentReport } from '../site/report/alignmentReport';
import { createDemoSite } from '../site/demo/createDemoSite';
import { demoPeople } from '../site/demo/people';
import type { Site } from '../site/site';
import { HAS_REAL_EXPORT, realExport } from '../site/load/realExport';
import { dataOf, NOW } from './world';

jest.setTimeout(60_000);

const LOOKS = (['items', 'points'] as const).flatMap((measure) =>
  ([30, 90, 365] as const).map((window) => ({ measure, window })),
);
type Look = (typeof LOOKS)[number];

const ask = async <T>(site: Site, accountId: string, call: string, payload: object): Promise<T> =>
  dataOf((await site.invoke(call, payload, { accountId, moduleKey: 'portfolio', extension: {} })) as never);

const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
const near = (a: number | null, b: number | null): void => {
  if (a === null || b === null) expect(a).toBe(b);
  else expect(a).toBeCloseTo(b, 9);
};
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Everything below uses only what the page has at hand when a number is opened. */
const factorsByHand = (factors: Factors): Record<keyof Factors, number | null> => {
  const planned = <T extends { plannedShare: number }>(objectives: T[], part: (one: T) => number) =>
    share(sum(objectives.map((one) => one.plannedShare * part(one))), sum(objectives.map((one) => one.plannedShare)));
  const { clarity, communication, resources, monitoring, adaptability, buyIn } = factors;
  const reach = share(
    sum(communication.projects.map(({ reached }) => reached)),
    sum(communication.projects.map(({ effort }) => effort)),
  );
  const told = communication.objectives.filter(({ hasNote, within }) => hasNote && within).length;
  const known = [reach, share(told, communication.objectives.length)].filter((value) => value !== null);
  return {
    clarity: planned(
      clarity.objectives,
      ({ owner, description, keyResult, dates }) => [owner, description, keyResult, dates].filter(Boolean).length / 4,
    ),
    communication: share(sum(known), known.length),
    resources: resources.alignment === null ? null : resources.alignment * (resources.fit ?? 1),
    monitoring: planned(monitoring.objectives, ({ keyResults, measured }) =>
      keyResults === 0 ? 0 : measured / keyResults,
    ),
    adaptability: share(
      adaptability.signals.filter(({ answered }) => answered !== null).length,
      adaptability.signals.length,
    ),
    buyIn: buyIn.aligned === null ? null : share(buyIn.aligned, buyIn.people),
  };
};

const indexByHand = ({ buyIn, ...others }: Record<keyof Factors, number | null>): number | null => {
  const known = Object.values(others).filter((value) => value !== null);
  if (buyIn === null || known.length === 0) return null;
  return (100 * buyIn * sum(known.map((value) => Math.log2(1 + value)))) / known.length;
};

const alignmentByHand = ({
  aligned,
  stale,
  unlinked,
}: Pick<MixFigure, 'aligned' | 'stale' | 'unlinked'>): number | null => share(aligned, aligned + stale + unlinked);

const expectObjective = (one: PortfolioObjective, to: number): void => {
  const { work, keyResults, headline } = one;
  expect(work.total).toBeCloseTo(work.todo + work.doing + work.done, 9);
  near(work.progress, share(work.done, work.total));
  for (const { goal, current, raw, progress } of keyResults) {
    if (current === null) near(raw, null);
    else if (goal.kind === 'maintain') near(raw, current.value >= goal.low && current.value <= goal.high ? 1 : 0);
    else if (goal.baseline !== null && goal.target !== null)
      near(raw, (current.value - goal.baseline) / (goal.target - goal.baseline));
    near(progress, raw === null ? null : Math.min(1, Math.max(0, raw)));
  }
  const measured = keyResults.filter(({ progress }) => progress !== null);
  const weights = sum(measured.map(({ weight }) => weight ?? 0));
  const weigh = (weight: number | null): number => (weights === 0 ? 1 : (weight ?? 0));
  near(
    one.keyResultProgress,
    share(
      sum(measured.map(({ progress, weight }) => (progress ?? 0) * weigh(weight))),
      sum(measured.map(({ weight }) => weigh(weight))),
    ),
  );
  const both = [work.progress, one.keyResultProgress].filter((value) => value !== null);
  const progress = { work: work.progress, keyResults: one.keyResultProgress, both: share(sum(both), both.length) };
  near(one.progress, progress[headline]);
  if (one.start !== null && one.target !== null && to >= one.start && one.target > one.start) {
    near(one.expected, Math.min(1, (to - one.start) / (one.target - one.start)));
  }
  if (one.objective.status !== 'active') return;
  const { expected } = one;
  if (one.progress === null || expected === null) expect(one.health).toBe('pending');
  else
    expect(one.health).toBe(
      one.progress >= 0.9 * expected - 1e-9 ? 'onTrack' : one.progress >= 0.7 * expected - 1e-9 ? 'atRisk' : 'offTrack',
    );
  const { forecast } = one;
  if (forecast === null) return;
  expect(forecast.remaining).toBeGreaterThanOrEqual(0);
  expect((forecast.p50 ?? Infinity) <= (forecast.p85 ?? Infinity)).toBe(true);
};

/** Recomputes every number of the portfolio from the inputs beside it. */
const expectRecomputed = (portfolio: Portfolio): void => {
  const { factors, effort, planned, allocations, basis } = portfolio;
  const byHand = factorsByHand(factors);
  for (const [factor, value] of Object.entries(byHand)) near(factors[factor as keyof Factors].value, value);
  near(portfolio.index, indexByHand(byHand));
  for (const mix of [effort, planned]) near(mix.alignment, alignmentByHand(mix));
  near(effort.runShare, share(effort.run, effort.aligned + effort.run + effort.stale + effort.unlinked));
  near(factors.resources.alignment, effort.alignment);
  near(factors.resources.fit, portfolio.allocationFit);
  if (portfolio.allocationFit !== null) {
    near(portfolio.allocationFit, 1 - sum(allocations.map(({ planned, actual }) => Math.abs(planned - actual))) / 2);
  }
  for (const point of portfolio.trend) near(point.alignment, alignmentByHand(point));
  for (const one of portfolio.objectives) {
    expectObjective(one, basis.to);
    near(one.effortShare, share(one.effort, effort.aligned));
  }
  const standings = ['aligned', 'run', 'stale', 'unlinked'] as const;
  for (const standing of standings) {
    near(sum(portfolio.projects.map((project) => project.effort[standing])), effort[standing]);
    near(sum(portfolio.projects.map((project) => project.planned[standing])), planned[standing]);
  }
  const plannedOf = (key: string): number =>
    portfolio.objectives.find(({ objective }) => objective.key === key)?.plannedShare ?? NaN;
  for (const { harm, evidence } of portfolio.findings) {
    if (evidence.kind === 'scopeGrowth') {
      const { objective: key, before, added } = evidence;
      near(harm, (plannedOf(key) * added) / (added + before));
    }
    if (evidence.kind === 'servesNothing') {
      near(evidence.strategic, effort.aligned + effort.stale + effort.unlinked);
      near(harm, effort.unlinked / evidence.strategic);
    }
    if (evidence.kind === 'outOfReach')
      near(harm, plannedOf(evidence.objective) * evidence.left * (1 - evidence.chance));
    if (evidence.kind === 'notStated') near(harm, (plannedOf(evidence.objective) * evidence.missing.length) / 4);
  }
  // The most harmful first, each objective's together.
  const groups = [
    ...gatheredBy(portfolio.findings, ({ evidence }) =>
      'objective' in evidence ? evidence.objective : evidence.kind,
    ).values(),
  ];
  expect(groups.flat()).toEqual(portfolio.findings);
  for (const group of [...groups, groups.flatMap(([first]) => first ?? [])]) {
    const harms = group.map(({ harm }) => harm);
    expect(harms).toEqual([...harms].sort((a, b) => b - a));
  }
};

/** The curve of a forecast passes a half and 85 of 100 about the days that are named: between two of its points. */
const expectForetold = ({ objective: { forecast }, doneBy }: ObjectiveDetail): void => {
  expect(doneBy.length).toBeGreaterThan(0);
  const step = (doneBy[1]?.day ?? NaN) - (doneBy[0]?.day ?? NaN);
  for (const [day, share] of [
    [forecast?.p50, 0.5],
    [forecast?.p85, 0.85],
  ] as const) {
    if (day === null || day === undefined) continue;
    const reached = doneBy.find((point) => point.share >= share)?.day ?? Infinity;
    expect(reached).toBeGreaterThanOrEqual(day);
    expect(reached).toBeLessThan(day + step);
  }
};

/** Rows of the matrix add up to the whole, the cells of each to its own mix, and those below an objective to its allocation. */
const expectAddsUp = ({ functions, objectives }: FunctionMatrix, whole: Portfolio): void => {
  for (const part of ['effort', 'planned'] as const) {
    for (const standing of ['aligned', 'run', 'stale', 'unlinked'] as const) {
      near(sum(functions.map((row) => row[part][standing])), whole[part][standing]);
    }
    for (const row of functions) {
      for (const standing of ['aligned', 'stale'] as const) {
        near(sum(row.cells.map((cell) => cell[part][standing])), row[part][standing]);
      }
    }
  }
  for (const { objective, actual } of whole.allocations) {
    const below = new Set(objectives.filter(({ top }) => top === objective).map(({ key }) => key));
    const cells = functions.flatMap((row) => row.cells.filter((cell) => below.has(cell.objective)));
    near(sum(cells.map(({ effort }) => effort.aligned)), actual * whole.effort.aligned);
  }
};

/** The page says what the report says: the one from the roll-ups, the other from every work item. */
const expectReported = async (site: Site, portfolio: Portfolio, { measure }: Look): Promise<void> => {
  const { from, to } = portfolio.basis;
  const report = await site.runInApp(() => alignmentReport({ from, to }, measure));
  near(portfolio.index, report.portfolio.index);
  for (const [factor, value] of Object.entries(report.portfolio.factors)) {
    near(portfolio.factors[factor as keyof Factors].value, value);
  }
  near(portfolio.allocationFit, report.portfolio.allocationFit);
  for (const part of ['effort', 'planned'] as const) {
    expect(portfolio[part]).toMatchObject({ ...report.portfolio[part], alignment: portfolio[part].alignment });
    near(portfolio[part].alignment, report.portfolio[part].alignment);
  }
  for (const { key, work } of report.objectives) {
    const shown = portfolio.objectives.find(({ objective }) => objective.key === key);
    if (shown) expect(shown.work).toMatchObject(work);
  }
};

const recomputes = (open: () => Promise<Site>, admin: () => string): void => {
  let site: Site;
  beforeAll(async () => {
    site = await open();
    site.install();
    await site.settle();
  });
  afterAll(() => site.close());

  test.each(LOOKS)('$measure of $window days', async (look) => {
    const portfolio = await ask<Portfolio>(site, admin(), 'portfolio', look);
    expectRecomputed(portfolio);
    await expectReported(site, portfolio, look);
    for (const by of ['project', 'category', 'team', 'component']) {
      expectAddsUp(await ask<FunctionMatrix>(site, admin(), 'functionMatrix', { ...look, by }), portfolio);
    }
    const key = portfolio.objectives.find(({ forecast }) => forecast && forecast.remaining > 0)?.objective.key;
    if (key) expectForetold(await ask<ObjectiveDetail>(site, admin(), 'objectiveDetail', { ...look, key }));
  });
};

describe('every number of the demo can be recomputed from what its explanation shows, and the report says the same', () => {
  recomputes(
    () => createDemoSite(NOW, { openapi: false }),
    () => demoPeople.admin.accountId,
  );
});

if (!HAS_REAL_EXPORT) console.warn('The real export is not here: its portfolio is not recomputed.');

(HAS_REAL_EXPORT ? describe : describe.skip)('so can every number of a real export', () => {
  let admin = '';
  recomputes(
    async () => {
      const site = await realExport();
      admin = 'the-admin';
      site.jira.addUser({ accountId: admin, displayName: 'The admin', jiraAdmin: true });
      return site;
    },
    () => admin,
  );
});
