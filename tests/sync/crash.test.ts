import { embeddedEngine, findTidb, tidbEngine } from '../site/platform/sql/engine';
import { type CrashScenarios, openScenarios, SCENARIOS, type ScenarioName } from './crashScenario';

jest.setTimeout(600_000);
// Resolvers rightly log each crash.
beforeEach(() => jest.spyOn(console, 'error').mockReturnValue());

const NAMES = Object.keys(SCENARIOS) as ScenarioName[];

describe('wherever a function is ended, the app comes right by itself', () => {
  let scenarios: CrashScenarios;
  beforeAll(async () => {
    scenarios = await openScenarios(embeddedEngine);
  });
  afterAll(() => scenarios.close());

  test.each(NAMES)('while %s', async (name) => {
    const statements = await scenarios.playWithCrash(name, Infinity, 'before');
    expect(statements).toBeGreaterThan(50);
    for (let at = 1; at <= statements; at += 1) {
      await scenarios.playWithCrash(name, at, 'before');
      await scenarios.playWithCrash(name, at, 'after');
    }
  });
});

/** Of each scenario, spread over it: on TiDB a statement takes some times as long. */
const POINTS_ON_TIDB = 13;

(findTidb() === null ? describe.skip : describe)('on TiDB too, the app comes right by itself', () => {
  let scenarios: CrashScenarios;
  beforeAll(async () => {
    scenarios = await openScenarios(tidbEngine);
  });
  afterAll(() => scenarios.close());

  test.each(NAMES)('while %s', async (name) => {
    const statements = await scenarios.playWithCrash(name, Infinity, 'before');
    expect(statements).toBeGreaterThan(50);
    for (let point = 0; point < POINTS_ON_TIDB; point += 1) {
      const at = 1 + Math.floor((point * statements) / POINTS_ON_TIDB);
      await scenarios.playWithCrash(name, at, point % 2 === 0 ? 'before' : 'after');
    }
  });
});
