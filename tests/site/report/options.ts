import { dayOf } from '../../../src/domain/time/day';
import type { Measure } from '../../../src/domain/work/tally';
import { DEFAULT_WINDOW_DAYS, type Window, windowEnding } from '../../../src/domain/time/window';
import { dayIn, optionValues, UsageError } from '../commandLine';

const USAGE =
  'npm run report -- --data export.csv [--data more.csv] [--objectives objectives.csv] [--from YYYY-MM-DD] [--as-of YYYY-MM-DD] [--measure items|points] [--json]';

export type ReportOptions = { data: string[]; objectives?: string; window: Window; measure: Measure; json: boolean };

const OPTIONS = {
  data: { type: 'string', multiple: true },
  objectives: { type: 'string' },
  from: { type: 'string' },
  'as-of': { type: 'string' },
  measure: { type: 'string', default: 'items' },
  json: { type: 'boolean', default: false },
} as const;

/**
 * Parses the command line. Without `--as-of` the window ends today; without `--from` it has 90 days.
 * @throws UsageError
 */
export const readOptions = (args: string[], now: number): ReportOptions => {
  const values = optionValues(args, OPTIONS, USAGE);
  if (!values.data) throw new UsageError(`--data is missing: name a Jira CSV export. ${USAGE}`);
  if (values.measure !== 'items' && values.measure !== 'points') {
    throw new UsageError(`--measure ${values.measure}: write items or points.`);
  }
  const to = dayIn('--as-of', values['as-of']) ?? dayOf(now, 'UTC');
  const from = dayIn('--from', values.from) ?? windowEnding(to, DEFAULT_WINDOW_DAYS).from;
  if (from > to) throw new UsageError('--from is after --as-of: the window must not end before it begins.');
  return {
    data: values.data,
    objectives: values.objectives,
    window: { from, to },
    measure: values.measure,
    json: values.json,
  };
};
