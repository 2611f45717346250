import { embeddedEngine } from '../../site/platform/sql/engine';
import { check, TIMEOUT_MS, WITHIN_MS } from './check';
import { addToScore } from './score';

jest.setTimeout(TIMEOUT_MS);
// Resolvers rightly log each fault.
beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue();
  jest.spyOn(console, 'warn').mockReturnValue();
});

/** The same histories each time; `SEED=… npx jest tests/sync/drift/drift.test.ts` plays others. */
const seed = Number(process.env.SEED ?? 20260518);

test('after any history under any faults, the app holds what the rules say and what a rebuild makes', async () => {
  const { played, failure } = await check(embeddedEngine, {
    runs: Number(process.env.RUNS ?? 2000),
    seed,
    withinMs: WITHIN_MS,
  });
  addToScore({ engine: 'embedded', histories: played, drifted: failure === null ? 0 : 1 });
  expect(failure).toBeNull();
});
