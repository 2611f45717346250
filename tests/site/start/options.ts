import { dayIn, optionValues, UsageError, usageOf } from '../commandLine';
import type { Given } from '../load/loadExport';
import { COMMAS, givenIn, LOAD_OPTIONS } from '../load/loadOptions';
import { ENGINE_NAMES, type EngineName } from '../platform/sql/engine';

const OPTIONS = {
  ...LOAD_OPTIONS,
  'as-of': { type: 'string', usage: '[--as-of YYYY-MM-DD]' },
  port: { type: 'string', usage: '[--port N]' },
  engine: { type: 'string', usage: `[--engine ${ENGINE_NAMES.join('|')}]` },
} as const;

const USAGE = `${usageOf('npm start --', OPTIONS)}. ${COMMAS}`;

/** `asOf`: a day number; `port`: null for any. Without data given the site has the demo. */
export type StartOptions = {
  given: Given;
  asOf: number | null;
  port: number | null;
  engine: EngineName;
};

/**
 * Parses the command line.
 * @throws UsageError that says what to write instead
 */
export function readStartOptions(args: string[]): StartOptions {
  const values = optionValues(args, OPTIONS, USAGE);
  const { 'as-of': asOf, port, engine = 'embedded' } = values;
  const stray = (['objectives', 'levels', 'statuses', 'dates'] as const).find((option) => values[option] !== undefined);
  if (!values.data && stray) {
    throw new UsageError(`--${stray} goes with --data: the demo has a strategy and issues of its own. ${USAGE}`);
  }
  const number = port === undefined ? null : Number(port);
  if (number !== null && !(Number.isInteger(number) && number > 0 && number < 65_536)) {
    throw new UsageError(`--port ${port}: write a number from 1 to 65535.`);
  }
  const known = ENGINE_NAMES.find((name) => name === engine);
  if (!known) throw new UsageError(`--engine ${engine}: write ${ENGINE_NAMES.join(', ')}.`);
  return { given: givenIn(values), asOf: dayIn('--as-of', asOf), port: number, engine: known };
}
