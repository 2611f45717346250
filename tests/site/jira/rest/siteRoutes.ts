import { linkTypeBean, namedBean, statusBean, typeBean } from '../beans';
import { fieldBean } from '../fields';
import type { JiraData } from '../jiraData';
import { jiraTimestamp } from '../time';
import type { Caller } from '../model';
import { withObjects } from './objects';
import { pageOf } from './page';
import { json, type Routes } from './route';

export function siteRoutes(api: Routes, site: JiraData): void {
  /**
   * Whether statuses and types are shown: to those who may browse a project that has them, and here every project has
   * all.
   */
  const maySee = (caller: Caller): boolean =>
    site.projects().some((project) => site.access.may(caller, 'BROWSE_PROJECTS', project));

  api.get('/serverInfo', () =>
    json({
      baseUrl: site.baseUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      serverTime: jiraTimestamp(site.clock.now(), site.timeZone),
      serverTimeZone: site.timeZone,
      serverTitle: 'Jira',
    }),
  );

  api.get('/field', () => withObjects(json(site.fields.map(fieldBean)), site.fields.length));

  api.get('/issuetype', (c) => {
    const view = site.viewOf(c.env.caller);
    const types = maySee(c.env.caller) ? site.catalogue.issueTypes() : [];
    return withObjects(json(types.map((type) => typeBean(type, view))), types.length);
  });

  api.get('/issueLinkType', (c) => {
    const view = site.viewOf(c.env.caller);
    const issueLinkTypes = site.catalogue.linkTypes.all().map((type) => linkTypeBean(type, view));
    return withObjects(json({ issueLinkTypes }), issueLinkTypes.length);
  });

  api.get('/status', (c) => {
    const view = site.viewOf(c.env.caller);
    const statuses = maySee(c.env.caller) ? site.catalogue.statuses() : [];
    return withObjects(json(statuses.map((status) => statusBean(status, view))), statuses.length);
  });

  api.get('/resolution/search', (c) => {
    const view = site.viewOf(c.env.caller);
    const beans = site.catalogue.resolutions.all().map((one) => ({
      ...namedBean('resolution', one, view),
      description: '',
      default: false,
    }));
    const page = pageOf(beans, c.req.url, (name) => c.req.query(name), 50);
    return withObjects(json(page), page.values.length);
  });
}
