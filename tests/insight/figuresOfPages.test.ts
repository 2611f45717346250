import fc from 'fast-check';
import type { Measure, WindowDays } from '../../src/contract';
import { HAS_REAL_EXPORT } from '../site/load/realExport';
import type { Site } from '../site/site';
import { figuresOfPages } from './figuresOfPages';
import { addsUp, coversOf, type Figure } from './openFigures';
import { demoSite, exportSite } from './sites';

/** Figures of each kind that are opened for each person and look. */
const FIGURES = 35;

const LOOKS: { window: WindowDays; measure: Measure }[] = [
  { window: 90, measure: 'items' },
  { window: 30, measure: 'points' },
];

const some = (figures: readonly Figure[]): Figure[] => {
  const count = Math.min(FIGURES, figures.length);
  const any = fc.shuffledSubarray([...figures], { minLength: count, maxLength: count });
  return fc.sample(any, { numRuns: 1, seed: 15 }).flat();
};

/** Opens some figures of pages as several people. Returns how many, and how many differ from the page or from the list behind them. */
const openPages = async (site: Site, people: readonly string[]): Promise<{ opened: number; differences: number }> => {
  let [opened, differences] = [0, 0];
  for (const person of people) {
    const viewer = { person, covers: await coversOf(site, person) };
    for (const look of LOOKS) {
      for (const figures of Object.values(await figuresOfPages(site, person, look))) {
        for (const figure of some(figures)) {
          opened += 1;
          if (!(await addsUp(site, viewer, figure))) differences += 1;
        }
      }
    }
  }
  return { opened, differences };
};

test(`figures on pages of the demo open to lists that add up to what is shown, for three people`, async () => {
  const { site, people } = await demoSite();
  const { opened, differences } = await openPages(site, people);
  expect(differences).toBe(0);
  expect(opened).toBeGreaterThan(600);
  await site.close();
}, 240_000);

if (!HAS_REAL_EXPORT) console.warn('The real export is not here: figures of its pages are not opened.');

(HAS_REAL_EXPORT ? test : test.skip)(
  'and those of a real export',
  async () => {
    const { site, people } = await exportSite();
    const { opened, differences } = await openPages(site, people);
    expect(differences).toBe(0);
    expect(opened).toBeGreaterThan(600);
    await site.close();
  },
  240_000,
);
