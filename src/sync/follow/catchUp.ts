import type { JiraIssue } from '../../jira/issue';
import { isStoredTag } from '../../domain/strategy/objectiveKey';
import { jiraInstant } from '../../domain/time/jiraInstant';
import { isInScope, isLive, type Reading, toWorkItem } from '../../jira/toWorkItem';
import { findWorkItems, type Projected } from '../../store/work/findWorkItems';
import { drainIssues } from './drain';
import { markDirty } from './markDirty';

/**
 * Compares issues as Jira showed them to a page with the projection, and drains those that differ. Pages need this
 * because the event of an edit may be three minutes away.
 * @returns what the projection then holds, by issue id. One statement if nothing was behind.
 */
export const catchUp = async (
  issues: readonly JiraIssue[],
  reading: Reading,
  now: number,
): Promise<Map<number, Projected>> => {
  const projected = await projectedOf(issues);
  const behind = issues.filter(
    (issue) =>
      isInScope(issue, reading) && isLive(issue, reading) && differs(issue, projected.get(Number(issue.id)), reading),
  );
  if (behind.length === 0) return projected;
  const ids = behind.map(({ id }) => Number(id));
  await markDirty(ids, now);
  await drainIssues(ids, reading, now);
  return projectedOf(issues);
};

const projectedOf = async (issues: readonly JiraIssue[]): Promise<Map<number, Projected>> =>
  new Map((await findWorkItems(issues.map(({ id }) => Number(id)))).map((item) => [item.id, item]));

const differs = (issue: JiraIssue, projected: Projected | undefined, reading: Reading): boolean => {
  if (projected === undefined) return true;
  const { tag, parent, outcome, level } = toWorkItem(issue, reading);
  return (
    projected.updated < jiraInstant(issue.fields.updated ?? '') ||
    !isStoredTag(projected.tag, tag) ||
    projected.parent !== parent ||
    projected.outcome !== outcome ||
    projected.level !== level
  );
};
