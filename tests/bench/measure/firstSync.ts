import { Random } from '../../site/demo/random';
import type { Asked } from '../meter';
import { DAY_MS } from '../site/projectStream';
import { forgetSpending } from './database';
import { call, onPortfolio, type World } from './world';

export type FirstSync = Asked & { issuesPerSecond: number; heapMB: number; residentMB: number };

const MIB = 1024 * 1024;

/** The app's first step after its installation. */
const PREPARATIONS = [['src/site/siteReading.ts', 'discoverSite']] as const;

const CHECK_INS = 3;
const EVERY_DAYS = 25;

/**
 * Enters the strategy and the check-ins of the last months. Before the first sync: otherwise the app would write titles
 * to all tagged issues.
 */
export async function stateStrategy(world: World): Promise<void> {
  for (const [path, name] of PREPARATIONS) {
    await world.functions.runModule(path, name, world.site.clock.now(), null);
  }
  await call(world, onPortfolio(), 'importStrategy', { csv: world.made.strategy, apply: true });
  const { objectives } = await call(world, onPortfolio(), 'strategy', {});
  const random = new Random(1);
  const today = Math.floor(world.site.clock.now() / DAY_MS);
  for (const { key, status } of objectives) {
    if (status !== 'active') continue;
    await forgetSpending(world.engine);
    const { keyResults } = await call(world, onPortfolio(), 'statedObjective', { key });
    for (let before = CHECK_INS - 1; before >= 0; before -= 1) {
      await call(world, onPortfolio(), 'checkIn', {
        objective: key,
        day: today - before * EVERY_DAYS - random.between(0, 20),
        note: 'What was learned since the last time, and what comes next, in a sentence or two.',
        health: random.chance(0.3) ? 'atRisk' : null,
        decision: random.chance(0.2) ? 'Two teams help out until the end of the quarter.' : null,
        values: keyResults.map(({ id }, index) => ({
          keyResult: Number(id),
          value: index === 0 ? random.between(40, 60) : 6,
        })),
      });
    }
  }
  await world.site.settle();
}

/** Installs the app and runs the first sync, up to the first figures of every project. */
export async function measureFirstSync(world: World): Promise<FirstSync> {
  const { site, functions, meter, issues } = world;
  await functions.peakMemory();
  const { asked } = await meter.during(async () => {
    site.install();
    await site.settle();
  });
  const { heap, resident } = await functions.peakMemory();
  return { ...asked, issuesPerSecond: issues / (asked.ms / 1000), heapMB: heap / MIB, residentMB: resident / MIB };
}
