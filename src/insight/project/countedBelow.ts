import type { CountedIssues } from '../../contract';
import { windowEnding } from '../../domain/time/window';
import { isOpenBelow } from '../../domain/work/countedWork';
import { siteReading } from '../../site/siteReading';
import type { ProjectState } from '../../store/work/projects';
import { openBelow, unlinkedBelow } from '../../store/work/unlinkedEpics';
import type { CountedQuestion } from '../countedIssues';
import { withOrigins } from '../tagOrigin';

const PAGE = 50;

/**
 * The open units that are an issue of a project or below it, or those below it that linking it would align. Newest
 * first, a page at a time: counted wherever they are, listed where they are the project's own. Each counts as one item.
 * Two statements.
 */
export const countedBelow = async (
  issue: string,
  { counted, window, cursor }: CountedQuestion,
  { id: project, refreshedDay }: ProjectState,
): Promise<CountedIssues> => {
  const below = isOpenBelow(counted)
    ? openBelow(Number(issue), project)
    : unlinkedBelow(Number(issue), project, windowEnding(refreshedDay, window));
  const [{ fields }, units] = await Promise.all([siteReading(), below]);
  const before = cursor === null ? Infinity : Number(cursor);
  const left = units.filter((unit) => unit.project === project && unit.id < before);
  const page = left.slice(0, PAGE);
  const listedOf = await withOrigins(page);
  return {
    issues: page.map((unit) => ({ ...listedOf(unit), size: 1, isAssumed: false })),
    estimates: fields.estimates,
    total: units.length,
    size: units.length,
    next: left.length > PAGE ? String(page.at(-1)?.id) : null,
    field: fields.objective,
  };
};
