import { z } from 'zod';
import { countIssues, searchIds } from '../jira/issues';
import { noteCheck } from '../store/driftChecks';
import { countsByProject, idsOfProject, orphans } from '../store/findWorkItems';
import { readSetting, writeSetting } from '../store/settingStore';
import { mark } from './mark';
import { roomFor } from './rateBudget';
import { discoverProjects } from './siteReading';

const SWEEP = 'sweep';
/** Projects up to this id are done; `null`: there is nothing to sweep. */
const swept = z.number().nullable();

/** After so many projects it is noted how far the sweep is. */
const PROJECTS_A_NOTE = 50;

/** Asks for a sweep of every project. One that is at it goes on where it is. */
export const beginSweep = async (): Promise<void> => {
  if ((await sweptUpTo()) === null) await writeSetting(SWEEP, 0);
};

/**
 * Compares how many issues Jira has in each project with how many the projection holds, and where they differ the ids
 * themselves. Marks what is missing on either side; the drain reads it, and removes what Jira does not answer. Says how many.
 * Stops when an instant is passed or Jira's rate limits hold it back, and goes on there the next time.
 */
export const sweep = async (clock: () => number, until: number): Promise<number> => {
  const from = await sweptUpTo();
  if (from === null) return 0;
  const { points } = await roomFor('upkeep', clock());
  const held = await countsByProject();
  const listed = await projectsInScope();
  let [marked, spent, last] = [0, listed.size, from];
  const projects = [...new Set([...listed, ...held.keys()])].filter((id) => id > from).sort((a, b) => a - b);
  for (const [index, project] of projects.entries()) {
    if (spent >= points || clock() > until) break;
    const differing = await differingIds(project, { exists: listed.has(project), holds: held.get(project) ?? 0 });
    await mark(differing.ids, clock());
    marked += differing.ids.length;
    spent += differing.points;
    last = project;
    if ((index + 1) % PROJECTS_A_NOTE === 0) await writeSetting(SWEEP, last);
  }
  const isDone = projects.every((id) => id <= last);
  await writeSetting(SWEEP, isDone ? null : last);
  await noteCheck('daily', clock(), marked);
  return marked;
};

/**
 * Marks what names a parent that the app does not know, as far as Jira's rate limits allow: where one is deleted that the app may
 * not see, Jira tells of neither it nor its children, which lose it. Says how many.
 */
export const markOrphans = async (now: number): Promise<number> => {
  const { points } = await roomFor('upkeep', now);
  const ids = points === 0 ? [] : await orphans(points);
  await mark(ids, now);
  return ids.length;
};

/** Marks the work items of projects that Jira no longer lists, or whose work no longer counts. Says how many. */
export const markUnlisted = async (now: number): Promise<number> => {
  const listed = await projectsInScope();
  let marked = 0;
  for (const project of (await countsByProject()).keys()) {
    if (listed.has(project)) continue;
    const ids = await idsOfProject(project);
    await mark(ids, now);
    marked += ids.length;
  }
  return marked;
};

const projectsInScope = async (): Promise<Set<number>> =>
  new Set((await discoverProjects()).inScope.map(({ id }) => id));

const sweptUpTo = async (): Promise<number | null> => swept.catch(null).parse(await readSetting(SWEEP));

/** The ids that only one side has, and the rate points that it cost to know. */
const differingIds = async (
  project: number,
  { exists, holds }: { exists: boolean; holds: number },
): Promise<{ ids: number[]; points: number }> => {
  const jql = `project = ${project}`;
  const count = exists ? await countIssues(jql) : 0;
  if (count === holds) return { ids: [], points: 1 };
  const ids = difference(exists ? await searchIds(jql) : [], await idsOfProject(project));
  return { ids, points: 1 + count };
};

/** What is in one of two lists only. */
const difference = (a: readonly number[], b: readonly number[]): number[] => {
  const inA = new Set(a);
  const inB = new Set(b);
  return [...a.filter((id) => !inB.has(id)), ...b.filter((id) => !inA.has(id))];
};
