import { mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findProgram } from './findProgram';
import { MysqlEngines } from './mysqlEngine';
import { type DatabaseServer, startServer } from './serverProcess';
import type { SqlEngine } from './sqlEngine';

/** The server's buffer pool, in MiB. */
const BUFFER_POOL_MB = 64;

/** The path of `mariadbd`; null: not installed. */
export const findMariadbd = (): string | null =>
  findProgram('mariadbd', [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/libexec']);

const engines = new Map<number, MysqlEngines>();

/**
 * A fresh database on this process's own MariaDB server.
 * @throws if `findMariadbd` finds none
 * @param bufferPoolMB how much of its data the server keeps in memory, in MiB
 */
export function mariadbEngine({ bufferPoolMB = BUFFER_POOL_MB } = {}): Promise<SqlEngine> {
  const known = engines.get(bufferPoolMB);
  const start = () => startMariadb(bufferPoolMB);
  const made = known ?? new MysqlEngines({ name: 'mariadb', variant: `${bufferPoolMB} MiB`, start, connections: 1 });
  engines.set(bufferPoolMB, made);
  return made.open();
}

/** Starts `mariadbd` on a private socket, with TiDB's case-sensitive collation and MySQL's strict mode. */
function startMariadb(bufferPoolMB: number): Promise<DatabaseServer> {
  const path = findMariadbd();
  if (path === null) throw new Error('No mariadbd on this machine.');
  return startServer('mariadb', (folder) => {
    const data = join(folder, 'data');
    const socketPath = join(folder, 'sock');
    mkdirSync(data);
    const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
    const args = [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socketPath}`,
      `--innodb-buffer-pool-size=${bufferPoolMB}M`,
      ...OPTIONS,
      ...asRoot,
    ];
    return { path, args, connection: { socketPath, user: 'root' } };
  });
}

const OPTIONS = [
  '--skip-networking',
  '--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_bin',
  '--default-time-zone=+00:00',
  // Without grants it needs no system tables, and starts in an empty folder.
  '--skip-grant-tables',
  '--innodb-stats-persistent=OFF',
  // Its data need not survive it.
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
];
