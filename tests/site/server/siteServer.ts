import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { refusedForScope } from '../jira/rest/scopes';
import type { Site } from '../site';
import { appPage } from './appPage';
import { fileResponse } from './files';
import { FROM_APP } from './fromApp';
import { ownPages } from './ownPages';
import { pictureRoutes } from './pictures';
import { platformRoutes } from './platformRoutes';
import { sessionOf, updateSession } from './session';

/** The built pages: Jira's, and the app's. */
const HOST_PAGES = join(process.cwd(), 'tests', 'site', 'dist');
const APP_PAGES = join(process.cwd(), 'static', 'dist');

export type SiteServer = { url: string; close(): Promise<void> };

/** A free port of this machine. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, 'localhost');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('The machine gave no port.');
  return address.port;
}

/** Whether a port of this machine is free. */
export async function isFree(port: number): Promise<boolean> {
  const probe = createServer().listen(port, 'localhost');
  try {
    await once(probe, 'listening');
  } catch {
    return false;
  }
  probe.close();
  await once(probe, 'close');
  return true;
}

/**
 * Serves the site at `site.jira.baseUrl`, an `http://localhost:PORT`: Jira's REST API as the browser's current user,
 * Jira's pages, and the app's page in its frames. The pages must be built (`buildPages`).
 * Rejects when the port is taken.
 */
export async function serveSite(site: Site): Promise<SiteServer> {
  const { hostname, port } = new URL(site.jira.baseUrl);
  const app = siteApp(site);
  const server = serve({ fetch: app.fetch, hostname, port: Number(port) });
  await once(server, 'listening');
  return {
    url: site.jira.baseUrl,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

/** The site's server without a port. */
export function siteApp(site: Site): Hono {
  const server = new Hono();
  server.use('*', ownPages(site.jira.baseUrl));
  pictureRoutes(server, site);
  platformRoutes(server, site);
  server.all('/rest/*', (c) => {
    // The app's pages may do no more than the app.
    const refused = c.req.header(FROM_APP) === undefined ? null : refusedForScope(c.req.raw, site.app.scopes);
    return refused ?? site.jira.fetch(c.req.raw, { kind: 'user', accountId: sessionOf(c, site).accountId });
  });
  server.get('/app/*', (c) => appPage(APP_PAGES, c.req.path.slice('/app'.length)));
  server.get('/assets/*', (c) => fileResponse(HOST_PAGES, c.req.path));
  server.get('/bridge.js', (c) => fileResponse(HOST_PAGES, c.req.path));
  server.get('*', async (c) => {
    const address = updateSession(c, site);
    // The rest of the address is for Jira and the app.
    if (address !== null) return c.redirect(address);
    const { theme } = sessionOf(c, site);
    const html = await readFile(join(HOST_PAGES, 'index.html'), 'utf8');
    return c.html(html.replace('<html', `<html data-color-mode="${theme}"`));
  });
  server.onError((error, c) => {
    site.failures.add(`${c.req.method} ${c.req.path}`, error);
    return c.json({ message: error.message }, 500);
  });
  return server;
}
