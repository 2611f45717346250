import fc from 'fast-check';
import type { SqlEngine } from '../../site/platform/sql/engine';
import { anyHistory, play } from './play';
import { closeDatabases, openDatabases } from './world';

/** How long a test plays histories, and Jest waits: a failing history is told before Jest gives up. */
export const [WITHIN_MS, TIMEOUT_MS] = [840_000, 900_000];

/**
 * Plays random histories, deterministic by seed, until one drifts or all are played. `failure`: the seed, and the
 * shortest history found that drifts
 * @param withinMs when to stop; a failure is then told though shorter ones may be, and that time ran out is one too
 */
export const check = async (
  open: () => Promise<SqlEngine> | SqlEngine,
  { runs, seed, withinMs }: { runs: number; seed: number; withinMs?: number },
): Promise<{ played: number; failure: string | null }> => {
  const databases = await openDatabases(open);
  try {
    const property = fc.asyncProperty(anyHistory, (history) => play(history, databases));
    const plugins = withinMs === undefined ? [] : [fc.interruptAfterTimeLimit(withinMs, { failOnInterrupt: true })];
    const details = await fc.check(property, { numRuns: runs, seed, plugins });
    return { played: details.numRuns, failure: details.failed ? report(details) : null };
  } finally {
    await closeDatabases(databases);
  }
};

const report = (details: fc.RunDetails<unknown>): string => {
  const { errorInstance: error } = details;
  return [fc.defaultReportMessage(details), error instanceof Error ? error.message : String(error)].join('\n\n');
};
