import { ADMIN, READER } from '../../bench/site/buildSite';
import { call, DAY_MS, fiveMinutes, MINUTE_MS, SETTINGS, settle, type World } from './world';

const SOMEONE = { kind: 'user', accountId: READER } as const;

/** What comes by itself, up to the next day. */
export const passTime = async (world: World): Promise<void> => {
  await changeConfiguration(world);
  await loseProject(world);
  await leaveOut(world, [world.leftOut]);
  await losePeople(world);
  const { life } = world.site.jira;
  life.archiving = { bulkfetch: true, event: false, updated: false };
  life.archiveIssue(`${world.made.largest.key}-${Math.ceil(world.made.largest.size / 3)}`);
  await world.site.schedule('hour');
  await settle(world);
  world.site.clock.advance(DAY_MS);
  for (const interval of ['fiveMinute', 'day', 'hour', 'fiveMinute'] as const) {
    await world.site.schedule(interval);
    await settle(world);
  }
  await leaveOut(world, []);
};

/** An admin gives a type another level: a walk through all work items counts its issues again. `doRarely` sends what the walk sends. */
const changeConfiguration = async (world: World): Promise<void> => {
  const { catalogue } = world.site.jira;
  catalogue.addIssueType('Initiative', 3);
  await world.site.schedule('hour');
  await fiveMinutes(world);
};

/** Somebody closes their account, somebody else changes their name, and the app hears of both by the hour. */
const losePeople = async (world: World): Promise<void> => {
  const { jira, clock } = world.site;
  const [closed, renamed] = ['closed', 'renamed'];
  for (const assignee of [closed, renamed]) {
    jira.addUser({ accountId: assignee, displayName: 'Somebody' });
    for (let made = 0; made < 2; made += 1)
      jira.createIssue({ project: world.made.largest.key, type: 'Story', summary: 'S', assignee }, SOMEONE);
  }
  await settle(world);
  clock.advance(MINUTE_MS);
  jira.directory.close(closed, clock.now());
  jira.directory.rename(renamed, 'Another name', clock.now());
  await world.site.schedule('hour');
  await settle(world);
};

/** A project is archived and restored, and Jira's limits hold back the reading of it. */
const loseProject = async (world: World): Promise<void> => {
  const { site, gone } = world;
  const { life, rates } = site.jira;
  life.archiveProject(gone);
  await settle(world);
  await fiveMinutes(world);
  const { quota } = rates;
  rates.quota = { points: 65_000, own: false };
  rates.points = 0.85 * rates.quota.points;
  life.restoreProject(gone);
  await settle(world);
  await fiveMinutes(world);
  await call(world, ADMIN, SETTINGS, 'operations', {});
  rates.quota = quota;
  site.clock.advance(60 * MINUTE_MS);
  await site.schedule('hour');
  for (let round = 0; round < 3; round += 1) await fiveMinutes(world);
};

const leaveOut = async (world: World, keys: readonly string[]): Promise<void> => {
  const settings = await call(world, ADMIN, SETTINGS, 'settings', {});
  const { projects } = await call(world, ADMIN, SETTINGS, 'settingChoices', {});
  const excludedProjects = projects.filter(({ key }) => keys.includes(key));
  if (excludedProjects.length < keys.length) throw new Error('There is no such project to leave out.');
  await call(world, ADMIN, SETTINGS, 'saveSettings', { ...settings, excludedProjects });
  for (let round = 0; round < 4; round += 1) await fiveMinutes(world);
};
