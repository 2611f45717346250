import { InputError } from '../load/inputError';
import { UsageError } from '../commandLine';
import { readOptions } from './options';
import { printReport } from './print';
import { explainedReportOf } from './reportOf';

const main = async (): Promise<void> => {
  const options = readOptions(process.argv.slice(2), Date.now());
  const { report, howRead } = await explainedReportOf(options);
  process.stdout.write(options.json ? `${JSON.stringify(report, null, 2)}\n` : printReport(report, howRead));
  // Beside the JSON, which has no place for sentences.
  if (options.json) for (const note of howRead.facts.notes) process.stderr.write(`${note}\n`);
};

main().catch((error: unknown) => {
  const expected = error instanceof UsageError || error instanceof InputError;
  process.stderr.write(expected ? `${error.message}\n` : `The report failed: ${String(error)}\n`);
  process.exitCode = 1;
});
