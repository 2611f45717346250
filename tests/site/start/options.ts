import { parseArgs } from 'node:util';
import { parseDay } from '../../../src/domain/day';
import { UsageError } from '../report/options';

export const USAGE = 'npm start -- [--data export.csv]… [--objectives objectives.csv] [--as-of YYYY-MM-DD] [--port N]';

/** `asOf` is a day number; `port` is null for any. Without `data` the site holds the demo. */
export type StartOptions = { data: string[]; objectives?: string; asOf: number | null; port: number | null };

/** Reads the command line. Throws a `UsageError` that says what to write instead. */
export function readStartOptions(args: string[]): StartOptions {
  const { values } = parsed(args);
  const { data = [], objectives, 'as-of': asOf, port } = values;
  if (data.length === 0 && objectives !== undefined) {
    throw new UsageError(`--objectives goes with --data: the demo has a strategy of its own. ${USAGE}`);
  }
  const day = asOf === undefined ? null : parseDay(asOf);
  if (asOf !== undefined && day === null) throw new UsageError(`--as-of ${asOf}: write a date like 2026-01-31.`);
  const number = port === undefined ? null : Number(port);
  if (number !== null && !(Number.isInteger(number) && number > 0 && number < 65_536)) {
    throw new UsageError(`--port ${port}: write a number from 1 to 65535.`);
  }
  return { data, objectives, asOf: day, port: number };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        data: { type: 'string', multiple: true },
        objectives: { type: 'string' },
        'as-of': { type: 'string' },
        port: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : 'The options are not understood'}. ${USAGE}`);
  }
}
