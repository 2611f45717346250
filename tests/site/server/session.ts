import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Site } from '../site';

export type Theme = 'light' | 'dark';

/** Who looks at the site with this browser. `?user=ACCOUNTID` and `?theme=dark` in an address change it, for good. */
export type Session = { accountId: string; theme: Theme };

const theme = (value: string | undefined): Theme => (value === 'dark' ? 'dark' : 'light');

/** The session of a request; by default the site's first user, in light. */
export function sessionOf(c: Context, site: Site): Session {
  const users = site.jira.users();
  const accountId = getCookie(c, 'account');
  const known = users.find((user) => user.accountId === accountId) ?? users[0];
  return { accountId: known?.accountId ?? '', theme: theme(getCookie(c, 'theme')) };
}

/** Takes over what the page's address says, and answers with the session as it then is. */
export function updateSession(c: Context, site: Site): Session {
  const before = sessionOf(c, site);
  const wanted = site.jira.user(c.req.query('user') ?? '');
  const asked = c.req.query('theme');
  const session = {
    accountId: wanted?.accountId ?? before.accountId,
    theme: asked === undefined ? before.theme : theme(asked),
  };
  setCookie(c, 'account', session.accountId, { path: '/', sameSite: 'Lax' });
  setCookie(c, 'theme', session.theme, { path: '/', sameSite: 'Lax' });
  return session;
}
