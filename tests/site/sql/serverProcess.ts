import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ConnectionOptions, createConnection } from 'mysql2/promise';

/** A database server that this process started: how to reach it as its administrator, and how to end it. */
export type DatabaseServer = { connection: ConnectionOptions; stop(): Promise<void> };

/** What is to be started. */
export type ServerProgram = { path: string; args: readonly string[]; connection: ConnectionOptions };

const STARTS_WITHIN_MS = 60_000;

/**
 * Starts a database server with its data in a temporary folder. It ends with this process, and its data goes with it.
 * @param prepare is given that folder and says what to run
 * @throws when the server ends, or does not answer within a minute
 */
export async function startServer(
  name: string,
  prepare: (folder: string) => ServerProgram | Promise<ServerProgram>,
): Promise<DatabaseServer> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const { path, args, connection } = await prepare(folder);
  const child = spawn(path, args, { stdio: 'ignore' });
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
    await answers(name, child, connection);
  } catch (error) {
    await stop();
    throw error;
  }
  return { connection, stop };
}

async function answers(name: string, child: ChildProcess, options: ConnectionOptions): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS;
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${name} ended with code ${child.exitCode} instead of starting.`);
    try {
      const connection = await createConnection(options);
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
