import { embeddedEngine } from './embedded';
import { findMariadbd, mariadbEngine } from './mariadb';
import type { SqlEngine } from './sqlEngine';
import { findTidb, tidbEngine } from './tidb';

export { SqlError, type SqlEngine } from './sqlEngine';
export { embeddedEngine, findMariadbd, findTidb, mariadbEngine, tidbEngine };

export const ENGINE_NAMES = ['embedded', 'mariadb', 'tidb'] as const satisfies readonly SqlEngine['name'][];
export type EngineName = (typeof ENGINE_NAMES)[number];

/** An engine that is at hand here, under the name that people know it by. */
export type EngineAtHand = { name: EngineName; title: string; open: () => Promise<SqlEngine> };

const ALL: readonly (EngineAtHand & { isMissing: () => string | null })[] = [
  {
    name: 'embedded',
    title: 'the embedded engine',
    open: () => Promise.resolve(embeddedEngine()),
    isMissing: () => null,
  },
  {
    name: 'mariadb',
    title: 'MariaDB',
    open: () => mariadbEngine(),
    isMissing: () => (findMariadbd() === null ? 'MariaDB is not installed here.' : null),
  },
  {
    name: 'tidb',
    title: 'TiDB',
    open: tidbEngine,
    isMissing: () => (findTidb() === null ? 'TiDB is not built here: `npm run tidb` builds it.' : null),
  },
];

/** The engines that are at hand here, the embedded one first. */
export const enginesAtHand = (): EngineAtHand[] => ALL.filter(({ isMissing }) => isMissing() === null);

/** What to say of those that are not; empty where all are. */
export const missingEngines = (): string[] => ALL.flatMap(({ isMissing }) => isMissing() ?? []);

/** Opens a fresh database. Throws, saying what to do, where the engine is not at hand. */
export const openEngine = (name: EngineName): Promise<SqlEngine> => {
  const engine = ALL.find((one) => one.name === name);
  const reason = engine?.isMissing() ?? null;
  if (engine === undefined || reason !== null) throw new Error(reason ?? `There is no engine ${name}.`);
  return engine.open();
};
