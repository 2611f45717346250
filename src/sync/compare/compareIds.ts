import { z } from 'zod';
import { searchIds } from '../../jira/issues';
import { unlessRefused } from '../../jira/jiraError';
import { idsInRanges } from '../../store/work/projectIds';
import { readSetting, writeSetting } from '../../store/runs/settingStore';
import { followedProjects } from '../../store/runs/syncRuns';
import { markDirty } from '../follow/markDirty';
import { asApp, roomFor } from '../../site/rateBudget';
import { siteReading } from '../../site/siteReading';
import { forgetFailedSearches } from '../../store/runs/searchFailures';
import { OneByOne } from '../jobs/oneByOne';
import { noteFailing } from './failedSearches';

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
  const each = new OneByOne();
  const failing: number[] = [];
  const fine: number[] = [];
  let marked = 0;
  for (let left = await inTurn(at); left.length > 0 && points > 0 && clock() <= until;) {
    const [project = 0] = left;
    const page = at.page?.project === project ? at.page : null;
    const compared = await each.attempt(() => comparePage(project, page, Math.max(LEAST_PAGE, points)));
    (compared === null ? failing : fine).push(project);
    // One that Jira fails to search comes again in the next round.
    const { found, differing, next } = compared?.done ?? NOTHING;
    await markDirty(differing, clock());
    marked += differing.length;
    points -= 1 + found;
    at = next === null ? { upTo: project, page: null } : { ...at, page: next };
    if (next === null) left = left.slice(1);
    await writeSetting(COMPARED, at);
  }
  await forgetFailedSearches(fine);
  await noteFailing(failing, each.hasSucceeded);
  each.end();
  return marked;
};

/** The ids of the projects that were read, whose work counts, and that Jira does not fail to search. */
export const comparedProjects = async (): Promise<number[]> => {
  const { live, excluded } = await siteReading();
  return (await followedProjects())
    .filter(({ wasRead, isSetAside }) => wasRead && !isSetAside)
    .map(({ project }) => project)
    .filter((project) => live.has(project) && !excluded.has(project));
};

/** All projects once, beginning after the cursor. */
const inTurn = async ({ upTo }: Compared): Promise<number[]> => {
  const projects = await comparedProjects();
  return [...projects.filter((project) => project > upTo), ...projects.filter((project) => project <= upTo)];
};

/** What a page told. `next`: the page after it, `null` at the end */
type ComparedPage = { found: number; differing: number[]; next: PageAt | null };
const NOTHING: ComparedPage = { found: 0, differing: [], next: null };

const comparePage = async (project: number, page: PageAt | null, limit: number): Promise<ComparedPage> => {
  const answer = await answerTo(project, page, limit);
  // Jira refuses: the project is gone, or the token expired. The next round begins with its first page.
  if (answer === null) return NOTHING;
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
