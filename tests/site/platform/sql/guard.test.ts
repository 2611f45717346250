import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { findMariadbd } from './engine';
import { onlyWith } from '../../../onlyWith';

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const soon = async (holds: () => boolean): Promise<boolean> => {
  for (let attempt = 0; attempt < 200 && !holds(); attempt += 1) await sleep(50);
  return holds();
};

test('a database server is gone with its data when whoever started it is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guarded-'));
  const note = join(folder, 'pid');
  const server = `require('fs').writeFileSync(${JSON.stringify(note)}, String(process.pid)); setInterval(() => {}, 1000)`;
  const guarded = [join(__dirname, 'guard.mjs'), folder, process.execPath, '-e', server];
  const starter = `require('child_process').spawn(process.execPath, ${JSON.stringify(guarded)}, { stdio: ['pipe', 'ignore', 'ignore'] })`;
  const child = spawn(process.execPath, ['-e', starter], { stdio: 'ignore' });
  expect(await soon(() => existsSync(note) && readFileSync(note, 'utf8') !== '')).toBe(true);
  const pid = Number(readFileSync(note, 'utf8'));
  expect(isRunning(pid)).toBe(true);

  child.kill('SIGKILL');
  expect(await soon(() => !isRunning(pid) && !existsSync(folder))).toBe(true);
}, 30_000);

onlyWith(findMariadbd())(
  'a process goes on after it stopped its server, though it has nothing else to wait for',
  async () => {
    const script = `
      const { openEngine } = require(${JSON.stringify(join(__dirname, 'engine.ts'))});
      openEngine('mariadb').then((engine) => engine.close()).then(() => console.log('went on'));`;
    const args = ['--require', 'tsx/cjs', '-e', script];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    expect(stdout).toBe('went on\n');
  },
  60_000,
);
