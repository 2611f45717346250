import { embeddedEngine } from './embedded';
import { findMariadbd, mariadbEngine } from './mariadb';
import type { SqlEngine } from './sqlEngine';
import { findTidb, tidbEngine } from './tidb';

export { SqlError, type SqlEngine } from './sqlEngine';
export { embeddedEngine, findMariadbd, findTidb, mariadbEngine, tidbEngine };

export const ENGINE_NAMES = ['embedded', 'mariadb', 'tidb'] as const satisfies readonly SqlEngine['name'][];
export type EngineName = (typeof ENGINE_NAMES)[number];

/** An available engine, with its name for people. */
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

/** The available engines, the embedded one first. */
export const enginesAtHand = (): EngineAtHand[] => ALL.filter(({ isMissing }) => isMissing() === null);

/** How to get the engines that are not available; empty: all are. */
export const missingEngines = (): string[] => ALL.flatMap(({ isMissing }) => isMissing() ?? []);

/**
 * Opens a fresh database.
 * @throws if the engine is not available, with what to do
 */
export const openEngine = (name: EngineName): Promise<SqlEngine> => {
  const engine = ALL.find((one) => one.name === name);
  const reason = engine?.isMissing() ?? null;
  if (engine === undefined || reason !== null) throw new Error(reason ?? `There is no engine ${name}.`);
  return engine.open();
};
