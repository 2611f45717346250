import { createDemoSite } from '../site/demo/createDemoSite';
import { demoPeople } from '../site/demo/people';
import { realExport } from '../site/load/realExport';
import type { Site } from '../site/site';

/** Noon of a Monday: the demo's today. */
export const NOW = Date.UTC(2026, 4, 18, 12);

/** A site in step with the app. `people`: account ids of a Jira admin, and of two who see less, each another part of it */
type PeopledSite = { site: Site; admin: string; people: string[] };

export const demoSite = async (): Promise<PeopledSite> => {
  const site = await createDemoSite(NOW, { openapi: false });
  const people = [demoPeople.admin, demoPeople.engineer, demoPeople.contractor].map(({ accountId }) => accountId);
  return { site, admin: demoPeople.admin.accountId, people };
};

/** Of the real export, which must be on this machine. */
export const exportSite = async (): Promise<PeopledSite> => {
  const site = await realExport();
  const people = ['admin', 'some', 'all'];
  for (const person of people) {
    site.jira.addUser({ accountId: person, displayName: person, jiraAdmin: person === 'admin' });
  }
  site.jira.setPermissions('MOD', 'some', 'none');
  site.install();
  await site.settle();
  return { site, admin: 'admin', people };
};

/** A person links work of each project that is in progress or was done before today: much at once, and late. */
export const retagSome = async (site: Site, accountId: string): Promise<void> => {
  const begun = [...site.jira.issues.all()].filter(
    ({ status, type }) => status.category !== 'new' && type.hierarchyLevel === 0,
  );
  for (const [at, { id }] of begun.entries()) {
    if (at % 3 > 0) continue;
    const key = at % 4 === 0 ? 'RUN' : 'OBJ-2';
    site.jira.editIssue(id, { appValues: { 'strategic-objective': { key, name: '' } } }, { kind: 'user', accountId });
  }
  await site.settle();
  // The drain that the events ask for begins seconds later.
  site.clock.advance(10_000);
  await site.settle();
};
