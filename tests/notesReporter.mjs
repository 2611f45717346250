import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Reports what test processes noted in a run: each appends lines of JSON to the file that a variable of the environment names. What is
 * to be said of them `tell` of a subclass says.
 */
export default class NotesReporter {
  /** @param variable the variable of the environment */
  constructor(variable) {
    this.variable = variable;
  }

  onRunStart() {
    this.folder = mkdtempSync(join(tmpdir(), 'notes-'));
    // Test processes start after this and inherit it.
    process.env[this.variable] = join(this.folder, 'notes');
  }

  onRunComplete() {
    const file = process.env[this.variable];
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    rmSync(this.folder, { recursive: true, force: true });
    if (lines.length > 0) this.tell(lines.map((line) => JSON.parse(line)));
  }
}
