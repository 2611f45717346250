import { userBean } from '../beans';
import { JiraError } from '../errors';
import type { JiraSite } from '../jiraSite';
import { pageOf } from './page';
import type { Routes } from './restApi';

export function userRoutes(api: Routes, site: JiraSite): void {
  api.get('/myself', (c) => {
    const user = site.userOf(c.env.caller);
    if (!user) throw new JiraError(401, ['You are not logged in.']);
    return c.json(userBean(user, site.viewOf(c.env.caller)));
  });

  api.get('/user', (c) => {
    const accountId = c.req.query('accountId') ?? '';
    const user = site.user(accountId);
    if (!user) throw new JiraError(404, [`Specified user does not exist or you do not have required permissions`]);
    return c.json(userBean(user, site.viewOf(c.env.caller)));
  });

  api.get('/user/bulk', (c) => {
    const wanted = c.req.queries('accountId') ?? [];
    if (wanted.length === 0) throw new JiraError(400, ['At least one accountId is required.']);
    const view = site.viewOf(c.env.caller);
    const found = [...new Set(wanted)].flatMap((accountId) => site.user(accountId) ?? []);
    const users = found.map((user) => userBean(user, view));
    return c.json(pageOf(users, c.req.url, (name) => c.req.query(name), 10));
  });
}
