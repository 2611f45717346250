import { ADMIN, type BenchSite, READER } from '../bench/site/buildSite';
import type { Site } from '../site/site';
import type { SqlEngine } from '../site/platform/sql/engine';
import { changeStrategy } from './doing/changeStrategy';
import { changeWork } from './doing/changeWork';
import { fail } from './doing/fail';
import { lookAround } from './doing/lookAround';
import { passTime } from './doing/passTime';
import { doRarely, inBatches } from './doing/rare';
import { nameTypes } from './doing/strategyInJira';
import type { World } from './doing/world';

/** Somebody who may not browse one project, so that totals leave it out. */
const NARROW = 'narrow';
/** Keys of small projects: one that comes and goes, and one that an admin leaves out. */
const [GONE, LEFT_OUT] = ['P125', 'P126'];

/** Adds to a site what doing everything needs; called once. */
export const prepare = (site: Site, made: BenchSite): void => {
  site.jira.addUser({ accountId: NARROW, displayName: 'Narrow' });
  site.jira.setPermissions(made.typical.key, NARROW, 'none');
};

/**
 * Everything that the app does on a site, once, with issues and objectives of that site, and lists as long as it ever sends: each
 * call of a page that asks the database, and every job.
 */
export const doEverything = async (site: Site, made: BenchSite, engine: SqlEngine): Promise<void> => {
  const world: World = { site, made, gone: GONE, leftOut: LEFT_OUT };
  for (const who of [READER, NARROW, ADMIN]) await lookAround(world, who);
  for (const who of [NARROW, ADMIN]) await inBatches(() => lookAround(world, who));
  await changeStrategy(world);
  await changeWork(world);
  await fail(world);
  await passTime(world);
  await nameTypes(world);
  await doRarely(world, engine);
};
