import fc from 'fast-check';
import type { World } from './world';

/** A step of a history: by a person, Jira, the platform or a fault. */
export type Step = fc.AsyncCommand<World, World>;

/** A step's action in a world; `null`: it is not possible now. */
type Act = (world: World) => (() => unknown) | null;

/** Makes a step. `details` distinguish it from others of its name. */
export const step = (name: string, details: unknown, act: Act): Step => ({
  check: (world) => act(world) !== null,
  run: async (world) => {
    // No two things happen in one millisecond, because Jira's times of change could not tell them apart.
    world.site.clock.advance(1);
    world.tell(`${name} ${JSON.stringify(details)}`);
    try {
      await act(world)?.();
    } catch (error) {
      // A failure is logged, and the next thing happens, as on the platform.
      world.tell(`  failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  },
  toString: () => `${name} ${JSON.stringify(details)}`,
});

/** Chooses among the things that exist when the step runs. */
export const pick = fc.nat({ max: 99 });
export const chosen = <T>(things: readonly T[], choice: number): T | undefined =>
  things[choice % Math.max(1, things.length)];
