import { z } from 'zod';
import { countIssues } from '../../jira/issues';
import { noteCheck } from '../../store/runs/driftChecks';
import { countsByProject, idsOfProject, orphans } from '../../store/work/findWorkItems';
import { idsInRanges } from '../../store/work/projectIds';
import { type ProjectSweep, projectSweeps, storeProjectSweeps } from '../../store/runs/projectSweeps';
import { unsearchable } from '../../store/runs/searchFailures';
import { readSetting, writeSetting } from '../../store/runs/settingStore';
import { difference } from './compareIds';
import { nextIds } from './idPages';
import { markDirty } from '../follow/markDirty';
import { OneByOne } from '../jobs/oneByOne';
import { asApp, roomFor, waitsUntil } from '../../site/rateBudget';
import { discoverProjects } from '../../site/siteReading';
import { neverSwept, sweepWhen } from './sweepWhen';
import { DAY_MS } from '../../domain/time/milliseconds';

const SWEEP = 'sweep';
/**
 * The cursor: projects up to `upTo` are done; `going`: how far the ids of the next one are compared. `null`: no sweep
 * is under way
 */
const state = z
  .object({
    upTo: z.number(),
    going: z
      .object({ project: z.number(), token: z.string().nullable(), lastNumber: z.number(), seen: z.number() })
      .nullable(),
  })
  .nullable();
type Going = { project: number; token: string | null; lastNumber: number; seen: number };

/** The cursor is stored after so many projects. */
const PROJECTS_A_NOTE = 50;

/** Starts a sweep of all projects. One that is under way goes on where it is. */
export const beginSweep = async (): Promise<void> => {
  if ((await sweepState()) === null) await writeSetting(SWEEP, { upTo: 0, going: null });
};

/**
 * Compares, project by project, how many issues Jira and the projection have, and the ids themselves where `sweepWhen`
 * says so. Marks what only one side has, for the drain to read or remove. Resumes on the next call if time or Jira's
 * rate limits run out. A project over which Jira fails is left to the next sweep.
 * @returns how many issues were marked
 */
export const sweep = async (clock: () => number, until: number): Promise<number> => {
  const from = await sweepState();
  if (from === null) return 0;
  const held = await countsByProject();
  const listed = await projectsInScope();
  const known = await projectSweeps();
  const projects = [...new Set([...listed, ...held.keys()])].filter((id) => id > from.upTo).sort((a, b) => a - b);
  let [marked, upTo, going] = [0, from.upTo, from.going];
  const compared: ProjectSweep[] = [];
  const [each, aside] = [new OneByOne(), await unsearchable()];
  const note = async (): Promise<void> => {
    await storeProjectSweeps(compared.splice(0));
    await writeSetting(SWEEP, going === null && projects.every((id) => id <= upTo) ? null : { upTo, going });
  };
  for (const [index, project] of projects.entries()) {
    if (clock() > until || (await waitsUntil('upkeep', clock())) !== null) break;
    const holds = held.get(project) ?? 0;
    // Gone on with here; if its project is gone meanwhile, nowhere.
    const start = going?.project === project ? going : null;
    going = null;
    if (!listed.has(project)) marked += await markAllOf(project, clock());
    else if (!aside.has(project)) {
      // Days in UTC will do: only their distances count.
      const today = Math.floor(clock() / DAY_MS);
      const before = known.get(project) ?? { project, ...neverSwept(project, today) };
      const swept = await each.attempt(() => sweepProject(before, { holds, start, today }, clock, until));
      marked += swept?.done.marked ?? 0;
      going = swept?.done.going ?? null;
      if (going !== null) break;
      if (swept?.done.now) compared.push(swept.done.now);
    }
    upTo = project;
    if ((index + 1) % PROJECTS_A_NOTE === 0) await note();
  }
  await note();
  await noteCheck('daily', clock(), marked);
  each.end();
  return marked;
};

/** Compares a project's counts, and its ids where that is due. `now`: what is then known of it; `going`: as of `compareProject` */
const sweepProject = async (
  before: ProjectSweep,
  { holds, start, today }: { holds: number; start: Going | null; today: number },
  clock: () => number,
  until: number,
): Promise<{ marked: number; going: Going | null; now: ProjectSweep | null }> => {
  const { project } = before;
  const counts = await countIssues(asApp('upkeep'), `project = ${project}`);
  const { now: isDue, differs } = sweepWhen(before, { counts, holds }, today);
  if (!isDue && start === null) return { marked: 0, going: null, now: { ...before, differs } };
  const from = start ?? { project, token: null, lastNumber: 0, seen: 0 };
  const { marked, seen, going } = await compareProject(from, clock, until);
  const now = going === null ? { project, day: today, off: counts - seen, differs: 0 } : null;
  return { marked, going, now };
};

/**
 * Marks the items whose parent is not stored, as many as rate limits allow. If a parent that the app may not see is
 * deleted, Jira sends no event, neither for it nor for its children.
 * @returns how many issues were marked
 */
export const markOrphans = async (now: number): Promise<number> => {
  const { points } = await roomFor('upkeep', now);
  const ids = points === 0 ? [] : await orphans(points);
  await markDirty(ids, now);
  return ids.length;
};

/**
 * Marks the work items of projects that Jira no longer lists, or that are out of scope.
 * @returns how many issues were marked
 */
export const markUnlisted = async (now: number): Promise<number> => {
  const listed = await projectsInScope();
  let marked = 0;
  for (const project of (await countsByProject()).keys()) {
    if (!listed.has(project)) marked += await markAllOf(project, now);
  }
  return marked;
};

const projectsInScope = async (): Promise<Set<number>> =>
  new Set((await discoverProjects()).inScope.map(({ id }) => id));

const sweepState = async () => state.catch(null).parse(await readSetting(SWEEP));

const markAllOf = async (project: number, now: number): Promise<number> => {
  const ids = await idsOfProject(project);
  await markDirty(ids, now);
  return ids.length;
};

/**
 * Compares the ids of a project page by page, and marks what only one side has. `seen`: how many Jira has. `going`:
 * where to resume once the hour has rate points again
 */
const compareProject = async (
  { project, ...from }: Going,
  clock: () => number,
  until: number,
): Promise<{ marked: number; seen: number; going: Going | null }> => {
  const jql = `project = ${project} ORDER BY key ASC`;
  let [marked, seen, token, lastNumber] = [0, from.seen, from.token, from.lastNumber];
  for (;;) {
    const found = clock() > until ? 'wait' : await nextIds(jql, token, clock());
    if (found === 'wait') return { marked, seen, going: { project, token, lastNumber, seen } };
    if (found === 'again') {
      [token, lastNumber, seen] = [null, 0, 0];
      continue;
    }
    const { issues, nextPageToken } = found.page;
    const upTo = nextPageToken === null ? null : Math.max(lastNumber, ...issues.map(({ number }) => number));
    const holds = await idsInRanges([{ project, after: lastNumber, upTo }]);
    const ids = difference(
      issues.map(({ id }) => id),
      holds,
    );
    await markDirty(ids, clock());
    marked += ids.length;
    seen += issues.length;
    if (upTo === null) return { marked, seen, going: null };
    [token, lastNumber] = [nextPageToken, upTo];
  }
};
