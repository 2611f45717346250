import { optionValues, UsageError } from '../site/commandLine';
import { ENGINE_NAMES, type EngineName } from '../site/platform/sql/engine';

const USAGE =
  'npm run bench -- [--sizes 10000,100000] [--engines embedded,mariadb,tidb] [--rounds 200] [--out results.json]';

const ALL_SIZES = [10_000, 100_000, 1_000_000];

const OPTIONS = {
  sizes: { type: 'string' },
  engines: { type: 'string' },
  rounds: { type: 'string' },
  out: { type: 'string' },
} as const;

/** `out`: the file for the results; `null`: the terminal only */
export type BenchOptions = { sizes: number[]; engines: EngineName[]; rounds: number; out: string | null };

const ROUNDS = 200;
const SMALLEST = 300;
const LARGEST = 5_000_000;

/**
 * Parses the command line. Only a complete run writes the results that the README quotes, unless a file is named.
 *
 * @param whole the file for a complete run's results
 * @throws UsageError that says what to write instead
 */
export function readBenchOptions(args: string[], whole: string): BenchOptions {
  const { sizes, engines, rounds, out } = optionValues(args, OPTIONS, USAGE);
  const isWhole = sizes === undefined && engines === undefined;
  return {
    sizes:
      sizes === undefined ? ALL_SIZES : sizes.split(',').map((text) => numberIn('--sizes', text, SMALLEST, LARGEST)),
    engines: engines === undefined ? [...ENGINE_NAMES] : engines.split(',').map(engineNamed),
    rounds: rounds === undefined ? ROUNDS : numberIn('--rounds', rounds, 1, 10_000),
    out: out ?? (isWhole ? whole : null),
  };
}

function numberIn(option: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new UsageError(`${option} ${text}: write a whole number from ${least} to ${most}. ${USAGE}`);
}

function engineNamed(text: string): EngineName {
  const found = ENGINE_NAMES.find((name) => name === text);
  if (!found) throw new UsageError(`--engines ${text}: write some of ${ENGINE_NAMES.join(',')}. ${USAGE}`);
  return found;
}
