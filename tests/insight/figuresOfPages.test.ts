import fc from 'fast-check';
import type { Measure, WindowDays } from '../../src/contract';
import { SiteClock } from '../site/clock';
import { demoPeople } from '../site/demo/people';
import { loadDemo } from '../site/demo/loadDemo';
import { HAS_REAL_EXPORT, realExport } from '../site/load/realExport';
import { migrated } from '../site/platform/sql/migrated';
import { createSite, type Site } from '../site/site';
import { figuresOfPages } from './figuresOfPages';
import { addsUp, coversOf } from './openFigures';

const NOW = Date.UTC(2026, 4, 18, 12);
/** Figures of pages that are opened for each person and look. */
const FIGURES = 100;

const LOOKS: { window: WindowDays; measure: Measure }[] = [
  { window: 90, measure: 'items' },
  { window: 30, measure: 'points' },
];

/** Opens some figures of pages as several people. Returns how many differ from the page or from the list behind them. */
const openPages = async (site: Site, people: readonly string[]): Promise<number> => {
  let differences = 0;
  for (const person of people) {
    const viewer = { person, covers: await coversOf(site, person) };
    for (const look of LOOKS) {
      const figures = await figuresOfPages(site, person, look);
      expect(figures.length).toBeGreaterThan(FIGURES);
      const some = fc.sample(fc.shuffledSubarray(figures, { minLength: FIGURES, maxLength: FIGURES }), {
        numRuns: 1,
        seed: 15,
      });
      for (const figure of some.flat()) if (!(await addsUp(site, viewer, figure))) differences += 1;
    }
  }
  return differences;
};

test(`figures on pages of the demo open to lists that add up to what is shown, for three people`, async () => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(NOW), openapi: false });
  await loadDemo(site);
  const { admin, engineer, contractor } = demoPeople;
  expect(
    await openPages(
      site,
      [admin, engineer, contractor].map(({ accountId }) => accountId),
    ),
  ).toBe(0);
  await site.close();
}, 240_000);

if (!HAS_REAL_EXPORT) console.warn('The real export is not here: figures of its pages are not opened.');

(HAS_REAL_EXPORT ? test : test.skip)(
  'and those of a real export',
  async () => {
    const site = await realExport();
    const people = ['all', 'some', 'admin'];
    for (const person of people)
      site.jira.addUser({ accountId: person, displayName: person, jiraAdmin: person === 'admin' });
    site.jira.setPermissions('MOD', 'some', 'none');
    site.install();
    await site.settle();
    expect(await openPages(site, people)).toBe(0);
    await site.close();
  },
  240_000,
);
