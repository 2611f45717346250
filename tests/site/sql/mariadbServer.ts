import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';

export type MariadbServer = { socketPath: string; stop(): Promise<void> };

/** `bufferPoolMB`: how much of its data the server keeps in memory, in MiB; 64 by default. */
export type ServerOptions = { bufferPoolMB?: number };

const STARTS_WITHIN_MS = 30_000;

/** The path of the machine's `mariadbd`, or null where none is installed. */
export function findMariadbd(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/libexec'];
  for (const folder of folders.filter(Boolean)) {
    const path = join(folder, 'mariadbd');
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      continue;
    }
  }
  return null;
}

/**
 * Starts `mariadbd` with TiDB's case-sensitive collation and MySQL's strict mode, on a private socket, with its data in
 * a temporary folder that goes with it.
 */
export async function startMariadb({ bufferPoolMB = 64 }: ServerOptions = {}): Promise<MariadbServer> {
  const program = findMariadbd();
  if (!program) throw new Error('No mariadbd on this machine.');
  const folder = mkdtempSync(join(tmpdir(), 'mariadb-'));
  const data = join(folder, 'data');
  const socketPath = join(folder, 'sock');
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const remove = (): void => rmSync(folder, { recursive: true, force: true });

  mkdirSync(data);
  const child = spawn(
    program,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socketPath}`,
      `--innodb-buffer-pool-size=${bufferPoolMB}M`,
      ...OPTIONS,
      ...asRoot,
    ],
    {
      stdio: 'ignore',
    },
  );
  const stopAtExit = (): void => {
    child.kill('SIGKILL');
    remove();
  };
  process.once('exit', stopAtExit);
  const stop = async (): Promise<void> => {
    process.off('exit', stopAtExit);
    await end(child);
    remove();
  };
  try {
    await answers(child, socketPath);
  } catch (error) {
    await stop();
    throw error;
  }
  return { socketPath, stop };
}

const OPTIONS = [
  '--skip-networking',
  '--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION',
  '--character-set-server=utf8mb4',
  '--collation-server=utf8mb4_bin',
  '--default-time-zone=+00:00',
  // Without grants it needs no system tables, so an empty folder is all it starts from.
  '--skip-grant-tables',
  '--innodb-stats-persistent=OFF',
  // Its data need not outlive it.
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
];

async function answers(child: ChildProcess, socketPath: string): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`mariadbd ended with code ${child.exitCode} instead of starting.`);
    try {
      const connection = await createConnection({ socketPath, user: 'root' });
      await connection.end();
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(50);
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  // Nothing is to be kept, so it need not shut down in order.
  child.kill('SIGKILL');
  await ended;
}
