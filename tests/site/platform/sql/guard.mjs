import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

/**
 * Runs a program with its data in a folder, until it ends or the standard input of this process does; then both are gone. So a database
 * server never outlives whoever started it, however that ended: a process that is killed runs no code of its own any more.
 *
 * node guard.mjs folder program [argument…]
 */
const [folder, program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: 'ignore' });
const finish = (code) => {
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  process.exit(code);
};
child.once('error', () => finish(127));
child.once('exit', (code) => finish(code ?? 0));
// No data is kept, so it need not shut down in order.
process.stdin.resume().once('close', () => child.kill('SIGKILL'));
// Signals to the whole terminal group, such as Ctrl+C, end whoever started this, which is soon enough.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
