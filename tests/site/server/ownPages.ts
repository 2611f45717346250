import type { MiddlewareHandler } from 'hono';

/**
 * Answers the site's own pages only: a page of another site in the same browser could otherwise read an export that is loaded, or change
 * it. By `Host`, because a name of its own may lead there (DNS rebinding); by `Origin`, which browsers send with whatever changes
 * something; by `Content-Type`, because a form needs no permission to send another; and no other page may embed an answer.
 */
export const ownPages =
  (baseUrl: string): MiddlewareHandler =>
  async (c, next) => {
    const { host, origin } = new URL(baseUrl);
    if (new URL(c.req.url).host !== host) return c.json({ message: `This is ${baseUrl}.` }, 421);
    const from = c.req.header('origin') ?? origin;
    if (from !== origin) return c.json({ message: `Pages of ${from} may not ask this site.` }, 403);
    const hasBody = !['GET', 'HEAD'].includes(c.req.method) && c.req.raw.body !== null;
    if (hasBody && !/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
      return c.json({ message: 'Send JSON, with the header Content-Type: application/json.' }, 415);
    await next();
    c.header('cross-origin-resource-policy', 'same-origin');
    c.header('x-content-type-options', 'nosniff');
  };
