import { SiteClock } from '../site/clock';
import { createSite, type Site } from '../site/site';
import { embeddedEngine } from '../site/sql/engine';
import { crashingEngine } from './crashingEngine';
import { heldFigures, quiet, rightFigures } from './drift';

jest.setTimeout(300_000);
// Resolvers log each crash, as they should.
beforeEach(() => jest.spyOn(console, 'error').mockReturnValue());

const NOW = Date.UTC(2026, 4, 18, 12);
const FIELD = 'strategic-objective';
const tagged = (key: string | null) => ({ appValues: { [FIELD]: key === null ? null : { key, name: key } } });
const ANN = { kind: 'user', accountId: 'ann' } as const;

const makeSite = async () => {
  const engine = crashingEngine(embeddedEngine());
  const site = await createSite({ clock: new SiteClock(NOW), engine, openapi: false });
  const { jira } = site;
  jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  jira.addProject({ key: 'WEB', name: 'Web' });
  jira.addProject({ key: 'POS', name: 'Tills' });
  const create = (project: string, type: string, changes = {}) =>
    jira.createIssue({ project, type, summary: 'S', ...changes }, null);
  create('WEB', 'Epic', tagged('OBJ-1'));
  create('WEB', 'Epic');
  create('WEB', 'Story', { parent: 'WEB-1', storyPoints: 3 });
  create('POS', 'Story', { parent: 'WEB-1' });
  create('POS', 'Bug', tagged('RUN'));
  create('WEB', 'Story', { parent: 'WEB-2', status: 'Done' });
  return { site, engine };
};

/** What people do, and what the app does meanwhile. A step that fails is gone through as the platform would: the next goes on. */
const scenario = async (site: Site): Promise<void> => {
  const { jira } = site;
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
    } catch {
      // The platform logs it; the site has told it once and forgotten it.
    }
  };
  const later = () =>
    attempt(async () => {
      await site.settle();
      site.clock.advance(10_000);
      await site.settle();
    });
  site.install();
  await later();
  jira.editIssue('WEB-1', tagged('OBJ-2'), ANN);
  jira.editIssue('WEB-3', { parent: 'WEB-2' }, ANN);
  await later();
  const { id, project } = jira.issue('WEB-2');
  const viewer = {
    accountId: 'ann',
    moduleKey: 'alignment-panel',
    extension: { issue: { id }, project: { id: project.id } },
  };
  await attempt(() => site.invoke('linkIssues', { issueIds: [id], to: { kind: 'run' } }, viewer));
  jira.deleteIssue('WEB-1', ANN);
  jira.moveIssue('POS-2', 'WEB', ANN);
  jira.createIssue({ project: 'POS', type: 'Task', summary: 'T', assignee: 'ann', ...tagged('OBJ-3') }, ANN);
  await later();
};

/** Plays the scenario with a crash at a statement. Returns how many statements there were. */
const playWithCrash = async (at: number, when: 'before' | 'after'): Promise<number> => {
  const { site, engine } = await makeSite();
  engine.arm(at, when);
  await scenario(site);
  const { count } = engine;
  engine.arm(0, 'before');
  await quiet(site);
  expect({ at, when, figures: await heldFigures(site) }).toEqual({ at, when, figures: rightFigures(site) });
  await site.close();
  return count;
};

test('wherever a function is ended, the figures come right by themselves', async () => {
  const statements = await playWithCrash(0, 'before');
  expect(statements).toBeGreaterThan(50);
  for (let at = 1; at <= statements; at += 1) {
    await playWithCrash(at, 'before');
    await playWithCrash(at, 'after');
  }
});
