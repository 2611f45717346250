import fc from 'fast-check';
import type { PastPortfolio, PastProject, Portfolio } from '../../src/contract';
import { WINDOW_DAYS, windowEnding } from '../../src/domain/time/window';
import { MEASURES } from '../../src/domain/work/tally';
import { HAS_REAL_EXPORT } from '../site/load/realExport';
import { alignmentReport } from '../site/report/alignmentReport';
import type { Site } from '../site/site';
import { answered } from './openFigures';
import { demoSite, exportSite, NOW } from './sites';

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

/** Looks at random past days as somebody who sees everything. Answers how many were reconstructed. */
const compareDays = async (site: Site, person: string, firstDay: number): Promise<number> => {
  const { basis } = await onPortfolio<Portfolio>(site, person, 'portfolio', { window: 90, measure: 'items' });
  const asked = fc.record({
    day: fc.integer({ min: firstDay, max: basis.to - 1 }),
    window: fc.constantFrom(...WINDOW_DAYS),
    measure: fc.constantFrom(...MEASURES),
  });
  const projects = new Map([...site.jira.issues.all()].map(({ project }) => [project.key, project.id]));
  let reconstructed = 0;
  for (const one of fc.sample(asked, { numRuns: DAYS, seed: 8 })) {
    const page = await onPortfolio<PastPortfolio>(site, person, 'pastPortfolio', one);
    if (page.recorded) continue;
    reconstructed += 1;
    const report = await site.runInApp(() => alignmentReport(windowEnding(one.day, one.window), one.measure));
    const { effort, planned, factors, index } = report.portfolio;
    expect(rounded([page.effort, page.planned, page.scores])).toEqual(rounded([effort, planned, { index, factors }]));
    const byKey = page.projects.map(({ project, ...mixes }) => ({ key: project?.key ?? '', ...mixes }));
    expect(rounded(byKey.sort((a, b) => (a.key < b.key ? -1 : 1)))).toEqual(rounded(report.projects));
    expect(rounded(page.objectives.of.map(({ objective, work }) => ({ key: objective.key, work })))).toEqual(
      rounded(
        report.objectives.map(({ key, work: { todo, doing, done, total, progress } }) => ({
          key,
          work: { todo, doing, done, total, progress },
        })),
      ),
    );
    const [key, project] = [...projects][reconstructed % projects.size] ?? [];
    const context = { accountId: person, moduleKey: 'project-alignment', extension: { project: { id: project } } };
    const ofProject = answered<PastProject>(await site.invoke('pastProject', one, context));
    const mixes = report.projects.find((other) => other.key === key);
    expect(rounded([ofProject.effort.aligned, ofProject.planned?.aligned])).toEqual(
      rounded([mixes?.effort.aligned ?? 0, mixes?.planned.aligned ?? 0]),
    );
    if (mixes) expect(rounded([ofProject.effort, ofProject.planned])).toEqual(rounded([mixes.effort, mixes.planned]));
  }
  return reconstructed;
};

test('report and page agree on every reconstructed day of the demo', async () => {
  const { site, admin } = await demoSite();
  expect(await compareDays(site, admin, Math.floor(NOW / DAY_MS) - 120)).toBeGreaterThan(DAYS / 2);
  await site.close();
}, 180_000);

if (!HAS_REAL_EXPORT) console.warn('The real export is not here: its past days are not compared.');

(HAS_REAL_EXPORT ? test : test.skip)(
  'and of a real export',
  async () => {
    const { site, admin } = await exportSite();
    const first = Math.min(...[...site.jira.issues.all()].map(({ created }) => created));
    expect(await compareDays(site, admin, Math.floor(first / DAY_MS))).toBe(DAYS);
    await site.close();
  },
  240_000,
);
