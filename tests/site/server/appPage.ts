import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileResponse } from './files';

/**
 * The content security policy of a Custom UI page whose manifest asks for nothing: its own files only, no inline script
 * or style (`style` attributes set by script are not inline styles to a browser), pictures also from data.
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

/** Serves the app's built page as Atlassian does: with the bridge first in `<head>`, and the policy. */
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
