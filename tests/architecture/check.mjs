/**
 * Runs every check of `npm run check`, two side by side, and says of each what it found; fails when one does. `--quick` leaves out
 * what takes longest, and looks at the format only of what is staged for a commit.
 */
import { execFileSync, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { delimiter, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const quick = process.argv.includes('--quick');
const path = [resolve(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);

/** What a commit would hold, deleted files left out. */
function staged() {
  const list = execFileSync('git', ['diff', '--cached', '--name-only', '--diff-filter=d', '-z'], { cwd: root });
  return list.toString().split('\0').filter(Boolean);
}

const formatted = quick ? staged() : ['.'];

/** A name, a command and its arguments; the longest first. */
const CHECKS = [
  !quick && ["Forge's lint and bundler", process.execPath, 'tests/platform/check.mjs'],
  ['lint and types', 'oxlint'],
  ['import directions', 'depcruise', 'src', 'static/src', 'tests', '--config', 'tests/architecture/rules.cjs'],
  !quick && ['unused code', 'knip', '--no-progress', '--treat-config-hints-as-errors'],
  formatted.length > 0 && ['format', 'prettier', '--check', '--ignore-unknown', ...formatted],
].filter(Boolean);

/** Runs one check to its end and prints what it said, in one piece. Answers whether all was right. */
function run([name, command, ...args]) {
  const began = performance.now();
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, PATH: path } });
    const said = [];
    child.stdout.on('data', (piece) => said.push(piece));
    child.stderr.on('data', (piece) => said.push(piece));
    child.on('error', ({ message }) => said.push(Buffer.from(`${message}\n`)));
    child.on('close', (code) => {
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      process.stdout.write(`${code === 0 ? 'passed' : 'FAILED'}: ${name} (${seconds} s)\n`);
      if (code !== 0) process.stdout.write(Buffer.concat(said));
      done(code === 0);
    });
  });
}

const waiting = [...CHECKS];
const failed = [];
async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) if (!(await run(check))) failed.push(check[0]);
}
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
