import { runWithSql } from '../site/platform/forge/runWithSql';
import { type EngineName, enginesAtHand, missingEngines } from '../site/platform/sql/engine';
import { type ReusedEngine, reusedEngine } from '../site/platform/sql/reusedEngine';

/** A database server starts in a second or two, and on a busy machine in many. */
const STARTED_MS = 120_000;

type InDatabase = <T>(work: () => Promise<T>) => Promise<T>;

/** Runs the same tests on every engine that is at hand. `inDatabase` runs work in a migrated database whose tables are empty. */
export const onEachEngine = (tests: (inDatabase: InDatabase, engine: EngineName) => void): void => {
  for (const missing of missingEngines()) console.warn(`${missing} The database suites run on the other engines.`);
  describe.each(enginesAtHand())('on $title', ({ name, open }) => {
    let engine: ReusedEngine;

    beforeAll(async () => {
      engine = await reusedEngine(await open());
    }, STARTED_MS);

    afterAll(() => engine.close());

    const inDatabase: InDatabase = async (work) => {
      await engine.restore();
      return runWithSql(engine, work);
    };
    tests(inDatabase, name);
  });
};
