import { z } from 'zod';
import { AppError } from '../domain/appError';
import { dayOf } from '../domain/time/day';
import { discoverFields } from '../jira/fields';
import { type JiraProject, liveAmong, liveProjects, siteTimeZone } from '../jira/site';
import type { App } from '../jira/request';
import type { Reading } from '../jira/toWorkItem';
import { asApp } from './rateBudget';
import { decisionsFrom, DROPPED } from '../settings/droppedDecisions';
import { siteSettings } from '../settings/siteSettings';
import { storeProjects } from '../store/work/projects';
import { noteUnread } from '../store/runs/syncRuns';
import { readSettings, writeSetting } from '../store/runs/settingStore';

const DISCOVERED = 'discovered';

/** Stands before a type's id in what is to be read again. */
export const ISSUE_TYPE = 'issuetype ';

/** The ids of the projects that Jira listed when it was last asked. */
const LIVE = 'projects';
const listed = z.array(z.number());

/**
 * A change in how issues are read. `what`: issues with one of these fields or types, or all, are to be read again. `scope`:
 * other projects are excluded than before
 */
const change = z.object({
  at: z.number(),
  what: z.union([z.literal('everything'), z.array(z.string())]),
  scope: z.boolean().default(false),
});

const discovered = z.object({
  fields: z.object({
    objective: z.string().nullable(),
    estimates: z.array(z.string()),
    sprint: z.string().nullable(),
    // An older version stored neither; the next hour finds them.
    flagged: z.string().nullable().default(null),
    team: z.string().nullable().default(null),
    start: z.string().nullable().default(null),
  }),
  /** Jira's ids of the types of issues that are objectives, and of links that join work to them */
  strategy: z
    .object({ types: z.array(z.number()), links: z.array(z.number()), wasUsed: z.boolean() })
    .default({ types: [], links: [], wasUsed: false }),
  timeZone: z.string(),
  excluded: z.array(z.number()).default([]),
  change: change.nullable().default(null),
});

type Discovered = z.infer<typeof discovered>;
export type ReadingChange = z.infer<typeof change>;

/**
 * Finds this site's fields and time zone, and stores them. If issues are now read in another way, the change is stored
 * too: see `rereadAfterChange`.
 */
export const discoverSite = async (now: number): Promise<Reading> => {
  const { discovered: kept, live, dropped } = await keptSite();
  const { estimateFields, excludedProjects, objectiveTypes, objectiveLinks } = await siteSettings();
  const app = asApp('upkeep');
  const found: Discovered = {
    fields: await discoverFields(
      app,
      estimateFields.map(({ id }) => id),
    ),
    timeZone: await siteTimeZone(app),
    excluded: sortedIds(excludedProjects),
    strategy: {
      types: sortedIds(objectiveTypes),
      links: sortedIds(objectiveLinks),
      wasUsed: objectiveTypes.length > 0 || kept?.strategy.wasUsed === true,
    },
    change: null,
  };
  if (kept) found.change = together(kept.change, changeBetween(kept, found, now));
  if (JSON.stringify(found) !== JSON.stringify(kept)) await writeSetting(DISCOVERED, found);
  return readingFrom(found, { live, dropped });
};

const sortedIds = (chosen: readonly { id: string }[]): number[] =>
  chosen.map(({ id }) => Number(id)).sort((a, b) => a - b);

const changeBetween = (before: Discovered, after: Discovered, at: number): ReadingChange | null => {
  const scope = before.excluded.join() !== after.excluded.join();
  if (before.timeZone !== after.timeZone) return { at, what: 'everything', scope };
  const what = [...changedFields(before, after), ...changedTypes(before, after)];
  return what.length > 0 || scope ? { at, what, scope } : null;
};

const changedFields = (before: Discovered, after: Discovered): string[] => {
  const [old, now] = [fieldIds(before), fieldIds(after)];
  const changed = [...old.filter((id) => !now.includes(id)), ...now.filter((id) => !old.includes(id))];
  // The fields are the same in another order: another estimate comes first.
  return changed.length === 0 && old.join() !== now.join() ? before.fields.estimates : changed;
};

/**
 * The types of issues that are to be read again because they became objectives or are none any more, or because other
 * links join work to them. What they are linked to is read again with them.
 */
const changedTypes = ({ strategy: before }: Discovered, { strategy: after }: Discovered): string[] =>
  JSON.stringify(before) === JSON.stringify(after)
    ? []
    : [...new Set([...before.types, ...after.types])].map((type) => `${ISSUE_TYPE}${type}`);

const fieldIds = ({ fields: { objective, estimates, sprint, flagged, team } }: Discovered): string[] =>
  [objective, ...estimates, sprint, flagged, team].filter((id) => id !== null);

const together = (one: ReadingChange | null, other: ReadingChange | null): ReadingChange | null => {
  if (one === null || other === null) return other ?? one;
  const everything = one.what === 'everything' || other.what === 'everything';
  return {
    at: other.at,
    what: everything ? 'everything' : [...new Set([...one.what, ...other.what])],
    scope: one.scope || other.scope,
  };
};

