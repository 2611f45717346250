import { join } from 'node:path';
import { SiteClock } from '../../site/clock';
import { type Answerer, AppFunctions } from '../../site/platform/forge/appFunctions';
import { readManifest } from '../../site/platform/forge/manifest';
import type { FromFunctions, PlainAnswer, PlainInit, ToFunctions, Work } from './messages';
import { PeakMemory } from './peakMemory';

// The process of the app's functions. Their requests to the platform go to the site's process.

const folder = process.cwd();
const app = readManifest(folder);
const memory = new PeakMemory();
const waiting = new Map<number, (answer: PlainAnswer) => void>();
let requests = 0;

const send = (message: FromFunctions): void => void process.send?.(message);

const plainInit = ({ method, headers, body }: RequestInit = {}): PlainInit => ({
  method,
  headers: [...new Headers(headers)],
  ...(typeof body === 'string' ? { body } : {}),
});

const askFor =
  (run: number): Answerer =>
  async (destination, path, init) => {
    requests += 1;
    const request = requests;
    memory.look();
    const answer = await new Promise<PlainAnswer>((resolve) => {
      waiting.set(request, resolve);
      send({ type: 'request', request, run, destination, path, init: plainInit(init) });
    });
    memory.look();
    if ('failure' in answer) throw new Error(answer.failure);
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  };

const perform = async (work: Work, functions: AppFunctions, accountId: string | null): Promise<unknown> => {
  const principal = accountId === null ? null : { accountId };
  if (work.kind === 'function') {
    return functions.call(work.key, { ...work, ...(principal ? { principal } : {}) });
  }
  const exported = (await import(join(folder, work.path))) as Record<string, (argument: unknown) => Promise<unknown>>;
  const run = exported[work.name];
  if (!run) throw new Error(`${work.path} exports no ${work.name}.`);
  return functions.run(work.name, () => run(work.argument), Infinity, principal);
};

const start = async ({ run, work, accountId, now }: Extract<ToFunctions, { type: 'run' }>): Promise<void> => {
  try {
    const functions = new AppFunctions(folder, app, SiteClock.runningFrom(now), askFor(run));
    send({ type: 'result', run, result: await perform(work, functions, accountId) });
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    send({ type: 'failure', run, name, message, stack });
  }
};

process.on('message', (message: ToFunctions) => {
  if (message.type === 'run') void start(message);
  if (message.type === 'memory') send({ type: 'memory', memory: memory.take() });
  if (message.type === 'answer') {
    waiting.get(message.request)?.(message.answer);
    waiting.delete(message.request);
  }
});
// The site's process is gone, so there is nothing to do.
process.on('disconnect', () => process.exit(0));
send({ type: 'ready' });
