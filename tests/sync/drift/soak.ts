import { parseArgs } from 'node:util';
import { type EngineName, enginesAtHand, openEngine } from '../../site/platform/sql/engine';
import { migrated } from '../../site/platform/sql/migrated';
import { fuzz } from '../../fuzz/fuzz';
import { check } from './check';

/** Odd inputs that are sent with each seed. */
const INPUTS = 1_000;

/**
 * Plays histories and sends odd inputs of fresh seeds until stopped, or for so many minutes, or those of one seed:
 * `SEED=n`. One in ten seeds runs on a database server, if one is available. Fails at the first history that drifts or
 * input that breaks a call.
 */
const soak = async (): Promise<void> => {
  const { values } = parseArgs({ options: { minutes: { type: 'string' } } });
  const minutes = values.minutes === undefined ? Infinity : Number(values.minutes);
  if (!(minutes > 0)) throw new Error('--minutes takes a number above 0.');
  const until = performance.now() + minutes * 60_000;
  const only = process.env.SEED === undefined ? null : Number(process.env.SEED);
  if (only !== null && !Number.isSafeInteger(only))
    throw new Error('SEED takes the whole number that a failing run printed.');

  let [histories, inputs] = [0, 0];
  const stop = (why: string, seed: number): void => {
    process.stdout.write(`${why}. Again: SEED=${seed} npm run soak\n`);
    process.exitCode = 1;
  };
  for (let seed = only ?? Date.now() % 1_000_000_000; ; seed += 1) {
    const name = engineFor(seed);
    const { played, failure } = await check(() => openEngine(name), { runs: name === 'embedded' ? 200 : 20, seed });
    histories += played;
    if (failure !== null) {
      return stop(`${failure}\n\ndrift: 1 after ${histories} histories`, seed);
    }
    const crashes = await fuzz(
      { inputs: INPUTS, seed },
      name === 'embedded' ? undefined : async () => migrated(await openEngine(name)),
    );
    inputs += INPUTS;
    if (crashes.length > 0) {
      return stop(
        `${JSON.stringify(crashes, null, 2)}\n\nfuzz: ${crashes.length} crashes after ${inputs} inputs`,
        seed,
      );
    }
    process.stdout.write(
      `drift: 0 after ${histories} histories, fuzz: 0 crashes after ${inputs} inputs (seed ${seed})\n`,
    );
    if (only !== null || performance.now() > until) return;
  }
};

/** An engine, the same for a seed while the same engines are available. */
const engineFor = (seed: number): EngineName => {
  const servers = enginesAtHand().filter(({ name }) => name !== 'embedded');
  const server = servers[Math.floor(seed / 10) % Math.max(1, servers.length)];
  return seed % 10 === 0 && server ? server.name : 'embedded';
};

// What the app logs of the faults it meets.
console.error = console.warn = () => undefined;
soak().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
