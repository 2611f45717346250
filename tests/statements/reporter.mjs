import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Fails a run in which the app sent statements that `statements.test.ts` does not check on TiDB: whoever adds a statement adds to
 * `everything.ts` what sends it. Says nothing where that suite did not run, or without TiDB.
 */
export default class StatementsReporter {
  onRunStart() {
    this.folder = mkdtempSync(join(tmpdir(), 'statements-'));
    // Test processes start after this and inherit it; `statementShapes.ts` writes there.
    process.env.STATEMENT_SHAPES = join(this.folder, 'shapes');
  }

  onRunComplete() {
    const file = process.env.STATEMENT_SHAPES;
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    const noted = lines.map((line) => JSON.parse(line));
    const checked = new Set(noted.filter((one) => one.checked).map(({ shape }) => shape));
    this.unchecked =
      checked.size === 0 ? [] : [...new Set(noted.map(({ shape }) => shape))].filter((shape) => !checked.has(shape));
    rmSync(this.folder, { recursive: true, force: true });
  }

  getLastError() {
    if (this.unchecked.length === 0) return undefined;
    return new Error(
      `tests/statements checks none of these statements of the app on TiDB:\n\n${this.unchecked.join('\n\n')}`,
    );
  }
}
