import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileResponse } from './files';

describe('the files of built pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  beforeAll(() => {
    mkdirSync(join(folder, 'assets'));
    for (const path of ['index.html', 'assets/index-1a2b.js']) writeFileSync(join(folder, path), '');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('a browser may keep those that are named by their content, and no others', async () => {
    const kept = async (path: string) => (await fileResponse(folder, path)).headers.get('cache-control');
    expect(await kept('/assets/index-1a2b.js')).toContain('immutable');
    expect(await kept('/index.html')).toBeNull();
  });

  test('nothing outside their folder is served', async () => {
    expect((await fileResponse(join(folder, 'assets'), '/../index.html')).status).toBe(404);
  });
});
