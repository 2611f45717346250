import { sep } from 'node:path';
import NotesReporter from '../notesReporter.mjs';

const SUITE = ['tests', 'statements', 'statements.test.ts'].join(sep);

/**
 * Fails a whole run in which the app sent a statement that `statements.test.ts` did not check on TiDB, and says what to do. In a run of some
 * tests it only counts them; `LIST_STATEMENTS=1` lists them there too. Says nothing where that suite did not run in full, as without TiDB.
 * `statementShapes.ts` notes the statements.
 */
export default class StatementsReporter extends NotesReporter {
  constructor({ testPathPatterns, testNamePattern, onlyChanged, shard }) {
    super('STATEMENT_SHAPES');
    this.isWhole = testPathPatterns.patterns.length === 0 && !testNamePattern && !onlyChanged && !shard;
    this.hasChecked = false;
  }

  onTestFileResult({ path }, { numPassingTests, numFailingTests, numPendingTests }) {
    if (path.endsWith(SUITE)) this.hasChecked = numPassingTests > 0 && numFailingTests + numPendingTests === 0;
  }

  tell(noted) {
    if (!this.hasChecked) return;
    const checked = new Set(noted.filter((one) => one.checked).map(({ shape }) => shape));
    const shapes = new Set(noted.map(({ shape }) => shape));
    const unchecked = [...shapes].filter((shape) => !checked.has(shape));
    if (unchecked.length === 0) return;
    process.stdout.write(`\nNot checked on TiDB: ${unchecked.length} of ${shapes.size} statements of the app\n`);
    if (!this.isWhole && !process.env.LIST_STATEMENTS) return;
    for (const shape of unchecked) process.stdout.write(`  ${shape}\n`);
    if (!this.isWhole) return;
    process.stdout.write('Let tests/statements/everything.ts do what sends them.\n');
    this.failure = new Error('Statements of the app were not checked on TiDB.');
  }

  /** Jest asks for it when the run is over, and fails the run if there is one. */
  getLastError() {
    return this.failure;
  }
}
