import type { JiraSite } from '../site/jira/jiraSite';
import type { SqlEngine } from '../site/platform/sql/engine';
import { expectSame } from './drift/compare';
import { siteSettings } from '../../src/settings/siteSettings';
import { applySettings } from '../../src/sync/applySettings';
import { decidedFigures } from './drift/decidedFigures';
import { heldFigures } from './drift/figures';
import type { Holdings } from './drift/holdings';
import { sameAsRebuilt } from './drift/play';
import { quiet } from './drift/quiet';
import { addToScore } from './drift/score';
import { ANN, closeDatabases, makeWorld, openDatabases, tagged, type World } from './drift/world';

/** A statement at which a function is ended, counted from 1: before it is done, or after it is done but not answered. */
export type CrashPoint = { at: number; when: 'before' | 'after' };

/** Two projects with epics, stories and a sub-task. */
const makeIssues = (jira: JiraSite): void => {
  const create = (project: string, type: string, changes = {}) =>
    jira.createIssue({ project, type, summary: 'S', ...changes }, null);
  create('WEB', 'Epic', tagged('OBJ-1'));
  create('WEB', 'Epic');
  create('WEB', 'Story', { parent: 'WEB-1', storyPoints: 3 });
  create('POS', 'Story', { parent: 'WEB-1', assignee: 'bob', components: ['Cart'] });
  create('POS', 'Bug', tagged('RUN'));
  create('WEB', 'Story', { parent: 'WEB-2', status: 'Done', team: 'Blue' });
  create('WEB', 'Sub-task', { parent: 'WEB-3' });
};

/** What fails is gone through as the platform would: the next thing happens. */
const attempt = (work: () => Promise<unknown>): Promise<unknown> => work().catch(() => undefined);

const later = async ({ site }: World): Promise<void> => {
  await attempt(() => site.settle());
  site.clock.advance(10_000);
  await attempt(() => site.settle());
};

const INSTALLATION = 'the app is being installed';

/** What people do, and the app meanwhile. All but the installation start from a copy of one installed database. */
export const SCENARIOS = {
  [INSTALLATION]: later,

  'people edit and link': async (world) => {
    const { site, jira } = world;
    jira.editIssue('WEB-1', tagged('OBJ-2'), ANN);
    jira.editIssue('WEB-3', { parent: 'WEB-2', status: 'In Progress', assignee: 'ann' }, ANN);
    await later(world);

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
    await later(world);
  },

  'issues vanish, move and change their type': async (world) => {
    const { site, jira } = world;
    jira.deleteIssue('WEB-1', ANN);
    jira.moveIssue('WEB-3', 'POS', ANN);
    jira.editIssue('POS-2', { type: 'Epic' }, ANN);
    jira.createIssue({ project: 'POS', type: 'Task', summary: 'T', assignee: 'ann', ...tagged('OBJ-3') }, ANN);
    await later(world);
    await attempt(() => site.schedule('hour'));
    await later(world);
  },

  'a project gets another key, another cannot be browsed for a while, and the day turns': async (world) => {
    const { site, jira } = world;
    jira.changeProjectKey('POS', 'TILL');
    jira.setPermissions('WEB', jira.appUser.accountId, 'none');
    await attempt(() => site.schedule('day'));
    await later(world);
    jira.setPermissions('WEB', jira.appUser.accountId, 'admin');
    await attempt(() => site.schedule('hour'));
    await later(world);
  },

  'an admin makes objectives of epics, and of what links join to them their work': async (world) => {
    const { site, jira } = world;
    const objectiveTypes = [jira.issue('WEB-1').type];
    const objectiveLinks = [jira.catalogue.linkTypes.named('Contributes')];
    await attempt(() =>
      site.runInApp(async () => {
        const before = await siteSettings();
        await applySettings(before, { ...before, objectiveTypes, objectiveLinks }, site.clock.now());
      }),
    );
    jira.links.link('Contributes', 'POS-2', 'WEB-2');
    jira.editIssue('POS-2', tagged(null), ANN);
    await attempt(() => site.schedule('fiveMinute'));
    await later(world);
    site.clock.advance(20 * 60_000);
    await attempt(() => site.schedule('fiveMinute'));
    await later(world);
    jira.links.link('Contributes', 'WEB-1', 'POS-2');
    jira.editIssue('WEB-2', { type: 'Story' }, ANN);
    await later(world);
  },
} satisfies Record<string, (world: World) => Promise<void>>;
export type ScenarioName = keyof typeof SCENARIOS;

/** The scenarios on one engine, each to be played as often as it has crash points. */
export type CrashScenarios = {
  /** Plays one, with a crash or without. Answers how many statements there were. Throws where the app then holds anything else than it should. */
  play(name: ScenarioName, crash?: CrashPoint): Promise<number>;
  close(): Promise<void>;
};

export const openScenarios = async (open: () => Promise<SqlEngine> | SqlEngine): Promise<CrashScenarios> => {
  const databases = await openDatabases(open, makeIssues);
  const engine = databases.fresh.name;
  /** A scenario ends at few different sites, wherever a function was ended. */
  const rebuilds = new Map<string, Holdings>();

  const play = async (name: ScenarioName, crash?: CrashPoint): Promise<number> => {
    const isInstalled = name !== INSTALLATION;
    const world = await makeWorld(databases, isInstalled);
    const { site, jira } = world;
    // An installed app has read these issues: no event tells of them.
    if (isInstalled) site.faults.deliveries = () => [];
    makeIssues(jira);
    site.faults.deliveries = () => [0];
    site.faults.atStatement(crash?.at ?? Infinity, { when: crash?.when ?? 'before', what: 'functionEnds' });
    await SCENARIOS[name](world);
    const { statements } = site.faults;
    try {
      await quiet(site);
      expectSame('the rules say', await heldFigures(site), await decidedFigures(site));
      await sameAsRebuilt(world, databases, rebuilds);
    } catch (error) {
      addToScore({ engine, drifted: 1 });
      const where = crash === undefined ? 'Without a crash' : `Crashed ${crash.when} statement ${crash.at}`;
      throw new Error(`${where} while ${name}.`, { cause: error });
    }
    if (crash !== undefined) addToScore({ engine, crashPoints: 1 });
    return statements;
  };
  return { play, close: () => closeDatabases(databases) };
};
