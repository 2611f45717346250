import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run of tests a folder for the databases that its processes share: see `savedEngine.ts`. */
export default class SavedEnginesReporter {
  onRunStart() {
    this.folder = mkdtempSync(join(tmpdir(), 'databases-'));
    // Test processes start after this and inherit it.
    process.env.SAVED_ENGINES = this.folder;
  }

  onRunComplete() {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
