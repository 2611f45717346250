import { startOfDay } from '../../domain/time/day';
import { countIssues, searchIds } from '../../jira/issues';
import { unlessRefused } from '../../jira/jiraError';
import { heldByProject } from '../../store/blocks/heldByProject';
import { createdOn, type CreatedIn, idsCreatedIn } from '../../store/work/createdIn';
import { projectSweeps } from '../../store/runs/projectSweeps';
import { comparedProjects, difference } from './compareIds';
import { markDirty } from '../follow/markDirty';
import { bisectCounts } from './bisectCounts';
import { asApp, roomFor } from '../../site/rateBudget';
import { siteReading } from '../../site/siteReading';
import { MINUTE_MS } from '../../domain/time/milliseconds';

/** What of an hour's points for upkeep goes into this: with the least share, about three hundred. */
const PART = 1 / 20;
/** As many issues as are asked for by their ids rather than counted once more. */
const FEW = 100;

/**
 * Finds single issues that were archived or restored by counting, on a site of any size: Jira need not tell of those by an event or by
 * a new date of change. Where Jira counts other than the projection holds, halves are counted until few issues are left, whose ids are
 * compared: about thirty rate points and a hundred ids for one issue, and one point where nothing differs. The drain finds out what
 * became of what is marked. As many archived as restored in a project cancel each other: those `compareIds` finds when their turn comes.
 * Says how many were marked.
 */
export const compareCounts = async (clock: () => number, until: number): Promise<number> => {
  const room = await roomFor('upkeep', clock());
  let points = Math.min(room.points, Math.floor(room.hourly * PART));
  const spend = (some: number): boolean => {
    const isThere = some <= points && clock() <= until;
    if (isThere) points -= some;
    return isThere;
  };
  const projects = await comparedProjects();
  const [held, sweeps] = [await heldByProject(), await projectSweeps()];
  const differing = await bisectCounts({
    // What the ids did not bear out before is no news.
    held: projects.map((project) => (held.get(project) ?? 0) + (sweeps.get(project)?.off ?? 0)),
    count: (from, to) => count(`project in (${projects.slice(from, to).join(', ')})`, spend),
    isSmall: () => false,
  });
  let marked = 0;
  for (const project of differing.flatMap(({ from }) => projects[from] ?? [])) {
    const ids = await differingIn(project, clock(), spend);
    await markDirty(ids, clock());
    marked += ids.length;
  }
  return marked;
};

/** Takes rate points, if so many are left and there is time. */
type Spend = (points: number) => boolean;

/** The ids that only Jira or only the projection has among a project's issues that were created in days whose counts differ. */
const differingIn = async (project: number, now: number, spend: Spend): Promise<number[]> => {
  const { timeZone } = await siteReading();
  const days = await createdOn(project);
  const spanOf = (from: number, to: number): CreatedIn => ({
    project,
    // The first and the last stretch are open: what is missing may have been created before or after all that is there.
    since: from === 0 ? null : (days[from]?.day ?? null),
    before: days[to]?.day ?? null,
  });
  const jqlOf = (span: CreatedIn) => createdIn(span, now, timeZone);
  const differing = await bisectCounts({
    held: days.map(({ items }) => items),
    count: (from, to) => count(jqlOf(spanOf(from, to)), spend),
    isSmall: (_from, _to, items) => items <= FEW,
  });
  const ids: number[] = [];
  for (const { from, to, counts } of differing) {
    if (!spend(1 + counts)) break;
    const found = await unlessRefused(() => searchIds(asApp('upkeep'), jqlOf(spanOf(from, to)), null, counts + 1));
    // Where there are more than were counted, the next hour finds them.
    if (found === null || found.nextPageToken !== null) continue;
    ids.push(
      ...difference(
        found.issues.map(({ id }) => id),
        await idsCreatedIn(spanOf(from, to)),
      ),
    );
  }
  return ids;
};

/** In minutes before now, because Jira reads a date in the time zone of whoever asks. */
const createdIn = ({ project, since, before }: CreatedIn, now: number, timeZone: string): string => {
  const minutes = (day: number) => Math.floor((now - startOfDay(day, timeZone)) / MINUTE_MS);
  return [
    `project = ${project}`,
    ...(since === null ? [] : [`created >= -${minutes(since)}m`]),
    ...(before === null ? [] : [`created < -${minutes(before)}m`]),
  ].join(' AND ');
};

/** `null`: where no more may be asked, and where Jira refuses. */
const count = async (jql: string, spend: Spend): Promise<number | null> =>
  spend(1) ? unlessRefused(() => countIssues(asApp('upkeep'), jql)) : null;
