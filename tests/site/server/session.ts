import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Site } from '../site';

type Theme = 'light' | 'dark';

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

/** Takes over what a page's address says of the session. Returns the address without it; `null` where it says nothing. */
export function updateSession(c: Context, site: Site): string | null {
  const { pathname, searchParams } = new URL(c.req.url);
  if (!searchParams.has('user') && !searchParams.has('theme')) return null;
  const before = sessionOf(c, site);
  const wanted = site.jira.user(searchParams.get('user') ?? '');
  const asked = searchParams.get('theme');
  setCookie(c, 'account', wanted?.accountId ?? before.accountId, { path: '/', sameSite: 'Lax' });
  setCookie(c, 'theme', asked === null ? before.theme : theme(asked), { path: '/', sameSite: 'Lax' });
  for (const name of ['user', 'theme']) searchParams.delete(name);
  return searchParams.size > 0 ? `${pathname}?${searchParams.toString()}` : pathname;
}
