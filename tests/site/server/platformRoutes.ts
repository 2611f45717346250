import type { Hono } from 'hono';
import { z } from 'zod';
import type { Site } from '../site';
import { sessionOf } from './session';

const place = z.object({ moduleKey: z.string(), extension: z.looseObject({}) });
const call = place.extend({ functionKey: z.string(), payload: z.unknown().optional() });
const panel = z.union([z.object({ issue: z.string() }), z.object({ project: z.string() })]);

/** What the site's pages ask beside Jira's REST API: the app's modules, its resolvers, the panel, the clock. */
export function platformRoutes(server: Hono, site: Site): void {
  const panelIssues = new Set<string>();
  const pinnedProjects = new Set<string>();

  server.get('/site/state', (c) =>
    c.json({
      ...sessionOf(c, site),
      now: site.clock.now(),
      timeZone: site.jira.timeZone,
      users: site.jira.users().map(({ accountId, displayName, jiraAdmin }) => ({ accountId, displayName, jiraAdmin })),
      modules: site.app.pages.map(({ type, key, title, layout }) => ({ type, key, title, layout })),
    }),
  );

  server.post('/site/context', async (c) => {
    const { accountId } = sessionOf(c, site);
    return c.json(site.context({ ...place.parse(await c.req.json()), accountId }));
  });

  server.post('/site/invoke', async (c) => {
    const { functionKey, payload, ...viewed } = call.parse(await c.req.json());
    const { accountId } = sessionOf(c, site);
    try {
      return c.json({ result: await site.invoke(functionKey, payload, { ...viewed, accountId }) });
    } catch (error) {
      site.failures.add(`resolver ${functionKey}`, error);
      return c.json({ message: error instanceof Error ? error.message : String(error) }, 500);
    }
  });

  // The panel shows on issues where its button was clicked, and in projects that pin it.
  server.get('/site/panel/:key', (c) => {
    const issue = site.jira.issues.find(c.req.param('key'));
    const pinned = issue !== undefined && pinnedProjects.has(issue.project.key);
    return c.json({ pinned, shown: pinned || (issue !== undefined && panelIssues.has(issue.id)) });
  });
  server.post('/site/panel', async (c) => {
    const wanted = panel.parse(await c.req.json());
    if ('issue' in wanted) panelIssues.add(site.jira.issue(wanted.issue).id);
    else pinnedProjects.add(site.jira.project(wanted.project).key);
    return c.body(null, 204);
  });
  server.delete('/site/panel', async (c) => {
    const wanted = panel.parse(await c.req.json());
    if ('issue' in wanted) panelIssues.delete(site.jira.issue(wanted.issue).id);
    else pinnedProjects.delete(site.jira.project(wanted.project).key);
    return c.body(null, 204);
  });

  server.post('/site/clock', async (c) => {
    const { ms } = z.object({ ms: z.number().min(0) }).parse(await c.req.json());
    site.clock.advance(ms);
    site.startDue();
    return c.body(null, 204);
  });
}
