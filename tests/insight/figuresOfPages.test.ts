import fc from 'fast-check';
import type { Measure, WindowDays } from '../../src/contract';
import { HAS_REAL_EXPORT } from '../site/load/realExport';
import type { Site } from '../site/site';
import { figuresOfPages } from './figuresOfPages';
import { addsUp, coversOf, type Figure } from './openFigures';
import { demoSite, exportSite, retagSome } from './sites';

const KINDS = ['allocations', 'epics', 'findings', 'matrices', 'mixes', 'objectives', 'people', 'retags', 'trends'];

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
const openPages = async (
  site: Site,
  people: readonly string[],
): Promise<{ opened: number; differences: number; kinds: string[] }> => {
  let [opened, differences] = [0, 0];
  const kinds = new Set<string>();
  for (const person of people) {
    const viewer = { person, covers: await coversOf(site, person) };
    for (const look of LOOKS) {
      for (const [kind, figures] of Object.entries(await figuresOfPages(site, person, look))) {
        for (const figure of some(figures)) {
          opened += 1;
          kinds.add(kind);
          if (!(await addsUp(site, viewer, figure))) differences += 1;
        }
      }
    }
  }
  return { opened, differences, kinds: [...kinds].sort() };
};

test(`figures on pages of the demo open to lists that add up to what is shown, for three people`, async () => {
  const { site, admin, people } = await demoSite();
  await retagSome(site, admin);
  const { opened, differences, kinds } = await openPages(site, people);
  expect(differences).toBe(0);
  expect(kinds).toEqual(KINDS);
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
