import { dayOf } from '../../../src/domain/time/day';
import { MEASURES } from '../../../src/domain/work/tally';
import { DEFAULT_WINDOW_DAYS, windowEnding } from '../../../src/domain/time/window';
import { dayIn, optionValues, UsageError, usageOf } from '../commandLine';
import type { Given } from '../load/loadExport';
import { namesIn } from '../load/lists';
import { COMMAS, givenIn, LOAD_OPTIONS, OBJECTIVE_ISSUES, strategyIn } from '../load/loadOptions';

/** Each option, and how it is written. Those that need no more reading are part of `ReportOptions` as they are. */
const OPTIONS = {
  ...LOAD_OPTIONS,
  ...OBJECTIVE_ISSUES,
  from: { type: 'string', usage: '[--from YYYY-MM-DD]' },
  'as-of': { type: 'string', usage: '[--as-of YYYY-MM-DD]' },
  measure: { type: 'string', default: 'items', usage: '[--measure items|points]' },
  dropped: { type: 'string', multiple: true, usage: '[--dropped "Parked, Gone"]' },
  suggestions: { type: 'boolean', default: false, usage: '[--suggestions]' },
  backtest: { type: 'boolean', default: false, usage: '[--backtest]' },
  json: { type: 'boolean', default: false, usage: '[--json]' },
} as const;

const USAGE = `${usageOf('npm run report --', OPTIONS)}. ${COMMAS}`;

export type ReportOptions = ReturnType<typeof readOptions>;

/**
 * Parses the command line. Without `--as-of` the window ends today; without `--from` it has 90 days.
 * @throws UsageError
 */
export const readOptions = (args: string[], now: number) => {
  const values = optionValues(args, OPTIONS, USAGE);
  if (!values.data) throw new UsageError(`--data is missing: name a Jira CSV export. ${USAGE}`);
  const measure = MEASURES.find((one) => one === values.measure);
  if (!measure) throw new UsageError(`--measure ${values.measure}: write items or points.`);
  const to = dayIn('--as-of', values['as-of']) ?? dayOf(now, 'UTC');
  const from = dayIn('--from', values.from) ?? windowEnding(to, DEFAULT_WINDOW_DAYS).from;
  if (from > to) throw new UsageError('--from is after --as-of: the window must not end before it begins.');
  if (values.backtest && values.suggestions) {
    throw new UsageError('--backtest and --suggestions are two reports: ask for one of them.');
  }
  const dropped = namesIn(values.dropped ?? []);
  const given: Given = givenIn(values);
  const strategy = strategyIn(values['objective-types'], values['objective-links']);
  given.reading = { ...given.reading, strategy, dropped };
  return { ...values, given, window: { from, to }, measure };
};
