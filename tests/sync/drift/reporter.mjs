import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Says, when all tests have run, through how many histories and crash points they went, and how many of them drifted. */
export default class DriftReporter {
  onRunStart() {
    this.folder = mkdtempSync(join(tmpdir(), 'drift-'));
    // Test processes start after this and inherit it; `score.ts` writes there.
    process.env.DRIFT_SCORE = join(this.folder, 'scores');
  }

  onRunComplete() {
    const file = process.env.DRIFT_SCORE;
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
    const scores = lines.map((line) => JSON.parse(line));
    const sum = (name) => scores.reduce((total, score) => total + (score[name] ?? 0), 0);
    if (scores.length > 0) {
      const [drifted, histories, points] = ['drifted', 'histories', 'crashPoints'].map(sum);
      process.stdout.write(`\ndrift: ${drifted} after ${histories} histories and ${points} crash points\n`);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
