import { type EngineName, findMariadbd, findTidb, openEngine } from '../site/platform/sql/engine';
import { migrated } from '../site/platform/sql/migrated';
import { addToScore } from '../access/score';
import { fuzz } from './fuzz';
import { onlyWith } from '../onlyWith';

jest.setTimeout(600_000);
beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue();
  jest.spyOn(console, 'warn').mockReturnValue();
});

const SEED = 20_261_129;

const onServer = async (name: EngineName) => migrated(await openEngine(name));

const survives = async (inputs: number, open?: Parameters<typeof fuzz>[1]): Promise<void> => {
  const crashes = await fuzz({ inputs, seed: SEED }, open);
  addToScore({ inputs, crashes: crashes.length });
  expect(crashes).toEqual([]);
};

test('no input breaks a call, or costs more than its bound', () => survives(20_000));
onlyWith(findMariadbd())('nor on MariaDB', () => survives(1_000, () => onServer('mariadb')));
onlyWith(findTidb())('nor on TiDB', () => survives(1_000, () => onServer('tidb')));
