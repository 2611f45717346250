import type { Site } from '../site';
import { liveDemo, stateStrategy } from './liveDemo';
import { demoPeople } from './people';

/**
 * Tells the app the demo's twelve weeks: the strategy, and the history of that time. Jira's side of it (`buildDemo`) is in the site
 * already, and the app's tables are in its database.
 */
export async function loadDemo(site: Site): Promise<void> {
  const admin = { accountId: demoPeople.admin.accountId };
  await site.runInApp(() => stateStrategy(site.jira), admin);
  site.install();
  await site.settle();
  await site.runInApp(() => liveDemo(site.jira), admin);
  await site.settle();
}
