import type { SqlEngine } from '../site/platform/sql/engine';
import { expectSame } from './drift/compare';
import { heldFigures, rightFigures } from './drift/figures';
import type { Holdings } from './drift/holdings';
import { sameAsRebuilt } from './drift/play';
import { quiet } from './drift/quiet';
import { addToScore } from './drift/score';
import { ANN, closeDatabases, type Databases, makeWorld, openDatabases, tagged, type World } from './drift/world';

/** When a function is ended: before a statement is done, or after it is done but not answered. */
type When = 'before' | 'after';

/** A site with two projects, epics, stories and a sub-task, on which the app is just being installed. */
const makeSite = async (databases: Databases): Promise<World> => {
  const world = await makeWorld(databases, false);
  const create = (project: string, type: string, changes = {}) =>
    world.jira.createIssue({ project, type, summary: 'S', ...changes }, null);
  create('WEB', 'Epic', tagged('OBJ-1'));
  create('WEB', 'Epic');
  create('WEB', 'Story', { parent: 'WEB-1', storyPoints: 3 });
  create('POS', 'Story', { parent: 'WEB-1', assignee: 'bob', components: ['Cart'] });
  create('POS', 'Bug', tagged('RUN'));
  create('WEB', 'Story', { parent: 'WEB-2', status: 'Done', team: 'Blue' });
  create('WEB', 'Sub-task', { parent: 'WEB-3' });
  return world;
};

/** What people do, and the app meanwhile. What fails is gone through as the platform would: the next thing happens. */
const scenario = async ({ site, jira }: World): Promise<void> => {
  const attempt = (work: () => Promise<unknown>) => work().catch(() => undefined);
  const later = async () => {
    await attempt(() => site.settle());
    site.clock.advance(10_000);
    await attempt(() => site.settle());
  };
  await later();
  jira.editIssue('WEB-1', tagged('OBJ-2'), ANN);
  jira.editIssue('WEB-3', { parent: 'WEB-2', status: 'In Progress', assignee: 'ann' }, ANN);
  await later();

  const { id, project } = jira.issue('WEB-2');
  const extension = { issue: { id }, project: { id: project.id } };
  const viewer = { accountId: 'ann', moduleKey: 'alignment-panel', extension };
  await attempt(() => site.invoke('linkIssues', { issueIds: [id], to: { kind: 'run' } }, viewer));
  // An event that is lost, and what the panel then finds: nobody edits what the app writes in the very same millisecond.
  site.clock.advance(1);
  site.faults.deliveries = () => [];
  jira.editIssue('WEB-2', tagged('OBJ-4'), ANN);
  await attempt(() => site.invoke('issueAlignment', { measure: 'items', behind: true }, viewer));
  jira.editIssue('POS-1', { storyPoints: 5 }, ANN);
  site.faults.deliveries = () => [0];

  jira.deleteIssue('WEB-1', ANN);
  jira.moveIssue('WEB-3', 'POS', ANN);
  jira.editIssue('POS-2', { type: 'Epic' }, ANN);
  jira.createIssue({ project: 'POS', type: 'Task', summary: 'T', assignee: 'ann', ...tagged('OBJ-3') }, ANN);
  await later();
  await attempt(() => site.schedule('hour'));
  await later();
  jira.changeProjectKey('POS', 'TILL');
  jira.setPermissions('WEB', jira.appUser.accountId, 'none');
  await attempt(() => site.schedule('day'));
  await later();
  jira.setPermissions('WEB', jira.appUser.accountId, 'admin');
};

/** The scenario on one engine, to be played as often as there are crash points. */
export type CrashScenario = {
  /**
   * Plays it with a crash at a statement, counted from 1; Infinity for none. Answers how many statements there were. Throws where the
   * app then holds anything else than it should.
   */
  playWithCrash(at: number, when: When): Promise<number>;
  close(): Promise<void>;
};

export const openScenario = async (open: () => Promise<SqlEngine> | SqlEngine): Promise<CrashScenario> => {
  const databases = await openDatabases(open);
  const engine = databases.fresh.name;
  /** The scenario ends at few different sites, wherever a function was ended. */
  const rebuilds = new Map<string, Holdings>();

  const playWithCrash = async (at: number, when: When): Promise<number> => {
    const world = await makeSite(databases);
    const { site } = world;
    site.faults.atStatement(at, { when, what: 'functionEnds' });
    await scenario(world);
    const { statements } = site.faults;
    try {
      await quiet(site);
      expectSame('the rules say', await heldFigures(site), rightFigures(site));
      await sameAsRebuilt(world, databases, rebuilds);
    } catch (error) {
      addToScore({ engine, drifted: 1 });
      throw new Error(`Crashed ${when} statement ${at}.`, { cause: error });
    }
    if (at !== Infinity) addToScore({ engine, crashPoints: 1 });
    return statements;
  };
  return { playWithCrash, close: () => closeDatabases(databases) };
};
