import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConnectionOptions } from 'mysql2/promise';
import { mysql } from './mysql';

/** A database server of this process: how to connect as its administrator, and how to stop it. */
export type DatabaseServer = { connection: ConnectionOptions; stop(): Promise<void> };

export type ServerProgram = { path: string; args: readonly string[]; connection: ConnectionOptions };

const STARTS_WITHIN_MS = 60_000;
/** Ends the server and deletes its data when this process ends. */
const GUARD = join(__dirname, 'guard.mjs');

/**
 * Starts a database server with its data in a temporary folder. Both end with this process.
 * @param prepare gets that folder and says what to run
 * @throws if the server ends, or does not answer within a minute
 */
export async function startServer(
  name: string,
  prepare: (folder: string) => ServerProgram | Promise<ServerProgram>,
): Promise<DatabaseServer> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const { path, args, connection } = await prepare(folder);
  const guard = spawn(process.execPath, [GUARD, folder, path, ...args], { stdio: ['pipe', 'ignore', 'ignore'] });
  // Without this, a process that is done would wait for it.
  guard.unref();
  (guard.stdin as Socket).unref();
  const stop = (): Promise<void> => end(guard);
  try {
    await answers(name, guard, connection);
  } catch (error) {
    await stop();
    throw error;
  }
  return { connection, stop };
}

async function answers(name: string, guard: ChildProcess, options: ConnectionOptions): Promise<void> {
  const until = Date.now() + STARTS_WITHIN_MS;
  const { createConnection } = await mysql();
  for (;;) {
    if (guard.exitCode !== null) throw new Error(`${name} ended with code ${guard.exitCode} instead of starting.`);
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

async function end(guard: ChildProcess): Promise<void> {
  if (guard.exitCode !== null || guard.signalCode !== null) return;
  const ended = new Promise((resolve) => guard.once('exit', resolve));
  // A process with nothing else to do would end here, before what comes after.
  guard.ref();
  guard.stdin?.end();
  await ended;
}
