import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Vite names each file below `assets` by its content. So a browser may keep it, as it does what Atlassian's own servers send. */
const NAMED_BY_CONTENT = /^\/?assets\//;
const KEPT = 'public, max-age=31536000, immutable';

/** A built file below `folder`, or a 404, also for paths that lead out of it. */
export async function fileResponse(folder: string, path: string): Promise<Response> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return new Response('Not found', { status: 404 });
  try {
    const body = await readFile(file);
    const headers = new Headers({ 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    if (NAMED_BY_CONTENT.test(path)) headers.set('cache-control', KEPT);
    return new Response(body, { headers });
  } catch {
    return new Response('Not found', { status: 404 });
  }
}
