import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileResponse } from './files';

/**
 * What a Custom UI page may load when its manifest asks for nothing: its own files, no inline script, no inline style
 * (`style` attributes set by script are not inline styles to a browser), pictures also from data.
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-ancestors 'self'",
  "form-action 'self'",
  "object-src 'none'",
].join('; ');

const BRIDGE = '<script type="module" src="/bridge.js"></script>';

/** Serves the app's built page as Atlassian's packaging does: the bridge comes first in `<head>`, the policy with the page. */
export async function appPage(folder: string, path: string): Promise<Response> {
  if (path !== '/' && path !== '/index.html') return fileResponse(folder, path);
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  return new Response(
    html.replace(/<head>/i, (head) => head + BRIDGE),
    {
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
    },
  );
}
