import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findProgram } from './findProgram';
import { mysql } from './mysql';
import { MysqlEngines } from './mysqlEngine';
import { type DatabaseServer, startServer } from './serverProcess';
import type { SqlEngine } from './sqlEngine';

/** The Go module that builds TiDB's server, at one exact version. */
export const TIDB_MODULE = join(__dirname, 'tidb');

/**
 * Where the built server is stored, under a name that changes with its version. It takes minutes to build, so it
 * outlives checkouts. `TIDB_SERVER_CACHE` names another folder.
 */
export function tidbProgram(): { folder: string; name: string } {
  const version = createHash('sha256')
    .update(readFileSync(join(TIDB_MODULE, 'go.mod')))
    .digest('hex')
    .slice(0, 12);
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  const folder = process.env.TIDB_SERVER_CACHE ?? join(cache, 'execution-alignment-for-jira');
  return { folder, name: `tidb-server-${version}` };
}

/** The path of the TiDB server that `npm run tidb` built; null: it was not. */
export function findTidb(): string | null {
  const { folder, name } = tidbProgram();
  return findProgram(name, [folder]);
}

/**
 * Forge's limits for a statement (https://developer.atlassian.com/platform/forge/limits-sql/): memory, and milliseconds
 * of a SELECT. The site's SQL endpoint checks the time of writes, and the sizes of requests and answers.
 */
const LIMITS = [
  `SET GLOBAL tidb_mem_quota_query = ${16 * 1024 * 1024}`,
  "SET GLOBAL tidb_mem_oom_action = 'CANCEL'",
  'SET GLOBAL max_execution_time = 5000',
  // So that `statements_summary` keeps all statements of a run.
  'SET GLOBAL tidb_stmt_summary_max_stmt_count = 10000',
  'SET GLOBAL tidb_stmt_summary_refresh_interval = 86400',
];

/** A page's statements are sent at once, and Forge runs them so. */
const CONNECTIONS = 4;

const engines = new MysqlEngines({ name: 'tidb', start: startTidb, connections: CONNECTIONS });

/**
 * A fresh database on this process's own TiDB server, the engine behind Forge SQL, with Forge's limits in force.
 * @throws if `findTidb` finds none
 */
export const tidbEngine = (): Promise<SqlEngine> => engines.open();

async function startTidb(): Promise<DatabaseServer> {
  const path = findTidb();
  if (path === null) throw new Error('TiDB is not built on this machine: `npm run tidb` builds it.');
  const server = await startServer('tidb', async (folder) => {
    const port = await freePort();
    const config = join(folder, 'tidb.toml');
    writeFileSync(config, configuration(folder, port));
    return { path, args: ['-config', config], connection: { host: '127.0.0.1', port, user: 'root' } };
  });
  const { createConnection } = await mysql();
  const admin = await createConnection(server.connection);
  for (const limit of LIMITS) await admin.query(limit);
  await admin.end();
  return server;
}

const configuration = (folder: string, port: number): string => `
store = "unistore"
path = "${join(folder, 'data')}"
host = "127.0.0.1"
port = ${port}
socket = ""
temp-dir = "${join(folder, 'temp')}"

[status]
report-status = false

[log]
level = "error"
slow-query-file = "${join(folder, 'slow.log')}"
[log.file]
filename = "${join(folder, 'tidb.log')}"
`;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
