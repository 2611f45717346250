import { type EngineName, findMariadbd, findTidb, openEngine } from '../../site/platform/sql/engine';
import { check, TIMEOUT_MS, WITHIN_MS } from './check';
import { addToScore } from './score';
import { onlyWith } from '../../onlyWith';

jest.setTimeout(TIMEOUT_MS);
beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue();
  jest.spyOn(console, 'warn').mockReturnValue();
});

const seed = Number(process.env.SEED ?? 20260519);
const holds = async (engine: EngineName, runs: number): Promise<void> => {
  const { played, failure } = await check(() => openEngine(engine), { runs, seed, withinMs: WITHIN_MS });
  addToScore({ engine, histories: played, drifted: failure === null ? 0 : 1 });
  expect(failure).toBeNull();
};

onlyWith(findMariadbd())('on MariaDB too, the app holds what the rules say and what a rebuild makes', () =>
  holds('mariadb', 25),
);
onlyWith(findTidb())('on TiDB too, the app holds what the rules say and what a rebuild makes', () =>
  holds('tidb', 100),
);
