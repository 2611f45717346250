import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../site/commandLine';
import { enginesAtHand, missingEngines } from '../site/platform/sql/engine';
import { measureFirstAnswer } from './measure/firstAnswer';
import { type BenchOptions, readBenchOptions } from './options';
import { resultsOf, resultsText, rowsIn } from './results';
import { type Measured, runEngine } from './runEngine';
import { tableText } from './table';

/** The size of the site for `firstAnswerShare`. The engine makes no difference to it. */
const ANSWER_ISSUES = 100_000;

const RESULTS = join(__dirname, 'results.json');

const say = (line: string): boolean => process.stdout.write(`${line}\n`);

async function bench({ sizes, engines, rounds, out }: BenchOptions): Promise<void> {
  // Of engines that are not measured now, what was measured before stays.
  const measured = rowsIn(out).filter((row) => !engines.includes(row.engine));
  const atHand = enginesAtHand().map(({ name }) => name);
  for (const missing of missingEngines()) say(`${missing} The benchmark runs on the other engines.`);
  const answering = Math.min(ANSWER_ISSUES, Math.max(...sizes));
  say(`When the first figures of a first sync are complete, of ${answering} issues…`);
  const firstAnswer = await measureFirstAnswer(answering);
  for (const engine of engines.filter((name) => atHand.includes(name))) {
    const began = performance.now();
    const time = () => `${((performance.now() - began) / 1000).toFixed(0)} s`.padStart(7);
    const keep = (row: Measured): void => {
      measured.push(row);
      // A run that is ended keeps what it has.
      if (out !== null) writeFileSync(out, resultsText(resultsOf(measured, firstAnswer)));
    };
    await runEngine(
      engine,
      sizes,
      rounds,
      (issues, what) => say(`${time()}  ${engine}, ${issues} issues: ${what}…`),
      keep,
    );
  }
  const results = resultsOf(measured, firstAnswer);
  say(`\n${tableText(measured)}\n`);
  say(
    Object.entries(results.figures)
      .map(([name, value]) => `${name}: ${value ?? '–'}`)
      .join('\n'),
  );
  if (out === null)
    return void say('\nOnly a part was run, so results.json stays as it was. Name a file with --out to keep this.');
  say(`\nWritten to ${out}.`);
}

async function main(): Promise<void> {
  await bench(readBenchOptions(process.argv.slice(2), RESULTS));
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof UsageError ? `${error.message}\n` : `The benchmark failed: ${String(error)}\n`);
  process.exit(1);
});