/**
 * Finds the live projects, and stores their ids, keys, names and categories. A project that was listed before and is
 * missing now is asked for by itself: a project created or deleted while pages are read shifts others from page to
 * page.
 * @returns the projects whose work counts, and those that an admin excluded
 */
export const discoverProjects = async (): Promise<{ inScope: JiraProject[]; excluded: JiraProject[] }> => {
  const { discovered: kept, live: before } = await keptSite();
  const app = asApp('upkeep');
  const found = await liveProjects(app);
  const missing = without(before, found);
  const projects = missing.length === 0 ? found : [...found, ...(await liveAmong(app, missing))];
  await storeProjects(projects);
  await writeLive(projects.map(({ id }) => id));
  const excluded = new Set(kept?.excluded);
  return {
    inScope: projects.filter(({ id }) => !excluded.has(id)),
    excluded: projects.filter(({ id }) => excluded.has(id)),
  };
};

const without = (ids: Iterable<number>, projects: readonly { id: number }[]): number[] => {
  const found = new Set(projects.map(({ id }) => id));
  return [...ids].filter((id) => !found.has(id));
};

const writeLive = (ids: Iterable<number>): Promise<void> =>
  writeSetting(
    LIVE,
    [...new Set(ids)].sort((a, b) => a - b),
  );

/**
 * Adds those of these projects to the reading that Jira has and the app has not seen yet. No call to Jira if all are
 * known, as is usual.
 */
export const knowingProjects = async (app: App, reading: Reading, projects: readonly number[]): Promise<Reading> => {
  const unknown = [...new Set(projects)].filter((id) => !reading.live.has(id));
  const found = await liveAmong(app, unknown);
  if (found.length === 0) return reading;
  const added = found.map(({ id }) => id);
  await storeProjects(found);
  // Noted before any of their issues is: they are still to be read as a whole.
  await noteUnread(added);
  await writeLive([...(await keptSite()).live, ...added]);
  return { ...reading, live: new Set([...reading.live, ...added]) };
};

/**
 * How issues of this site are read. One statement.
 * @throws AppError `notReady` before the app has looked at the site for the first time
 */
export const siteReading = async (): Promise<Reading> => (await readingAndChange()).reading;

/** How issues of this site are read; `null` before the app has looked at it for the first time. */
export const readingIfKnown = async (): Promise<Reading | null> => readingOf(await keptSite());

/** The day in the site's time zone, or in UTC before that is known. */
export const dayAt = async (now: number): Promise<number> => dayOf(now, (await keptReading())?.timeZone ?? 'UTC');

/**
 * How issues are read, and a change of it that is not dealt with yet.
 * @throws AppError `notReady` before the app has looked at the site for the first time
 */
export const readingAndChange = async (): Promise<{ reading: Reading; change: ReadingChange | null }> => {
  const { discovered: kept, ...site } = await keptSite();
  if (kept === null) {
    throw new AppError('notReady', 'The app is still being set up on this site. Please come back in a few minutes.');
  }
  return { reading: readingFrom(kept, site), change: kept.change };
};

/** Forgets a change that is dealt with, unless a later one took its place. */
export const forgetChange = async ({ at }: ReadingChange): Promise<void> => {
  const kept = await keptReading();
  if (kept?.change?.at === at) await writeSetting(DISCOVERED, { ...kept, change: null });
};

const keptReading = async (): Promise<Discovered | null> => (await keptSite()).discovered;

type KeptSite = { discovered: Discovered | null } & Pick<Reading, 'live' | 'dropped'>;

/** The names of the settings that say how issues are read. */
export const READING_SETTINGS = [DISCOVERED, LIVE, DROPPED] as const;

/** What is stored of the site. One statement. */
const keptSite = async (): Promise<KeptSite> => {
  const kept = await readSettings(READING_SETTINGS);
  return siteFrom(READING_SETTINGS.map((name) => kept[name]));
};

/** @param stored the values of `READING_SETTINGS`, in their order; `undefined`: none is stored */
const siteFrom = ([found, live, dropped]: readonly unknown[]): KeptSite => ({
  discovered: found === undefined ? null : discovered.parse(found),
  live: new Set(listed.catch([]).parse(live)),
  dropped: decisionsFrom(dropped),
});

/**
 * How issues are read, from the values of `READING_SETTINGS` in their order; `null` before the app has looked at the site for the
 * first time.
 */
export const storedReading = (stored: readonly unknown[]): Reading | null => readingOf(siteFrom(stored));

const readingOf = ({ discovered: kept, ...site }: KeptSite): Reading | null => kept && readingFrom(kept, site);

const readingFrom = (
  { fields, timeZone, excluded, strategy }: Discovered,
  { live, dropped }: Pick<Reading, 'live' | 'dropped'>,
): Reading => ({
  live,
  dropped,
  fields,
  timeZone,
  excluded: new Set(excluded),
  strategy: { types: new Set(strategy.types), links: new Set(strategy.links), wasUsed: strategy.wasUsed },
});
