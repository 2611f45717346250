import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Site } from '../site';

type Theme = 'light' | 'dark';

/** This browser's viewer and theme. `?user=ACCOUNTID` and `?theme=dark` in an address change them, for good. */
export type Session = { accountId: string; theme: Theme };

const theme = (value: string | undefined): Theme => (value === 'dark' ? 'dark' : 'light');

/** A request's session; default: the site's first user, in light. */
export function sessionOf(c: Context, site: Site): Session {
  const users = site.jira.users();
  const accountId = getCookie(c, 'account');
  const known = users.find((user) => user.accountId === accountId) ?? users[0];
  return { accountId: known?.accountId ?? '', theme: theme(getCookie(c, 'theme')) };
}

/** Updates the session from a page's address. Returns the address without those parameters; `null`: it has none. */
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
