import fc from 'fast-check';
import type { PastPortfolio, PastProject, Portfolio } from '../../src/contract';
import { WINDOW_DAYS, windowEnding } from '../../src/domain/time/window';
import { MEASURES } from '../../src/domain/work/tally';
import type { ObjectiveIssues } from '../site/load/objectiveIssues';
import { HAS_REAL_EXPORT } from '../site/load/realExport';
import { alignmentReport } from '../site/report/alignmentReport';
import type { Site } from '../site/site';
import { answered } from './openFigures';
import { demoSite, exportSite, NOW } from './sites';
import { OLDEST, siteOfInitiatives, toldByExport } from './strategyInJira/pastInitiatives';

const DAY_MS = 86_400_000;
/** Past days that are looked at on each site. */
const DAYS = 30;

const onPortfolio = async <T>(site: Site, person: string, call: 'portfolio' | 'pastPortfolio', payload: object) =>
  answered<T>(await site.invoke(call, payload, { accountId: person, moduleKey: 'portfolio', extension: {} }));

/** Numbers to nine decimals: sums of halves may differ in the last bit by the order in which they were added. */
const rounded = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Number(one.toFixed(9)) : one)),
  ) as unknown;

/** Who looks: a person whose numbers cover some projects, or all (`null`). */
type Viewer = { person: string; covered: ReadonlySet<number> | null };

/** A site whose days are compared. `keys`: those that the app has for objectives that are issues, by the report's */
type Compared = { site: Site; firstDay: number; issues?: ObjectiveIssues; keys?: ReadonlyMap<string, string> };

/** Looks at random past days as somebody. Answers how many were reconstructed. */
const compareDays = async (
  { site, firstDay, issues, keys = new Map() }: Compared,
  { person, covered }: Viewer,
): Promise<number> => {
  const { basis } = await onPortfolio<Portfolio>(site, person, 'portfolio', { window: 90, measure: 'items' });
  expect(basis.covers).toBe(covered === null ? 'all' : 'browsable');
  const asked = fc.record({
    day: fc.integer({ min: firstDay, max: basis.to - 1 }),
    window: fc.constantFrom(...WINDOW_DAYS),
    measure: fc.constantFrom(...MEASURES),
  });
  const projects = new Map([...site.jira.issues.all()].map(({ project }) => [project.key, project.id]));
  const opened = [...projects].filter(([, id]) => covered?.has(Number(id)) ?? true);
  let reconstructed = 0;
  for (const one of fc.sample(asked, { numRuns: DAYS, seed: 8 })) {
    const page = await onPortfolio<PastPortfolio>(site, person, 'pastPortfolio', one);
    if (page.recorded) continue;
    reconstructed += 1;
    const window = windowEnding(one.day, one.window);
    const report = await site.runInApp(() => alignmentReport(window, one.measure, issues, covered ?? undefined));
    const { effort, planned, factors, index } = report.portfolio;
    expect(rounded([page.effort, page.planned, page.scores])).toEqual(
      rounded([effort, planned, covered === null ? { index, factors } : null]),
    );
    const byKey = page.projects.map(({ project, ...mixes }) => ({ key: project?.key ?? '', ...mixes }));
    expect(rounded(byKey.sort((a, b) => (a.key < b.key ? -1 : 1)))).toEqual(rounded(report.projects));
    const objectives = report.objectives.flatMap(({ key, status, work: { todo, doing, done, total, progress } }) =>
      // Those who do not see all totals here see no drafts either.
      status === 'draft' && covered !== null
        ? []
        : { key: keys.get(key) ?? key, status, work: { todo, doing, done, total, progress } },
    );
    const shown = page.objectives.of.map(({ objective: { key, status }, work }) => ({ key, status, work }));
    expect(rounded(shown.sort(inOrder))).toEqual(rounded(objectives.sort(inOrder)));
    const [key, project] = opened[reconstructed % opened.length] ?? [];
    const context = { accountId: person, moduleKey: 'project-alignment', extension: { project: { id: project } } };
    const ofProject = answered<PastProject>(await site.invoke('pastProject', one, context));
    const mixes = report.projects.find((other) => other.key === key);
    expect(rounded([ofProject.effort.aligned, ofProject.planned?.aligned])).toEqual(
      rounded([mixes?.effort.aligned ?? 0, mixes?.planned.aligned ?? 0]),
    );
    if (mixes) expect(rounded([ofProject.effort, ofProject.planned])).toEqual(rounded([mixes.effort, mixes.planned]));
    const statuses = new Map(objectives.map((objective) => [objective.key, objective.status]));
    for (const { objective } of ofProject.objectives ?? [])
      expect(objective.status).toBe(statuses.get(objective.key) ?? 'unknown');
  }
  return reconstructed;
};

const inOrder = (a: { key: string }, b: { key: string }): number => (a.key < b.key ? -1 : 1);

test('report and page agree on every reconstructed day of the demo', async () => {
  const { site, admin } = await demoSite();
  const demo = { site, firstDay: Math.floor(NOW / DAY_MS) - 120 };
  expect(await compareDays(demo, { person: admin, covered: null })).toBeGreaterThan(DAYS / 2);
  await site.close();
}, 180_000);

test('and of a site whose objectives are issues, to those who see all projects and to those who see some', async () => {
  const { site } = await siteOfInitiatives();
  const told = { site, firstDay: Math.floor(NOW / DAY_MS) - OLDEST, ...(await toldByExport(site)) };
  const shown = new Set(['WEB', 'POS'].map((key) => Number(site.jira.project(key).id)));
  expect(await compareDays(told, { person: 'editor', covered: null })).toBe(DAYS);
  expect(await compareDays(told, { person: 'reader', covered: shown })).toBe(DAYS);
  await site.close();
}, 180_000);

if (!HAS_REAL_EXPORT) console.warn('The real export is not here: its past days are not compared.');

(HAS_REAL_EXPORT ? test : test.skip)(
  'and of a real export',
  async () => {
    const { site, admin } = await exportSite();
    const first = Math.min(...[...site.jira.issues.all()].map(({ created }) => created));
    const whole = { site, firstDay: Math.floor(first / DAY_MS) };
    expect(await compareDays(whole, { person: admin, covered: null })).toBe(DAYS);
    await site.close();
  },
  240_000,
);
