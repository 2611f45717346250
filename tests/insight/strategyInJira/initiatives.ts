import { siteSettings } from '../../../src/settings/siteSettings';
import { applySettings } from '../../../src/sync/applySettings';
import type { Issue } from '../../site/jira/jiraSite';
import type { Site } from '../../site/site';
import { makeWorld } from '../../resolvers/world';
import { quiet } from '../../sync/drift/quiet';

const STATES = ['To Do', 'In Progress', 'Done'] as const;

/** How many initiatives the site has. */
export const TWELVE = 12;

/** Twelve initiatives above two epics each, with three stories each; a story beside them. */
export const withInitiatives = (more: (site: Site) => void = () => undefined) =>
  makeWorld((site) => {
    const { jira } = site;
    jira.catalogue.addIssueType('Initiative', 2);
    for (let number = 1; number <= TWELVE; number += 1) {
      const initiative = jira.createIssue({ project: 'WEB', type: 'Initiative', summary: `Aim ${number}` }, null);
      for (const epic of [1, 2].map(() =>
        jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'E', parent: initiative.key }, null),
      )) {
        for (const [at, status] of STATES.entries()) {
          jira.createIssue(
            { project: 'WEB', type: 'Story', summary: 'S', parent: epic.key, status, storyPoints: at * number },
            null,
          );
        }
      }
    }
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'Beside', status: 'In Progress' }, null);
    more(site);
  });

export type InitiativesWorld = Awaited<ReturnType<typeof withInitiatives>>;

export const ofType = ({ jira }: Site, name: string): Issue[] =>
  [...jira.issues.all()].filter(({ type }) => type.name === name);

/** Jira's ids of types of issues and links. */
export const idsNamed = ({ jira }: Site, types: string[], links: string[] = []) => ({
  types: types.map((type) => (jira.catalogue.issueType(type) ?? jira.catalogue.addIssueType(type, 2)).id),
  links: links.map((type) => jira.catalogue.linkTypes.named(type).id),
});

/** An admin names types of issues and links, and all is read again. */
export const nameTypes = async (site: Site, types: string[], links: string[] = []): Promise<void> => {
  const ids = idsNamed(site, types, links);
  await site.runInApp(async () => {
    const before = await siteSettings();
    const objectiveTypes = ids.types.map((id) => ({ id, name: id }));
    const objectiveLinks = ids.links.map((id) => ({ id, name: id }));
    await applySettings(before, { ...before, objectiveTypes, objectiveLinks }, site.clock.now());
  });
  await quiet(site);
};
