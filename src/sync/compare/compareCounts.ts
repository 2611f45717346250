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

/** Share of an hour's upkeep points that this may spend: about 300 on the smallest quota. */
const SHARE = 1 / 20;
/** Ranges of at most so many issues are compared by ids rather than halved again. */
const FEW = 100;

/**
 * Finds archived and restored issues by counting, on a site of any size. Jira need not send an event for those, nor a
 * new date of change.
 *
 * If Jira's count of a project differs from the projection's, it is bisected by day of creation until few issues are
 * left. Their ids are compared, and those that differ are marked for the drain. One point if nothing differs; about 30
 * points and 100 ids to find one issue. One archived and one restored in the same range cancel each other: `compareIds`
 * finds those when their turn comes.
 * @returns how many issues were marked
 */
export const compareCounts = async (clock: () => number, until: number): Promise<number> => {
  const room = await roomFor('upkeep', clock());
  let points = Math.min(room.points, Math.floor(room.hourly * SHARE));
  const spend = (some: number): boolean => {
    const isThere = some <= points && clock() <= until;
    if (isThere) points -= some;
    return isThere;
  };
  const projects = await comparedProjects();
  const [held, sweeps] = [await heldByProject(), await projectSweeps()];
  const differing = await bisectCounts({
    // Jira's count is an estimate. Its known error, from the last comparison of ids, is no difference.
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

/** Takes rate points. Says no if too few are left, or the time is up. */
type Spend = (points: number) => boolean;

/** The ids that only Jira or only the projection has, among a project's issues created on days whose counts differ. */
const differingIn = async (project: number, now: number, spend: Spend): Promise<number[]> => {
  const { timeZone } = await siteReading();
  const days = await createdOn(project);
  const spanOf = (from: number, to: number): CreatedIn => ({
    project,
    // The first and last range are open-ended: a missing issue may be older or newer than all that are there.
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
    // More than were counted: the next hour finds them.
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

/**
 * JQL for issues created in a range of days. In minutes before now, because Jira reads dates in the time zone of
 * whoever asks.
 */
const createdIn = ({ project, since, before }: CreatedIn, now: number, timeZone: string): string => {
  const minutes = (day: number) => Math.floor((now - startOfDay(day, timeZone)) / MINUTE_MS);
  return [
    `project = ${project}`,
    ...(since === null ? [] : [`created >= -${minutes(since)}m`]),
    ...(before === null ? [] : [`created < -${minutes(before)}m`]),
  ].join(' AND ');
};

/** `null`: no points or time are left, or Jira refuses. */
const count = async (jql: string, spend: Spend): Promise<number | null> =>
  spend(1) ? unlessRefused(() => countIssues(asApp('upkeep'), jql)) : null;
