import fc from 'fast-check';
import type { Answer, CountedIssues, Portfolio } from '../../src/contract';
import { COUNTED_PARTS, type CountedWork } from '../../src/domain/work/countedWork';
import { STANDINGS } from '../../src/domain/work/standing';
import { MEASURES } from '../../src/domain/work/tally';
import { WINDOW_DAYS } from '../../src/domain/time/window';
import { SiteClock } from '../site/clock';
import { demoPeople } from '../site/demo/people';
import { loadDemo } from '../site/demo/loadDemo';
import { HAS_REAL_EXPORT, realExport } from '../site/load/realExport';
import { migrated } from '../site/platform/sql/migrated';
import { createSite, type Site } from '../site/site';

const NOW = Date.UTC(2026, 4, 18, 12);
/** Figures that are opened on each site. */
const FIGURES = 600;

type Asked = { counted: CountedWork; window: (typeof WINDOW_DAYS)[number]; measure: (typeof MEASURES)[number] };

const answered = <T>(answer: unknown): T => {
  const { ok, ...rest } = answer as Answer<T>;
  if (!ok) throw new Error(JSON.stringify(rest));
  return (answer as { data: T }).data;
};

/** Opens a figure to its last page. */
const opened = async (site: Site, person: string, where: { project: string | null }, asked: Asked) => {
  const [pages, ids] = [[] as CountedIssues[], new Set<string>()];
  let cursor: string | null = null;
  do {
    const page: CountedIssues = answered(
      where.project === null
        ? await site.invoke(
            'countedInPortfolio',
            { ...asked, project: null, cursor },
            { accountId: person, moduleKey: 'portfolio', extension: {} },
          )
        : await site.invoke(
            'countedInProject',
            { ...asked, filter: {}, cursor },
            { accountId: person, moduleKey: 'project-alignment', extension: { project: { id: where.project } } },
          ),
    );
    pages.push(page);
    for (const { id } of page.issues) {
      expect(ids.has(id)).toBe(false);
      ids.add(id);
    }
    cursor = page.next;
  } while (cursor !== null);
  const [first] = pages;
  if (!first) throw new Error('There is no page.');
  const size = pages.flatMap(({ issues }) => issues).reduce((sum, one) => sum + one.size, 0);
  return { ids: [...ids], size, total: first.total, totalSize: first.size };
};

/** The ids of all projects with issues. */
const projectsOf = (site: Site): string[] => [...new Set([...site.jira.issues.all()].map(({ project }) => project.id))];

/** Opens random figures as several people. Returns how many differ from the list behind them. */
const openMany = async (site: Site, people: readonly string[], objectives: readonly string[]): Promise<number> => {
  const projects = [null, ...projectsOf(site)];
  const asked = fc.record({
    person: fc.constantFrom(...people),
    project: fc.constantFrom(...projects),
    asked: fc.record({
      counted: fc.record({
        part: fc.constantFrom(...COUNTED_PARTS),
        standing: fc.option(fc.constantFrom(...STANDINGS), { freq: 2 }),
        objective: fc.option(fc.record({ key: fc.constantFrom(...objectives), below: fc.boolean() }), { freq: 2 }),
      }),
      window: fc.constantFrom(...WINDOW_DAYS),
      measure: fc.constantFrom(...MEASURES),
    }),
  });
  let differences = 0;
  for (const one of fc.sample(asked, { numRuns: FIGURES, seed: 15 })) {
    const browses = (id: string): boolean =>
      site.jira.access.may({ kind: 'user', accountId: one.person }, 'BROWSE_PROJECTS', site.jira.project(id));
    if (one.project !== null && !browses(one.project)) continue;
    const found = await opened(site, one.person, one, one.asked);
    // Who sees all totals is told of more than may be listed.
    const isWhole = one.project !== null || projectsOf(site).every(browses);
    const isRight = isWhole
      ? found.ids.length === found.total && Math.abs(found.size - (found.totalSize ?? found.size)) < 1e-6
      : found.ids.length <= found.total && found.size <= (found.totalSize ?? Infinity) + 1e-6;
    if (!isRight) console.warn(JSON.stringify([one, { ...found, ids: found.ids.length }]));
    if (!isRight || !found.ids.every((id) => browses(site.jira.issue(id).project.id))) differences += 1;
  }
  return differences;
};

const keysOf = async (site: Site, person: string): Promise<string[]> => {
  const look = { window: 90, measure: 'items' };
  const context = { accountId: person, moduleKey: 'portfolio', extension: {} };
  const { objectives } = answered<Portfolio>(await site.invoke('portfolio', look, context));
  return objectives.filter(({ objective }) => objective.status !== 'draft').map(({ objective }) => objective.key);
};

test(`${FIGURES} figures of the demo open to lists that add up to them, for three people`, async () => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(NOW), openapi: false });
  await loadDemo(site);
  const { admin, engineer, contractor } = demoPeople;
  const people = [admin, engineer, contractor].map(({ accountId }) => accountId);
  expect(await openMany(site, people, await keysOf(site, admin.accountId))).toBe(0);
  await site.close();
}, 120_000);

if (!HAS_REAL_EXPORT) console.warn('The real export is not here: its figures are not opened.');

(HAS_REAL_EXPORT ? test : test.skip)(
  `and ${FIGURES} of a real export`,
  async () => {
    const site = await realExport();
    const people = ['all', 'some', 'admin'];
    for (const person of people)
      site.jira.addUser({ accountId: person, displayName: person, jiraAdmin: person === 'admin' });
    site.jira.setPermissions('MOD', 'some', 'none');
    site.install();
    await site.settle();
    expect(await openMany(site, people, await keysOf(site, 'admin'))).toBe(0);
    await site.close();
  },
  240_000,
);
