import { type EngineName, findMariadbd, findTidb, openEngine } from '../../site/platform/sql/engine';
import { check } from './check';
import { addToScore } from './score';

jest.setTimeout(900_000);
beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue();
  jest.spyOn(console, 'warn').mockReturnValue();
});

const seed = Number(process.env.SEED ?? 20260519);
const where = (program: string | null) => (program === null ? test.skip : test);
const holds = async (engine: EngineName): Promise<void> => {
  const { played, failure } = await check(() => openEngine(engine), { runs: 100, seed });
  addToScore({ engine, histories: played, drifted: failure === null ? 0 : 1 });
  expect(failure).toBeNull();
};

where(findMariadbd())('on MariaDB too, the app holds what the rules say and what a rebuild makes', () =>
  holds('mariadb'),
);
where(findTidb())('on TiDB too, the app holds what the rules say and what a rebuild makes', () => holds('tidb'));
