import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Counts the statements that the app sent in a whole run and that `statements.test.ts` does not check on TiDB; `LIST_STATEMENTS=1` lists
 * them. Whoever adds a statement adds to `everything.ts` what sends it. Says nothing where that suite did not run, or without TiDB.
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
    const shapes = new Set(noted.map(({ shape }) => shape));
    const unchecked = checked.size === 0 ? [] : [...shapes].filter((shape) => !checked.has(shape));
    if (unchecked.length > 0) {
      process.stdout.write(`\nNot checked on TiDB: ${unchecked.length} of ${shapes.size} statements\n`);
      if (process.env.LIST_STATEMENTS) for (const shape of unchecked) process.stdout.write(`  ${shape}\n`);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
