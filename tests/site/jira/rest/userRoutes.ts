import { groupName, userBean } from '../beans';
import { JiraError } from '../errors';
import type { JiraData } from '../jiraData';
import { pageOf, wholeNumber } from './page';
import { json, type Routes } from './route';

export function userRoutes(api: Routes, site: JiraData): void {
  api.get('/myself', (c) => {
    const user = site.userOf(c.env.caller);
    if (!user) throw new JiraError(401, ['You are not logged in.']);
    const view = site.viewOf(c.env.caller);
    const expand = (c.req.query('expand') ?? '').split(',');
    if (!expand.includes('groups')) return json(userBean(user, view));
    const items = site.directory.groupsOf(user.accountId).map((group) => groupName(group, view));
    return json({ ...userBean(user, view), groups: { size: items.length, items }, expand: 'groups' });
  });

  api.get('/user', (c) => {
    const accountId = c.req.query('accountId') ?? '';
    const user = site.user(accountId);
    if (!user) throw new JiraError(404, [`Specified user does not exist or you do not have required permissions`]);
    return json(userBean(user, site.viewOf(c.env.caller)));
  });

  api.get('/user/groups', (c) => {
    const user = site.user(c.req.query('accountId') ?? '');
    if (!user) throw new JiraError(404, [`Specified user does not exist or you do not have required permissions`]);
    const view = site.viewOf(c.env.caller);
    return json(site.directory.groupsOf(user.accountId).map((group) => groupName(group, view)));
  });

  api.get('/user/search', (c) => {
    const [query, accountId] = [c.req.query('query'), c.req.query('accountId')];
    if (query === undefined && accountId === undefined) {
      throw new JiraError(400, ['One of query, accountId or property is required.']);
    }
    const startAt = wholeNumber(c.req.query('startAt'), 'startAt', 0);
    const maxResults = Math.min(wholeNumber(c.req.query('maxResults'), 'maxResults', 50), 1000);
    const view = site.viewOf(c.env.caller);
    const found = site.directory
      .search(query ?? '')
      .filter((user) => accountId === undefined || user.accountId === accountId);
    return json(found.slice(startAt, startAt + maxResults).map((user) => userBean(user, view)));
  });

  api.get('/user/bulk', (c) => {
    const wanted = c.req.queries('accountId') ?? [];
    if (wanted.length === 0) throw new JiraError(400, ['At least one accountId is required.']);
    const view = site.viewOf(c.env.caller);
    const found = [...new Set(wanted)].flatMap((accountId) => site.user(accountId) ?? []);
    const users = found.map((user) => userBean(user, view));
    return json(pageOf(users, c.req.url, (name) => c.req.query(name), 10));
  });
}
