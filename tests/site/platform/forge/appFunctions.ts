import { join } from 'node:path';
import type { Clock } from '../../clock';
import { Lately } from './lately';
import { type AppManifest } from './manifest';
import { CONTEXT_ARI, INSTALLATION_ID, forgeRuntime } from './runtime';
import { type Destination, runInvocation } from './seam';
import type { StatementLog } from './statementLog';

/** The person at the page, if a page makes the call. */
export type Principal = { accountId: string };

/** The running function that asks the platform for something. */
export type Asker = {
  principal: Principal | null;
  /** Its time-out. */
  limitSeconds: number;
  /** Ends the function: it fails with this error, and runs no further. */
  end: (reason: Error) => Promise<never>;
};

/** Answers a function's request to the platform. */
export type Answerer = (
  destination: Destination,
  path: string,
  init: RequestInit | undefined,
  asker: Asker,
) => Promise<Response>;

type Handler = (payload: unknown, backend: object) => unknown;

export type Call = { payload: unknown; limitSeconds: number; principal?: Principal; moduleKey?: string };

const CALLS_A_MINUTE = 7_000;

/** The app's functions, found and run as `manifest.yml` says. */
export class AppFunctions {
  private readonly lately: Lately;

  constructor(
    private readonly folder: string,
    private readonly app: AppManifest,
    private readonly clock: Clock,
    private readonly answer: Answerer,
    private readonly log?: StatementLog,
  ) {
    this.lately = new Lately(clock);
  }

  /** Calls a function of the manifest. Throws its error, or if it exceeds its time-out, or after too many calls. */
  async call(functionKey: string, { payload, limitSeconds, principal, moduleKey }: Call): Promise<unknown> {
    if (!this.lately.note(1, CALLS_A_MINUTE)) {
      throw new TooManyCalls(`${functionKey} was not run: more than 7,000 calls of functions in a minute.`);
    }
    if (this.log) this.log.invocations++;
    const handler = await this.handler(functionKey);
    const backend = { installContext: CONTEXT_ARI, installation: { ari: INSTALLATION_ID }, principal };
    const sent: unknown = JSON.parse(JSON.stringify(payload));
    const work = (): Promise<unknown> => Promise.resolve(handler(sent, backend));
    return within(limitSeconds, functionKey, this.run(functionKey, work, limitSeconds, principal ?? null, moduleKey));
  }

  /** Runs work as a function of the app. */
  run<T>(
    functionKey: string,
    work: () => Promise<T>,
    limitSeconds: number,
    principal: Principal | null,
    moduleKey?: string,
  ): Promise<T> {
    const endsAt = performance.now() + limitSeconds * 1000;
    return new Promise((resolve, reject) => {
      let ended = false;
      const asker: Asker = {
        principal,
        limitSeconds,
        end: (reason) => {
          ended = true;
          reject(reason);
          return never;
        },
      };
      const invocation = {
        runtime: forgeRuntime(this.app, functionKey, endsAt, moduleKey),
        clock: this.clock,
        // Requests of an ended function reach nobody.
        fetch: (destination: Destination, path: string, init?: RequestInit) =>
          ended ? never : this.answer(destination, path, init, asker),
      };
      runInvocation(invocation, work).then(resolve, reject);
    });
  }

  /** The time-out of a consumer's or schedule's function, in seconds. */
  timeout(functionKey: string): number {
    return this.app.modules.function.find(({ key }) => key === functionKey)?.timeoutSeconds ?? 55;
  }

  private async handler(functionKey: string): Promise<Handler> {
    const named = this.app.modules.function.find(({ key }) => key === functionKey)?.handler;
    if (!named) throw new Error(`The manifest names no function ${functionKey}.`);
    const [file = '', name = ''] = named.split('.');
    const handler = (await exportsOf(join(this.folder, 'src', `${file}.ts`)))[name];
    if (typeof handler !== 'function') throw new Error(`${named}, which the manifest names, is not a function.`);
    return handler as Handler;
  }
}

type Exports = Record<string, unknown>;
const loading = new Map<string, Promise<Exports>>();

/** Cached: finding a module again takes longer than many a function. */
function exportsOf(file: string): Promise<Exports> {
  const found = loading.get(file) ?? (import(file) as Promise<Exports>);
  loading.set(file, found);
  return found;
}

/** An ended function waits for this for ever. */
const never = new Promise<never>(() => undefined);

/** The platform's error for too many calls of an installation's functions. */
class TooManyCalls extends Error {
  override readonly name = 'TooManyCalls';
}

/** The platform's error for a function that exceeds its time-out. */
export class FunctionTimeOut extends Error {
  override readonly name = 'FunctionTimeOut';
}

/** The platform's error for a function without an answer: its process was stopped, or ran out of memory. */
export class FunctionEnded extends Error {
  override readonly name = 'FunctionEnded';
}

async function within<T>(seconds: number, functionKey: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new FunctionTimeOut(`${functionKey} took longer than its ${seconds} s.`)),
      seconds * 1000,
    );
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
