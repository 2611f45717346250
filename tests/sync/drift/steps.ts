import fc from 'fast-check';
import type { World } from './world';

/** Something that a person, Jira, the platform or an accident does. */
export type Step = fc.AsyncCommand<World, World>;

/** What a step does in a world. `null`: it cannot be done there now. */
type Act = (world: World) => (() => unknown) | null;

/** A step of this name; `details` tell it from others of its kind. */
export const step = (name: string, details: unknown, act: Act): Step => ({
  check: (world) => act(world) !== null,
  run: async (world) => {
    // Nobody does two things in the same millisecond, by which Jira's times of change would not tell them apart.
    world.site.clock.advance(1);
    world.tell(`${name} ${JSON.stringify(details)}`);
    try {
      await act(world)?.();
    } catch (error) {
      // What fails, fails as on the platform: it is logged, and the next thing happens.
      world.tell(`  failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  },
  toString: () => `${name} ${JSON.stringify(details)}`,
});

/** Chooses among the things there are when its turn comes. */
export const pick = fc.nat({ max: 99 });
export const chosen = <T>(things: readonly T[], choice: number): T | undefined =>
  things[choice % Math.max(1, things.length)];
