import { findMariadbd, mariadbEngine } from '../site/sql/engine';
import { check } from './drift/check';
import { addToScore } from './drift/score';

jest.setTimeout(600_000);
beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue();
  jest.spyOn(console, 'warn').mockReturnValue();
});

const seed = Number(process.env.SEED ?? 20260519);
const onMariadb = findMariadbd() === null ? test.skip : test;

onMariadb('on MariaDB too, the app holds what the rules say and what a rebuild makes', async () => {
  const { played, failure } = await check(mariadbEngine, { runs: 100, seed });
  addToScore({ histories: played, drifted: failure === null ? 0 : 1 });
  expect(failure).toBeNull();
});
