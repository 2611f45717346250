import { z } from 'zod';
import { AppError } from '../domain/appError';
import { DEFAULT_DROPPED_RESOLUTIONS, droppedResolutions } from '../domain/outcome';
import { discoverFields } from '../jira/fields';
import { allProjects, type JiraProject, siteTimeZone } from '../jira/site';
import type { Reading } from '../jira/toWorkItem';
import { storeProjects } from '../store/projects';
import { readSetting, writeSetting } from '../store/settingStore';

const DISCOVERED = 'discovered';

const discovered = z.object({
  fields: z.object({
    objective: z.string().nullable(),
    estimates: z.array(z.string()),
    sprint: z.string().nullable(),
    // What an older version kept has neither; the next hour finds them.
    flagged: z.string().nullable().default(null),
    team: z.string().nullable().default(null),
  }),
  timeZone: z.string(),
});

/** Asks Jira for the ids of the fields and the time zone of this site, and keeps them. */
export const discoverSite = async (): Promise<Reading> => {
  const found = { fields: await discoverFields(), timeZone: await siteTimeZone() };
  await writeSetting(DISCOVERED, found);
  return readingFrom(found);
};

/** Asks Jira for the projects of this site, and keeps their keys, names and categories. */
export const discoverProjects = async (): Promise<JiraProject[]> => {
  const projects = await allProjects();
  await storeProjects(projects);
  return projects;
};

/** How issues of this site are read. Throws `notReady` before the app has looked at the site for the first time. */
export const siteReading = async (): Promise<Reading> => {
  const kept = await readSetting(DISCOVERED);
  if (kept === undefined) {
    throw new AppError('notReady', 'The app is still being set up on this site. Please come back in a few minutes.');
  }
  return readingFrom(discovered.parse(kept));
};

const readingFrom = (found: z.infer<typeof discovered>): Reading => ({
  ...found,
  dropped: droppedResolutions(DEFAULT_DROPPED_RESOLUTIONS),
});
