import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Clock } from '../../site/clock';
import {
  type Answerer,
  AppFunctions,
  type Call,
  FunctionEnded,
  FunctionTimeOut,
} from '../../site/platform/forge/appFunctions';
import type { AppManifest } from '../../site/platform/forge/manifest';
import type { FromFunctions, Memory, PlainAnswer, ToFunctions, Work } from './messages';

const HOST = join(__dirname, 'host.ts');

type Running = {
  accountId: string | null;
  limitSeconds: number;
  resolve: (result: unknown) => void;
  reject: (reason: Error) => void;
};

/**
 * The app's functions in a separate process with a limited heap. Their requests to the platform are answered in this
 * process.
 */
export class FunctionProcess extends AppFunctions {
  private readonly running = new Map<number, Running>();
  private memoryAsked: ((memory: Memory) => void)[] = [];
  private runs = 0;

  private constructor(
    private readonly child: ChildProcess,
    folder: string,
    app: AppManifest,
    private readonly time: Clock,
    private readonly answerer: Answerer,
  ) {
    super(folder, app, time, answerer);
    child.on('message', (message: FromFunctions) => this.take(message));
    child.on('exit', (code, signal) => {
      const reason = `The functions' process ended (${signal ?? code}); perhaps its memory did not suffice.`;
      for (const { reject } of this.running.values()) reject(new FunctionEnded(reason));
      this.running.clear();
    });
  }

  /**
   * Starts the process.
   * @param heapMB size of its heap, in MiB
   */
  static async start(heapMB: number): Promise<(app: AppManifest, clock: Clock, answer: Answerer) => FunctionProcess> {
    const child = fork(HOST, {
      execArgv: [`--max-old-space-size=${heapMB}`, '--import', 'tsx'],
      serialization: 'advanced',
    });
    const end = (): boolean => child.kill();
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) =>
        reject(new Error(`The functions' process ended with code ${code} before it began.`)),
      );
    });
    return (app, clock, answer) => new FunctionProcess(child, process.cwd(), app, clock, answer);
  }

  override call(key: string, { payload, limitSeconds, principal, moduleKey }: Call): Promise<unknown> {
    const sent: unknown = JSON.parse(JSON.stringify(payload));
    return this.perform(
      { kind: 'function', key, payload: sent, limitSeconds, moduleKey },
      principal?.accountId ?? null,
    );
  }

  /**
   * Runs an export of a module as a function of the app, as an account or, with `null`, as the app.
   * @param path of the module, from the app's folder
   */
  runModule(path: string, name: string, argument: unknown, accountId: string | null): Promise<unknown> {
    return this.perform({ kind: 'module', path, name, argument }, accountId);
  }

  /** The process's peak memory since the last call, in bytes. */
  peakMemory(): Promise<Memory> {
    return new Promise((resolve) => {
      this.memoryAsked.push(resolve);
      this.send({ type: 'memory' });
    });
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill();
    await ended;
  }

  private perform(work: Work, accountId: string | null): Promise<unknown> {
    this.runs += 1;
    const run = this.runs;
    return new Promise((resolve, reject) => {
      const limitSeconds = work.kind === 'function' ? work.limitSeconds : Infinity;
      this.running.set(run, { accountId, limitSeconds, resolve, reject });
      this.send({ type: 'run', run, work, accountId, now: this.time.now() });
    });
  }

  private send(message: ToFunctions): void {
    this.child.send(message);
  }

  private take(message: FromFunctions): void {
    if (message.type === 'request') return void this.answerRequest(message);
    if (message.type === 'memory') return this.memoryAsked.shift()?.(message.memory);
    if (message.type === 'ready') return;
    const running = this.running.get(message.run);
    this.running.delete(message.run);
    if (message.type === 'result') running?.resolve(message.result);
    else running?.reject(errorFrom(message));
  }

  private async answerRequest({
    request,
    run,
    destination,
    path,
    init,
  }: Extract<FromFunctions, { type: 'request' }>): Promise<void> {
    const running = this.running.get(run);
    // The function was ended, and nobody waits for the answer.
    if (!running) return;
    const asker = {
      principal: running.accountId === null ? null : { accountId: running.accountId },
      limitSeconds: running.limitSeconds,
      end: (reason: Error): Promise<never> => {
        running.reject(reason);
        this.running.delete(run);
        return new Promise<never>(() => undefined);
      },
    };
    const answer = await this.answerer(destination, path, init, asker).then(plain, (error: unknown) => ({
      failure: error instanceof Error ? error.message : String(error),
    }));
    this.send({ type: 'answer', request, answer });
  }
}

const plain = async (response: Response): Promise<PlainAnswer> => {
  const body = await response.text();
  return { status: response.status, headers: [...response.headers], body: body === '' ? null : body };
};

const errorFrom = ({ name, message, stack }: Extract<FromFunctions, { type: 'failure' }>): Error => {
  const error = name === 'FunctionTimeOut' ? new FunctionTimeOut(message) : new Error(message);
  error.stack = stack;
  return error;
};
