import { z } from 'zod';
import { AppError } from '../domain/appError';
import { dayOf } from '../domain/day';
import { DEFAULT_DROPPED_RESOLUTIONS, droppedResolutions } from '../domain/outcome';
import { discoverFields } from '../jira/fields';
import { allProjects, type JiraProject, siteTimeZone } from '../jira/site';
import type { Reading } from '../jira/toWorkItem';
import { storeProjects } from '../store/projects';
import { readSetting, writeSetting } from '../store/settingStore';

const DISCOVERED = 'discovered';

/** What changed in how issues are read: the issues that have one of these fields, or all of them, are to be read again. */
const change = z.object({ at: z.number(), what: z.union([z.literal('everything'), z.array(z.string())]) });

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
  dropped: z.array(z.string()).default([...DEFAULT_DROPPED_RESOLUTIONS]),
  change: change.nullable().default(null),
});

type Discovered = z.infer<typeof discovered>;
export type ReadingChange = z.infer<typeof change>;

/**
 * Asks Jira for the ids of the fields and the time zone of this site, and keeps them. Where issues are read in another way than
 * before, that is kept with them: see `rereadAfterChange`.
 */
export const discoverSite = async (now: number): Promise<Reading> => {
  const kept = await keptReading();
  const found: Discovered = {
    fields: await discoverFields(),
    timeZone: await siteTimeZone(),
    dropped: [...DEFAULT_DROPPED_RESOLUTIONS],
    change: null,
  };
  if (kept) found.change = together(kept.change, changeBetween(kept, found, now));
  if (JSON.stringify(found) !== JSON.stringify(kept)) await writeSetting(DISCOVERED, found);
  return readingFrom(found);
};

const changeBetween = (before: Discovered, after: Discovered, at: number): ReadingChange | null => {
  if (before.timeZone !== after.timeZone || before.dropped.join() !== after.dropped.join()) {
    return { at, what: 'everything' };
  }
  const [old, now] = [fieldIds(before), fieldIds(after)];
  const what = [...old.filter((id) => !now.includes(id)), ...now.filter((id) => !old.includes(id))];
  if (what.length > 0) return { at, what };
  // The same fields in another order: of two estimates another comes first.
  return old.join() === now.join() ? null : { at, what: before.fields.estimates };
};

const fieldIds = ({ fields: { objective, estimates, sprint, flagged, team } }: Discovered): string[] =>
  [objective, ...estimates, sprint, flagged, team].filter((id) => id !== null);

const together = (one: ReadingChange | null, other: ReadingChange | null): ReadingChange | null => {
  if (one === null || other === null) return other ?? one;
  const everything = one.what === 'everything' || other.what === 'everything';
  return { at: other.at, what: everything ? 'everything' : [...new Set([...one.what, ...other.what])] };
};

/** Asks Jira for the projects of this site, and keeps their keys, names and categories. */
export const discoverProjects = async (): Promise<JiraProject[]> => {
  const projects = await allProjects();
  await storeProjects(projects);
  return projects;
};

/** How issues of this site are read. Throws `notReady` before the app has looked at the site for the first time. */
export const siteReading = async (): Promise<Reading> => (await readingAndChange()).reading;

/** The day in the site's time zone; before the app knows that, in UTC. */
export const dayAt = async (now: number): Promise<number> => dayOf(now, (await keptReading())?.timeZone ?? 'UTC');

/** The same, with a change of it after which issues have not been read again. */
export const readingAndChange = async (): Promise<{ reading: Reading; change: ReadingChange | null }> => {
  const kept = await keptReading();
  if (kept === null) {
    throw new AppError('notReady', 'The app is still being set up on this site. Please come back in a few minutes.');
  }
  return { reading: readingFrom(kept), change: kept.change };
};

/** Notes that issues have been read again after a change, or will be; one that came later stays. */
export const forgetChange = async ({ at }: ReadingChange): Promise<void> => {
  const kept = await keptReading();
  if (kept?.change?.at === at) await writeSetting(DISCOVERED, { ...kept, change: null });
};

const keptReading = async (): Promise<Discovered | null> => {
  const kept = await readSetting(DISCOVERED);
  return kept === undefined ? null : discovered.parse(kept);
};

const readingFrom = ({ fields, timeZone, dropped }: Discovered): Reading => ({
  fields,
  timeZone,
  dropped: droppedResolutions(dropped),
});
