import { typeBean } from '../beans';
import { fieldBean } from '../fields';
import type { JiraSite } from '../jiraSite';
import { jiraTimestamp } from '../time';
import { withObjects } from './objects';
import type { Routes } from './restApi';

export function siteRoutes(api: Routes, site: JiraSite): void {
  api.get('/serverInfo', (c) =>
    c.json({
      baseUrl: site.baseUrl,
      version: '1001.0.0-SNAPSHOT',
      versionNumbers: [1001, 0, 0],
      deploymentType: 'Cloud',
      serverTime: jiraTimestamp(site.clock.now(), site.timeZone),
      serverTimeZone: site.timeZone,
      serverTitle: 'Jira',
    }),
  );

  api.get('/field', (c) => withObjects(c.json(site.fields.map(fieldBean)), site.fields.length));

  api.get('/issuetype', (c) => {
    const view = site.viewOf(c.env.caller);
    return c.json(site.catalogue.issueTypes().map((type) => typeBean(type, view)));
  });
}
