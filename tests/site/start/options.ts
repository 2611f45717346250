import { dayIn, optionValues, UsageError } from '../commandLine';
import { ENGINE_NAMES, type EngineName } from '../platform/sql/engine';

const USAGE =
  'npm start -- [--data export.csv]… [--objectives objectives.csv] [--as-of YYYY-MM-DD] [--port N] [--engine tidb]';

const OPTIONS = {
  data: { type: 'string', multiple: true },
  objectives: { type: 'string' },
  'as-of': { type: 'string' },
  port: { type: 'string' },
  engine: { type: 'string' },
} as const;

/** `asOf`: a day number; `port`: null for any. Without `data` the site has the demo. */
export type StartOptions = {
  data: string[];
  objectives?: string;
  asOf: number | null;
  port: number | null;
  engine: EngineName;
};

/**
 * Parses the command line.
 * @throws UsageError that says what to write instead
 */
export function readStartOptions(args: string[]): StartOptions {
  const { data = [], objectives, 'as-of': asOf, port, engine = 'embedded' } = optionValues(args, OPTIONS, USAGE);
  if (data.length === 0 && objectives !== undefined) {
    throw new UsageError(`--objectives goes with --data: the demo has a strategy of its own. ${USAGE}`);
  }
  const number = port === undefined ? null : Number(port);
  if (number !== null && !(Number.isInteger(number) && number > 0 && number < 65_536)) {
    throw new UsageError(`--port ${port}: write a number from 1 to 65535.`);
  }
  const known = ENGINE_NAMES.find((name) => name === engine);
  if (!known) throw new UsageError(`--engine ${engine}: write ${ENGINE_NAMES.join(', ')}.`);
  return { data, objectives, asOf: dayIn('--as-of', asOf), port: number, engine: known };
}
