import { embeddedEngine, findTidb, type SqlEngine, tidbEngine } from '../site/platform/sql/engine';
import { type CrashPoint, type CrashScenarios, openScenarios, SCENARIOS, type ScenarioName } from './crashScenario';

jest.setTimeout(600_000);
// Resolvers rightly log each crash.
beforeEach(() => jest.spyOn(console, 'error').mockReturnValue());

const NAMES = Object.keys(SCENARIOS) as ScenarioName[];

/** Before the first statement and after each one, which is before the next. */
const everyPoint = (statements: number): CrashPoint[] => [
  { at: 1, when: 'before' },
  ...Array.from({ length: statements }, (_, index): CrashPoint => ({ at: index + 1, when: 'after' })),
];

/** Of each scenario on TiDB, where a statement takes some times as long. */
const POINTS = 13;

/** Spread over the scenario. */
const somePoints = (statements: number): CrashPoint[] =>
  Array.from({ length: POINTS }, (_, point) => ({
    at: 1 + Math.floor((point * statements) / POINTS),
    when: point % 2 === 0 ? 'before' : 'after',
  }));

const comesRight =
  (open: () => Promise<SqlEngine> | SqlEngine, pointsIn: (statements: number) => readonly CrashPoint[]) => () => {
    let scenarios: CrashScenarios;
    beforeAll(async () => {
      scenarios = await openScenarios(open);
    });
    afterAll(() => scenarios.close());

    let played = 0;
    test.each(NAMES)('while %s', async (name) => {
      const statements = await scenarios.play(name);
      expect(statements).toBeGreaterThan(50);
      played += statements;
      for (const point of pointsIn(statements)) await scenarios.play(name, point);
    });
    test('at more than 150 statements in all', () => expect(played).toBeGreaterThan(150));
  };

describe('wherever a function is ended, the app comes right by itself', comesRight(embeddedEngine, everyPoint));

(findTidb() === null ? describe.skip : describe)(
  'on TiDB too, the app comes right by itself',
  comesRight(tidbEngine, somePoints),
);
