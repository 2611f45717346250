import type { Answer, FindingKind, Health, Portfolio } from '../../../src/contract';
import { latestProposals } from '../../../src/store/strategy/proposedEpics';
import { SiteClock } from '../clock';
import { JiraSite, type Issue } from '../jira/jiraSite';
import { buildDemo } from './buildDemo';
import { demoPeople, HIDDEN_PROJECT } from './people';
import { ourAppFields } from '../platform/forge/appFields';
import type { Site } from '../site';
import { createDemoSite } from './createDemoSite';

const NOW = Date.UTC(2026, 4, 16, 12);

function demo(): JiraSite {
  const jira = new JiraSite({
    clock: new SiteClock(NOW),
    openapi: false,
    appFields: ourAppFields(),
  });
  buildDemo(jira);
  return jira;
}

const CLOSED = ['OBJ-12', 'OBJ-13', 'OBJ-14'];

/** The share of a project's work, begun or done in the last 90 days, that serves an objective: an open one, unless it is done. Run work is left out. */
function alignment(jira: JiraSite, project: string): number {
  const tagOf = (issue: Issue | undefined): string | undefined =>
    issue &&
    ((issue.appValues['customfield_10100'] as { key: string } | undefined)?.key ??
      tagOf(jira.issues.find(issue.parent?.id ?? '')));
  const kept = '(resolution is EMPTY OR (resolution = Done AND resolved >= -90d))';
  const effort = jira
    .query(`project = ${project} AND type in (Story, Task, Bug) AND status != "To Do" AND ${kept}`)
    .run()
    .filter((issue) => tagOf(issue) !== 'RUN');
  const aligned = effort.filter((issue) => {
    const tag = tagOf(issue);
    return tag !== undefined && (issue.status.name === 'Done' || !CLOSED.includes(tag));
  });
  return aligned.length / effort.length;
}

test('the demo is the same for the same clock, and no two summaries are the same', () => {
  const tell = (jira: JiraSite) => JSON.stringify([...jira.issues.all()]);
  const jira = demo();
  expect(tell(demo())).toBe(tell(jira));
  const summaries = [...jira.issues.all()].map((issue) => issue.summary);
  expect(new Set(summaries).size).toBe(summaries.length);
  expect(summaries.length).toBeGreaterThan(250);
  expect([...jira.issues.all()].every((issue) => issue.updated <= NOW && issue.created <= issue.updated)).toBe(true);
});

test('people may do different things', () => {
  const jira = demo();
  const may = (person: keyof typeof demoPeople, permission: 'BROWSE_PROJECTS' | 'EDIT_ISSUES', project: string) =>
    jira.access.may({ kind: 'user', accountId: demoPeople[person].accountId }, permission, jira.project(project));
  expect(may('viewer', 'BROWSE_PROJECTS', 'WEB')).toBe(true);
  expect(may('viewer', 'EDIT_ISSUES', 'WEB')).toBe(false);
  expect(may('contractor', 'BROWSE_PROJECTS', 'MKT')).toBe(false);
  expect(may('productManager', 'BROWSE_PROJECTS', HIDDEN_PROJECT)).toBe(false);
  expect(may('admin', 'EDIT_ISSUES', HIDDEN_PROJECT)).toBe(true);
});

test('work is not aligned everywhere', () => {
  const jira = demo();
  expect(alignment(jira, 'WEB')).toBeGreaterThan(0.5);
  expect(alignment(jira, 'WEB')).toBeLessThan(0.7);
  expect(alignment(jira, 'MKT')).toBeGreaterThan(0.15);
  expect(alignment(jira, 'MKT')).toBeLessThan(0.35);
});

const KINDS: FindingKind[] = [
  'metricsDoNotReinforce',
  'notCommunicated',
  'notStated',
  'outOfReach',
  'resourcesElsewhere',
  'scopeGrowth',
  'servesNothing',
  'silo',
  'strategicDrift',
  'stuck',
];
const HEALTHS: Health[] = ['atRisk', 'offTrack', 'onTrack', 'pending'];

const distinct = (names: Iterable<string>): string[] => [...new Set(names)].sort();

// Weeks begin on Monday, so what a day looks back on differs by weekday; just after midnight nothing of today has happened.
describe.each([
  ['at noon on a Monday', Date.UTC(2026, 4, 18, 12)],
  ['just after midnight on a Saturday', Date.UTC(2026, 4, 23, 0, 10)],
])('the demo %s', (_, now) => {
  let site: Site;
  let portfolio: Portfolio;

  beforeAll(async () => {
    site = await createDemoSite(now);
    const { accountId } = demoPeople.admin;
    const look = { window: 90, measure: 'items' };
    const viewer = { accountId, moduleKey: 'portfolio', extension: {} };
    const answer = (await site.invoke('portfolio', look, viewer)) as Answer<Portfolio>;
    if (!answer.ok) throw new Error(answer.error.message);
    portfolio = answer.data;
  });
  afterAll(() => site.close());

  test('has a finding of each kind', () => {
    expect(distinct(portfolio.findings.map(({ evidence }) => evidence.kind))).toEqual(KINDS);
  });

  test('has an objective in each state of health', () => {
    expect(distinct(portfolio.objectives.flatMap(({ health }) => health ?? []))).toEqual(HEALTHS);
  });

  test('has a value for the index and each of its factors, none of them perfect', () => {
    const { index, factors } = portfolio;
    expect(index).toBeGreaterThan(40);
    expect(index).toBeLessThan(80);
    for (const { value } of Object.values(factors)) {
      expect(value).toBeGreaterThan(0.1);
      expect(value).toBeLessThan(1);
    }
    const { signals } = factors.adaptability;
    expect(distinct(signals.map(({ answered }) => answered?.by ?? 'none'))).toEqual([
      'change',
      'decision',
      'none',
      'relink',
    ]);
  });

  test('was recorded lately, and is reconstructed before that', () => {
    expect(portfolio.trend.filter(({ recorded }) => !recorded).length).toBeGreaterThan(4);
    expect(portfolio.trend.filter(({ recorded }) => recorded).length).toBeGreaterThan(5);
    expect(portfolio.trend.every(({ alignment }) => alignment !== null)).toBe(true);
  });

  test('has every kind of status, and stated health that differs from the computed one', () => {
    const { objectives } = portfolio;
    expect(distinct(objectives.map(({ objective }) => objective.status))).toEqual([
      'achieved',
      'active',
      'draft',
      'dropped',
    ]);
    expect(objectives.some(({ health, stated }) => stated !== null && stated.health !== health)).toBe(true);
    expect(objectives.some(({ archived }) => archived)).toBe(true);
    expect(distinct(objectives.flatMap(({ perspective }) => perspective ?? []))).toHaveLength(4);
  });

  test('has a proposal that waits', async () => {
    const proposals = await site.runInApp(() => latestProposals(10));
    expect(proposals.map(({ state }) => state)).toEqual(['proposed', 'declined', 'accepted']);
  });

  test('leaves the issues as they were built', () => {
    const built = new JiraSite({ clock: new SiteClock(now), openapi: false, appFields: ourAppFields() });
    buildDemo(built);
    const tell = (jira: JiraSite) =>
      [...jira.issues.all()].map(({ id, updated, appValues }) => [id, updated, appValues]);
    expect(tell(site.jira)).toEqual(tell(built));
  });
});
