import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const root = process.cwd();

/** The sources and the output of each build. */
const BUILDS = [
  { config: 'static/vite.config.mts', from: ['static'], to: 'static/dist' },
  { config: 'tests/site/pages/vite.config.mts', from: ['tests/site/pages', 'static/vite'], to: 'tests/site/dist' },
];

/** Builds the app's page and Jira's pages if they are missing or older than their sources. */
export async function buildPages(): Promise<void> {
  for (const { config, from, to } of BUILDS) {
    const built = changed(join(root, to, 'index.html'));
    if (built > Math.max(...from.map((folder) => newest(join(root, folder))), changed(join(root, 'package.json')))) {
      continue;
    }
    const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js');
    await promisify(execFile)(process.execPath, [vite, 'build', '--logLevel', 'error', '--config', config], {
      cwd: root,
      // Also when tests build them: React puts the environment's name into the bundle.
      env: { ...process.env, NODE_ENV: 'production' },
    });
  }
}

/** When the file last changed (epoch milliseconds); 0: there is none. */
const changed = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newest(folder: string): number {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== 'dist');
  return Math.max(
    0,
    ...entries.map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : changed(path);
    }),
  );
}
