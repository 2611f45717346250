import { AsyncLocalStorage } from 'node:async_hooks';
import timers from 'node:timers/promises';
import type { Clock } from '../../clock';

/**
 * The two globals through which every `@forge/*` package reaches the platform. They are undocumented, so they are named
 * in this file only; tests/site/platform/forge/seam.test.ts fails when an upgrade moves them.
 */
declare global {
  var __forge_fetch__: PlatformFetch;
  var __forge_runtime__: ForgeRuntime | undefined;
}

/** The destination of a package's request: `type` and `remote` name the service, `provider` on whose behalf. */
export type Destination = { type: string; provider: string; remote?: string; accountId?: string };

export type PlatformFetch = (destination: Destination, path: string, init?: RequestInit) => Promise<Response>;

/** What the packages read about the invocation they run in. */
export type ForgeRuntime = {
  appContext: Record<string, unknown>;
  lambdaContext: { getRemainingTimeInMillis(): number };
  contextAri: string;
  proxy: { url: string; token: string };
  container: { appCodeDir: string };
  metrics: {
    counter(): { incr(): void };
    timing(): { measure(): { stop(): void } };
  };
};

/** One run of one of the app's functions. */
export type Invocation = { runtime: ForgeRuntime; fetch: PlatformFetch; clock: Clock };

const current = new AsyncLocalStorage<Invocation | undefined>();

Object.defineProperty(globalThis, '__forge_runtime__', { configurable: true, get: () => current.getStore()?.runtime });

globalThis.__forge_fetch__ = (destination, path, init) => {
  const invocation = current.getStore();
  if (!invocation) throw new Error(`Forge was asked for ${path} outside an invocation.`);
  return invocation.fetch(destination, path, init);
};

const MachineDate = globalThis.Date;

/** Inside an invocation `Date` is on the site's clock. */
globalThis.Date = new Proxy(MachineDate, {
  construct: (target, args: [], newTarget) => {
    const clock = current.getStore()?.clock;
    return args.length === 0 && clock ? new target(clock.now()) : (Reflect.construct(target, args, newTarget) as Date);
  },
  get: (target, key, receiver): unknown =>
    key === 'now' ? () => current.getStore()?.clock.now() ?? target.now() : Reflect.get(target, key, receiver),
});

const machineWait = timers.setTimeout;

/** Waits of an invocation are on the site's clock too: if it stands still, they pass at once. */
Object.assign(timers, {
  setTimeout: async <T>(
    ms?: number,
    value?: T,
    options?: Parameters<typeof machineWait>[2],
  ): Promise<T | undefined> => {
    const clock = current.getStore()?.clock;
    if (!clock) return machineWait(ms, value, options);
    await clock.wait(ms ?? 0);
    return value;
  },
});

/** Runs app code as the platform does: requests of it, and of all it calls, go to this invocation. */
export const runInvocation = <T>(invocation: Invocation, work: () => Promise<T>): Promise<T> =>
  current.run(invocation, work);

/**
 * Runs work of the site itself that was reached from inside an invocation. Not by `exit`: that turns Node's hooks for promises off and
 * on again.
 */
export const outsideInvocations = <T>(work: () => T): T => current.run(undefined, work);
