import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { asDay } from '../../domain/days';
import { SiteClock } from '../clock';
import { migrated } from '../platform/sql/migrated';
import { createSite, type Site } from '../site';
import { rewindSite } from '../start/rewindSite';
import { loadExport } from './loadExport';

const path = (name: string): string => resolve('../shared/data', name);

/** Whether the real export is on this machine. */
export const HAS_REAL_EXPORT = existsSync(path('titanium-small.csv'));

/** A site with the real export and its strategy, as of the end of its last day, before the app is installed. */
export const realExport = async (): Promise<Site> => {
  const asOf = asDay('2021-11-30');
  const site = await createSite({
    engine: await migrated(),
    clock: new SiteClock((asOf * 24 + 23) * 3_600_000),
    openapi: false,
  });
  await loadExport(site, { data: [path('titanium-small.csv')], objectives: path('titanium-small-objectives.csv') });
  rewindSite(site.jira, asOf);
  return site;
};
