import { z } from 'zod';
import { searchIds } from '../../jira/issues';
import { unlessRefused } from '../../jira/jiraError';
import { idsInRanges } from '../../store/work/projectIds';
import { readSetting, writeSetting } from '../../store/runs/settingStore';
import { followedProjects } from '../../store/runs/syncRuns';
import { markDirty } from '../follow/markDirty';
import { asApp, roomFor } from '../../site/rateBudget';
import { siteReading } from '../../site/siteReading';

/** The cursor: projects with ids up to `upTo` are done, and of the next one the pages up to `page`. */
const COMPARED = 'compared';
const pageAt = z.object({ project: z.number(), token: z.string(), lastNumber: z.number() });
const compared = z.object({ upTo: z.number(), page: pageAt.nullable() });
type Compared = z.infer<typeof compared>;
/** The next page of a project. `lastNumber`: the number in the key of the last issue compared */
type PageAt = z.infer<typeof pageAt>;

/** Share of an hour's upkeep points that this may spend. */
const SHARE = 1 / 10;
/** The smallest page of ids. */
const LEAST_PAGE = 100;

/**
 * Compares the ids in Jira's search with those in the projection, and marks what only one side has, for the drain to
 * settle.
 *
 * This finds archived and restored issues, of which Jira need not send an event or a new date of change, even where
 * counts agree because one went and another came. It goes round all projects with a tenth of the hour's upkeep points:
 * a site of a few hundred issues is done each hour, a large one in days.
 * @returns how many issues were marked
 */
export const compareIds = async (clock: () => number, until: number): Promise<number> => {
  const room = await roomFor('upkeep', clock());
  let points = Math.min(room.points, Math.floor(room.hourly * SHARE));
  let at = compared.catch({ upTo: 0, page: null }).parse(await readSetting(COMPARED));
  let marked = 0;
  for (let left = await inTurn(at); left.length > 0 && points > 0 && clock() <= until;) {
    const [project = 0] = left;
    const page = at.page?.project === project ? at.page : null;
    const { found, differing, next } = await comparePage(project, page, Math.max(LEAST_PAGE, points));
    await markDirty(differing, clock());
    marked += differing.length;
    points -= 1 + found;
    at = next === null ? { upTo: project, page: null } : { ...at, page: next };
    if (next === null) left = left.slice(1);
    await writeSetting(COMPARED, at);
  }
  return marked;
};

/** The ids of the projects that were read and whose work counts. */
export const comparedProjects = async (): Promise<number[]> => {
  const { live, excluded } = await siteReading();
  return (await followedProjects())
    .filter(({ project, wasRead }) => wasRead && live.has(project) && !excluded.has(project))
    .map(({ project }) => project);
};

/** All projects once, beginning after the cursor. */
const inTurn = async ({ upTo }: Compared): Promise<number[]> => {
  const projects = await comparedProjects();
  return [...projects.filter((project) => project > upTo), ...projects.filter((project) => project <= upTo)];
};

/** Compares one page. `next`: the page after it, `null` at the end */
const comparePage = async (
  project: number,
  page: PageAt | null,
  limit: number,
): Promise<{ found: number; differing: number[]; next: PageAt | null }> => {
  const answer = await answerTo(project, page, limit);
  // Jira refuses: the project is gone, or the token expired. The next round begins with its first page.
  if (answer === null) return { found: 0, differing: [], next: null };
  const { issues, nextPageToken: token } = answer;
  const lastNumber = Math.max(page?.lastNumber ?? 0, ...issues.map(({ number }) => number));
  const upTo = token === null ? null : lastNumber;
  const held = await idsInRanges([{ project, after: page?.lastNumber ?? 0, upTo }]);
  return {
    found: issues.length,
    differing: difference(
      issues.map(({ id }) => id),
      held,
    ),
    next: token === null ? null : { project, token, lastNumber },
  };
};

const answerTo = (project: number, page: PageAt | null, limit: number) =>
  unlessRefused(() => searchIds(asApp('upkeep'), `project = ${project} ORDER BY key ASC`, page?.token ?? null, limit));

/** What is in exactly one of two lists. */
export const difference = (a: readonly number[], b: readonly number[]): number[] => {
  const inA = new Set(a);
  const inB = new Set(b);
  return [...a.filter((id) => !inB.has(id)), ...b.filter((id) => !inA.has(id))];
};
