import { normalize } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/**
 * Suites of minutes start first, the longest of them foremost, so that no core idles while the last of them runs alone. Where Jest has
 * not timed them yet, in a fresh clone, it goes by the sizes of files: the longest suites are among the smallest.
 */
const LONGEST = [
  'statements/statements.test.ts',
  'drift/drift.test.ts',
  'drift/driftOnServers.test.ts',
  'sync/crash.test.ts',
  'interference/nonInterference.test.ts',
  'browser/accessibility.test.ts',
  'fuzz/fuzz.test.ts',
  'firstSync/installation.test.ts',
  'blocks/projection.test.ts',
  'sql/engine.test.ts',
].map(normalize);

export default class extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONGEST.findIndex((name) => path.endsWith(name));
      return at < 0 ? LONGEST.length : at;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
