import { normalize } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/**
 * Suites of minutes start first, so that no core idles while the last of them runs alone. Where Jest has not timed them yet, in a
 * fresh clone, it goes by the sizes of files: the longest suites are among the smallest.
 */
const LONGEST = [
  'statements/statements.test.ts',
  'sync/crash.test.ts',
  'drift/drift.test.ts',
  'drift/driftOnServers.test.ts',
  'firstSync/installation.test.ts',
  'browser/accessibility.test.ts',
];

export default class extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => LONGEST.some((name) => path.endsWith(normalize(name)));
    return super.sort(tests).sort((one, other) => Number(isLong(other)) - Number(isLong(one)));
  }
}
