import { readSetting, writeSetting } from '../../../src/store/runs/settingStore';
import { DROPPED } from '../../../src/settings/droppedDecisions';
import { SETTINGS } from '../../../src/settings/siteSettings';
import { SiteClock } from '../../site/clock';
import type { JiraSite } from '../../site/jira/jiraSite';
import { createSite, type Site } from '../../site/site';
import { SqlError, type SqlEngine } from '../../site/platform/sql/engine';
import { type ReusedEngine, reusedEngine } from '../../site/platform/sql/reusedEngine';

const START = Date.UTC(2026, 4, 18, 10);
/** Issue types, from the highest level to the lowest, before an admin changes any. */
export const TYPES = ['Initiative', 'Epic', 'Story', 'Bug', 'Sub-task'] as const;
const FIELD = 'strategic-objective';

export const ANN = { kind: 'user', accountId: 'ann' } as const;

/** The strategic-objective field with a tag. */
export const tagged = (key: string | null) => ({ appValues: { [FIELD]: key === null ? null : { key, name: key } } });

/** The world of a history: the site, which is the truth, and the app that follows it. */
export type World = {
  site: Site;
  jira: JiraSite;
  /** the app's database */
  engine: SqlEngine;
  /** How many turns of the event loop a statement waits, so that functions that run at once overtake each other. */
  slowness: () => number;
  /** Whether the database refuses a statement, as if it took too much memory. */
  refuses: (query: string) => boolean;
  /** Records what happened, for whoever reads a failed history. */
  tell: (what: string) => void;
  told: readonly string[];
};

/** The databases of histories, used one after the other. */
export type Databases = {
  /** with the app just installed, and in step with the site */
  installed: ReusedEngine;
  /** before the app is installed */
  fresh: ReusedEngine;
  /** before the app is installed, for rebuilds */
  rebuilt: ReusedEngine;
};

/** `fill`: what the site holds on which the app is installed; default: no issues */
export const openDatabases = async (
  open: () => Promise<SqlEngine> | SqlEngine,
  fill: (jira: JiraSite) => void = () => undefined,
): Promise<Databases> => {
  const install = async (engine: SqlEngine): Promise<void> => {
    const site = await emptySite(engine);
    fill(site.jira);
    site.install();
    await site.settle();
    await site.schedule('fiveMinute');
  };
  return {
    installed: await reusedEngine(await open(), install),
    fresh: await reusedEngine(await open()),
    rebuilt: await reusedEngine(await open()),
  };
};

export const closeDatabases = async (databases: Databases): Promise<void> => {
  for (const engine of Object.values(databases)) await engine.close();
};

/** A world with two projects. The app is installed and has read them empty, or is being installed. */
export const makeWorld = async (databases: Databases, isInstalled: boolean): Promise<World> => {
  const engine = isInstalled ? databases.installed : databases.fresh;
  await engine.restore();
  const site = await emptySite({
    ...engine,
    execute: async (query, params) => {
      await waitTurns(world.slowness());
      if (world.refuses(query)) throw new SqlError('Out Of Memory Quota!', 'ER_UNKNOWN_ERROR', 8175, 'HY000');
      return engine.execute(query, params);
    },
  });
  if (!isInstalled) site.install();
  const told: string[] = [];
  const world: World = {
    site,
    jira: site.jira,
    engine,
    slowness: () => 0,
    refuses: () => false,
    told,
    tell: (what) => void told.push(what),
  };
  return world;
};

/** Yields to others that run at once. */
export const waitTurns = async (turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
};

/** Another installation of the app, which reads the site from the start. Returns its database. */
export const rebuild = async ({ site }: World, { rebuilt }: Databases): Promise<SqlEngine> => {
  await rebuilt.restore();
  const other = await createSite({ clock: site.clock, jira: site.jira, engine: rebuilt, openapi: false });
  for (const name of [SETTINGS, DROPPED]) {
    const decided = await site.runInApp(() => readSetting(name));
    if (decided !== undefined) await other.runInApp(() => writeSetting(name, decided));
  }
  other.install();
  await other.settle();
  return rebuilt;
};

const emptySite = async (engine: SqlEngine): Promise<Site> => {
  const site = await createSite({ clock: new SiteClock(START), engine, openapi: false });
  const { jira } = site;
  for (const accountId of ['ann', 'bob']) jira.addUser({ accountId, displayName: accountId });
  jira.catalogue.addIssueType('Initiative', 2);
  jira.catalogue.addStatus('Cancelled', 'done');
  for (const key of ['WEB', 'POS']) jira.addProject({ key, name: key, everyone: 'admin' });
  return site;
};
