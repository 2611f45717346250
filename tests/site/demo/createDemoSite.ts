import { SiteClock } from '../clock';
import { migrated } from '../platform/sql/migrated';
import { savedEngine } from '../platform/sql/savedEngine';
import { type Site, type SiteOptions, createSite } from '../site';
import { buildDemo } from './buildDemo';
import { loadDemo } from './loadDemo';

/**
 * A site with the demo at an instant, in a database in memory. A run of tests plays the demo's weeks once for each instant; further sites
 * begin with the database that came of it, and with the same Jira, which is always the same for an instant.
 */
export const createDemoSite = async (
  now: number,
  options: Omit<SiteOptions, 'clock' | 'engine' | 'jira' | 'load'> = {},
): Promise<Site> => {
  const engine = await savedEngine(`demo-${now}`, async (empty) => {
    const site = await createSite({ ...demoAt(now), engine: await migrated(empty), openapi: false });
    await loadDemo(site);
    // Jobs that are due in some seconds would be lost with this site, and the database says that they were asked for.
    site.clock.advance(SECONDS_MS);
    await site.settle();
  });
  return createSite({ ...options, ...demoAt(now), engine });
};

const SECONDS_MS = 10_000;

const demoAt = (now: number) => ({ clock: new SiteClock(now), load: buildDemo });
