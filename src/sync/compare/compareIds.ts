import { z } from 'zod';
import { searchIds } from '../../jira/issues';
import { unlessRefused } from '../../jira/jiraError';
import { idsInRanges } from '../../store/work/projectIds';
import { readSetting, writeSetting } from '../../store/runs/settingStore';
import { followedProjects } from '../../store/runs/syncRuns';
import { markDirty } from '../follow/markDirty';
import { asApp, roomFor } from '../../site/rateBudget';
import { siteReading } from '../../site/siteReading';

/** How far the comparison is: all projects up to one are done, and of the next the pages up to `page`. */
const COMPARED = 'compared';
const pageAt = z.object({ project: z.number(), token: z.string(), lastNumber: z.number() });
const compared = z.object({ upTo: z.number(), page: pageAt.nullable() });
type Compared = z.infer<typeof compared>;
/** The next page of a project, and the number in its key of the last issue compared. */
type PageAt = z.infer<typeof pageAt>;

/** What of an hour's points for upkeep goes into this, and the fewest ids that a page is asked for. */
const PART = 1 / 10;
const LEAST_PAGE = 100;

/**
 * Compares the ids that Jira's search finds with those that the projection holds, and marks what only one of them has; the drain finds out
 * what became of it. So an issue is found that was archived or restored: Jira need not tell of that by an event or by a new date of change,
 * and the number of issues hides it where one goes for each that comes. It takes a tenth of the points that upkeep has in an hour and goes
 * round: a site of a few hundred issues is compared each hour, a large one in days. Says how many were marked.
 */
export const compareIds = async (clock: () => number, until: number): Promise<number> => {
  const room = await roomFor('upkeep', clock());
  let points = Math.min(room.points, Math.floor(room.hourly * PART));
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

/** The projects that were read and whose work counts. */
export const comparedProjects = async (): Promise<number[]> => {
  const { live, excluded } = await siteReading();
  return (await followedProjects())
    .filter(({ project, wasRead }) => wasRead && live.has(project) && !excluded.has(project))
    .map(({ project }) => project);
};

/** From where the comparison is, each once. */
const inTurn = async ({ upTo }: Compared): Promise<number[]> => {
  const projects = await comparedProjects();
  return [...projects.filter((project) => project > upTo), ...projects.filter((project) => project <= upTo)];
};

/** `next`: the page after this one; `null` where there is none. */
const comparePage = async (
  project: number,
  page: PageAt | null,
  limit: number,
): Promise<{ found: number; differing: number[]; next: PageAt | null }> => {
  const answer = await answerTo(project, page, limit);
  // Refused: the project went, or the token is too old. The next round begins with its first page.
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

/** What is in one of two lists only. */
export const difference = (a: readonly number[], b: readonly number[]): number[] => {
  const inA = new Set(a);
  const inB = new Set(b);
  return [...a.filter((id) => !inB.has(id)), ...b.filter((id) => !inA.has(id))];
};
