import { embeddedEngine, findTidb, tidbEngine } from '../site/platform/sql/engine';
import { type CrashScenario, openScenario } from './crashScenario';

jest.setTimeout(600_000);
// Resolvers rightly log each crash.
beforeEach(() => jest.spyOn(console, 'error').mockReturnValue());

let scenario: CrashScenario;
afterEach(() => scenario.close());

test('wherever a function is ended, the app comes right by itself', async () => {
  scenario = await openScenario(embeddedEngine);
  const statements = await scenario.playWithCrash(Infinity, 'before');
  expect(statements).toBeGreaterThan(150);
  for (let at = 1; at <= statements; at += 1) {
    await scenario.playWithCrash(at, 'before');
    await scenario.playWithCrash(at, 'after');
  }
});

/** Spread over the scenario: on TiDB it takes some times as long. */
const POINTS_ON_TIDB = 50;

(findTidb() === null ? test.skip : test)('on TiDB too, the app comes right by itself', async () => {
  scenario = await openScenario(tidbEngine);
  const statements = await scenario.playWithCrash(Infinity, 'before');
  expect(statements).toBeGreaterThan(150);
  for (let point = 0; point < POINTS_ON_TIDB; point += 1) {
    const at = 1 + Math.floor((point * statements) / POINTS_ON_TIDB);
    await scenario.playWithCrash(at, point % 2 === 0 ? 'before' : 'after');
  }
});
