import { InputError } from '../load/inputError';
import { UsageError } from '../commandLine';
import { printBacktest } from './backtest/printBacktest';
import { readOptions } from './options';
import { printReport } from './print';
import { backtestReport, explainedReportOf, suggestionsReport } from './reportOf';
import { printSuggestions } from './suggestions/printSuggestions';

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2), Date.now());
  const print = (answer: object, text: () => string, notes: readonly string[]): void => {
    process.stdout.write(options.json ? `${JSON.stringify(answer, null, 2)}\n` : text());
    // Beside the JSON, which has no place for sentences.
    if (options.json) for (const note of notes) process.stderr.write(`${note}\n`);
  };
  if (options.backtest) {
    const { report, howRead, leftOut } = await backtestReport(options);
    print(report, () => printBacktest(report, howRead, leftOut), howRead.facts.notes);
  } else if (options.suggestions) {
    const { report, notes } = await suggestionsReport(options);
    print(report.figures, () => printSuggestions(report, notes), notes);
  } else {
    const { report, howRead } = await explainedReportOf(options);
    print(report, () => printReport(report, howRead), howRead.facts.notes);
  }
};

main().catch((error: unknown) => {
  const expected = error instanceof UsageError || error instanceof InputError;
  process.stderr.write(expected ? `${error.message}\n` : `The report failed: ${String(error)}\n`);
  process.exitCode = 1;
});
