import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedEngine, embeddedEngine } from './embedded';

/**
 * A database in memory with what `fill` puts into one, which is done once in a run of tests; after that the database is read from a file,
 * far cheaper. The files are in a folder of the run, which `savedEnginesReporter.mjs` makes and removes: no later run finds a database that
 * older code filled. Without such a folder it is filled each time.
 * @param name tells databases with different contents apart; part of a file's name
 */
export const savedEngine = async (
  name: string,
  fill: (engine: EmbeddedEngine) => Promise<unknown>,
): Promise<EmbeddedEngine> => {
  const folder = process.env.SAVED_ENGINES;
  const file = folder === undefined ? null : join(folder, name);
  if (file !== null && existsSync(file)) return embeddedEngine(file);
  const engine = embeddedEngine();
  await fill(engine);
  if (file !== null) {
    // Another process may save the same at once: each writes a file of its own, and either may stay.
    const own = `${file}-${process.pid}`;
    engine.save(own);
    renameSync(own, file);
  }
  return engine;
};
