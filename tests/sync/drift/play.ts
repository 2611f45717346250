import fc from 'fast-check';
import { drawsBelow } from '../../random';
import { WINDOW_DAYS } from '../../../src/domain/time/window';
import { siteSettings } from '../../../src/settings/siteSettings';
import { adminSteps } from './adminSteps';
import { expectSame } from './compare';
import { decidedFigures, decidedRetags } from './decidedFigures';
import { heldFigures, heldRetags } from './figures';
import { type Holdings, holdings, retaggedItems } from './holdings';
import { load, loaded, peopleSteps } from './peopleSteps';
import { platformSteps, races } from './platformSteps';
import { quiet } from './quiet';
import type { Step } from './steps';
import { type Databases, makeWorld, rebuild, type World } from './world';

const MOST_STEPS = 16;
const MOST_RACES = 8;
const CHANCES = 2 ** 32;

const stepsOf = (step: fc.Arbitrary<Step>, maxCommands: number) =>
  fc.commands<World, World, false>([step], { maxCommands, size: 'max' });

const anyStep = fc.oneof(...peopleSteps, ...adminSteps, ...platformSteps);
/** Mostly functions that run at once: the faults that only they show are rare. */
const anyRace = fc.oneof(...races);

/**
 * A history, from an installed app on, or while it is being installed on a site with issues; with a window for the
 * figures compared.
 */
export const anyHistory = fc.record({
  before: fc.oneof(
    { weight: 2, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.array(loaded, { maxLength: 5 }) },
  ),
  steps: fc.oneof(
    { weight: 4, arbitrary: stepsOf(anyStep, MOST_STEPS) },
    { weight: 1, arbitrary: stepsOf(anyRace, MOST_RACES) },
  ),
  days: fc.constantFrom(...WINDOW_DAYS),
});
export type History = typeof anyHistory extends fc.Arbitrary<infer T> ? T : never;

/**
 * Plays a history up to quiet.
 * @throws with the history, if the app then stores anything wrong
 */
export const play = async ({ before, steps, days }: History, databases: Databases): Promise<void> => {
  const world = await makeWorld(databases, before === null);
  await sameChances(async () => {
    for (const one of before ?? []) load(world.jira, one);
    await fc.asyncModelRun(() => ({ model: world, real: world }), steps);
    try {
      world.refuses = () => false;
      await quiet(world.site);
      expectSame('the rules say', await heldFigures(world.site, days), await decidedFigures(world.site, days));
      const retags = await decidedRetags(world.site, await retaggedItems(world.engine));
      expectSame('the retags add up to', { retags: await heldRetags(world.site) }, { retags });
      await sameAsRebuilt(world, databases);
    } catch (error) {
      if (error instanceof Error) error.message = [...world.told, error.message].join('\n');
      throw error;
    }
  });
};

/**
 * Checks that a rebuild, by the first sync alone, stores the same.
 * @param known earlier rebuilds by what they read, for those who reach the same site in many ways
 */
export const sameAsRebuilt = async (
  world: World,
  databases: Databases,
  known = new Map<string, Holdings>(),
): Promise<void> => {
  const { jira } = world;
  const seen = jira.projects().filter((project) => jira.access.may({ kind: 'app' }, 'BROWSE_PROJECTS', project));
  const settings = await world.site.runInApp(siteSettings);
  const { excludedProjects } = settings;
  const excluded = new Set(excludedProjects.map(({ id }) => id));
  const projects = seen.filter(({ id }) => !excluded.has(id)).map(({ id }) => Number(id));
  const held = await holdings(world.engine, projects);
  const read = JSON.stringify([world.site.clock.now(), [...jira.issues.all()], jira.projects(), projects, settings]);
  const rebuilt = known.get(read) ?? (await holdings(await rebuild(world, databases), projects));
  known.set(read, rebuilt);
  expectSame('a rebuild makes', held, rebuilt);
};

/** Fixes the app's random waits, so that a history repeats. */
const sameChances = async (work: () => Promise<void>): Promise<void> => {
  const random = Math.random;
  const draw = drawsBelow(CHANCES, 1);
  let place = 0;
  Math.random = () => draw(place++) / CHANCES;
  try {
    await work();
  } finally {
    Math.random = random;
  }
};
