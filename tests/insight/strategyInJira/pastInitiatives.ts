import type { NewIssue } from '../../site/jira/model';
import { storedObjectiveIssues } from '../../../src/store/strategy/objectiveIssues';
import { Random } from '../../site/demo/random';
import type { ObjectiveIssues } from '../../site/load/objectiveIssues';
import type { Site } from '../../site/site';
import { DAY_MS, makeWorld, NOW, PEOPLE } from '../../resolvers/world';
import { nameTypes, ofType } from './initiatives';

/** How long ago the oldest issue was created, in days. */
export const OLDEST = 60;

/** Types from the top down, with how many issues there are of each. A program is no objective. */
const LEVELS = [
  ['Initiative', 5],
  ['Program', 4],
  ['Initiative', 10],
  ['Epic', 20],
  ['Story', 70],
  ['Sub-task', 10],
] as const;
const PROJECTS = ['WEB', 'POS', 'SEC'] as const;
const ASSIGNEES = [null, ...PEOPLE] as const;

/** When an issue was created, and when and how it ended, if it did. */
const life = (random: Random): Partial<NewIssue> => {
  const age = random.between(0, OLDEST);
  const created = NOW - age * DAY_MS;
  if (random.chance(0.5)) return { created, status: random.pick(['To Do', 'In Progress']) };
  const resolved = NOW - random.between(0, age) * DAY_MS;
  return { created, resolved, status: 'Done', resolution: random.chance(0.7) ? 'Done' : "Won't Do" };
};

/** Issues of all types with any parents of the types above, in any projects; some links and tags among them. */
const fill = ({ jira }: Site): void => {
  const random = new Random(5);
  jira.addProject({ key: 'POS', name: 'Tills' });
  jira.addProject({ key: 'SEC', name: 'Secret', everyone: 'none' });
  jira.setPermissions('SEC', jira.appUser.accountId, 'admin');
  jira.setPermissions('SEC', 'editor', 'viewer');
  for (const type of ['Initiative', 'Program']) jira.catalogue.addIssueType(type, 2);
  const above: string[] = [];
  for (const [type, count] of LEVELS) {
    const made = Array.from({ length: count }, () => {
      const parent = random.chance(0.8) ? (above[random.between(0, above.length)] ?? null) : null;
      const tag = random.pick([null, null, null, null, null, 'OBJ-1', 'OBJ-4', 'RUN']);
      return jira.createIssue(
        {
          ...{ project: random.pick(PROJECTS), type, summary: 'S', parent, ...life(random) },
          storyPoints: random.pick([null, 1, 2, 5]),
          // The app does not read an initiative's description, and asks for the less: so it has no part of clarity.
          assignee: type === 'Initiative' ? null : random.pick(ASSIGNEES),
          appValues: { 'strategic-objective': tag === null ? null : { key: tag, name: '' } },
        },
        null,
      ).key;
    });
    above.push(...made);
  }
  const initiatives = [...jira.issues.all()].filter(({ type }) => type.name === 'Initiative');
  for (const { id, type } of [...jira.issues.all()])
    if (type.name !== 'Initiative' && random.chance(0.4))
      jira.links.link('Contributes', id, initiatives[random.between(0, initiatives.length - 1)]?.id ?? '');
};

/**
 * A site whose objectives are initiatives of any time, which stand above each other, above work, or are joined to it by
 * links; some of them in a project that few may browse.
 */
export const siteOfInitiatives = async () => {
  const world = await makeWorld(fill);
  await nameTypes(world.site, ['Initiative'], ['Contributes']);
  return world;
};

/** The initiatives of a site as an export tells them, and the keys that the app has for them by their own. */
export const toldByExport = async (site: Site): Promise<{ issues: ObjectiveIssues; keys: Map<string, string> }> => {
  const initiatives = ofType(site, 'Initiative');
  return {
    issues: {
      texts: new Map(
        initiatives.map(({ id, summary }) => [
          Number(id),
          { title: summary, description: null, owner: null, start: null, target: null },
        ]),
      ),
      linked: new Map(
        [...site.jira.issues.all()].map(({ id, links }) => [Number(id), links.map(({ to }) => Number(to))]),
      ),
    },
    keys: new Map((await site.runInApp(storedObjectiveIssues)).map(({ issueKey, key }) => [issueKey, key])),
  };
};
