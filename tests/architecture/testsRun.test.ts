import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

jest.setTimeout(60_000);

test('no test is left out: each file of tests is of a project that `npm test` runs', () => {
  const jestProgram = 'node_modules/jest/bin/jest.js';
  const run = new Set(execFileSync(process.execPath, [jestProgram, '--listTests'], { encoding: 'utf8' }).split('\n'));
  const files = readdirSync('tests', { recursive: true, encoding: 'utf8' }).filter(
    (path) => /\.test\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(files.filter((path) => !run.has(resolve('tests', path)))).toEqual([]);
});
