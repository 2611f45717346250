import type { Site } from '../site';
import { buildDemo } from './buildDemo';
import { liveDemo, stateStrategy } from './liveDemo';
import { demoPeople } from './people';

/**
 * Fills an empty site, whose database has the app's tables, with the demo: people, projects with twelve weeks of work,
 * the strategy, and the app's history of that time.
 */
export async function loadDemo(site: Site): Promise<void> {
  const admin = { accountId: demoPeople.admin.accountId };
  buildDemo(site.jira);
  await site.runInApp(() => stateStrategy(site.jira), admin);
  site.install();
  await site.settle();
  await site.runInApp(() => liveDemo(site.jira), admin);
  await site.settle();
}
