import type { Tag } from '../contract';
import { AppError } from '../domain/appError';
import type { JiraIssue } from '../jira/issue';
import { fetchIssues } from '../jira/issues';
import { countingFields, type SiteFields } from '../jira/fields';
import { editableIssues } from '../jira/permissions';
import { isOfObjectiveType } from '../jira/strategyOf';
import { type Reading, tagOf } from '../jira/toWorkItem';
import { findWithAbove, type Projected } from '../store/work/findWorkItems';
import { catchUp } from '../sync/follow/catchUp';
import { siteReading } from '../site/siteReading';
import { noTagFor } from './noTagFor';
import { type Tagger, valueFor, writeTag } from './writeTag';

/**
 * Tags an issue or clears its tag; for a sub-task, that of its parent, with which it is counted. Nothing is written if
 * Jira has that tag already.
 * @returns the issue and its ancestors as then stored, nearest first
 * @throws AppError `forbidden` without permission to edit it, `invalid` for a tag of an objective, which says nothing
 */
export const tagIssue = async (issueId: number, tag: Tag | null, tagger: Tagger, now: number): Promise<Projected[]> => {
  const value = await valueFor(tag);
  const reading = await siteReading();
  const asked = countingFields(reading.fields);
  const [issue] = await fetchIssues('user', [issueId], asked);
  const parent = issue && isSubtask(issue) ? issue.fields.parent : null;
  const target = parent ? Number(parent.id) : issueId;
  if (!(await editableIssues([target])).has(target)) {
    throw new AppError('forbidden', 'You may not edit this issue. Ask somebody who may, or a project admin.');
  }
  const [tagged] = parent ? await fetchIssues('user', [target], asked) : [issue];
  if (tagged && value !== null) refuseObjective(tagged, reading);
  if (tagged && reading.fields.objective !== null && holds(tagged, reading.fields, value?.key ?? null)) {
    await catchUp([tagged], reading, now);
  } else await writeTag([target], value, tagger, now);
  return findWithAbove(issueId);
};

/** @throws AppError `invalid` where the issue is an objective, whose own tag says nothing */
export const refuseObjective = (issue: JiraIssue, { strategy }: Pick<Reading, 'strategy'>): void => {
  if (isOfObjectiveType(issue, strategy)) throw new AppError('invalid', noTagFor(issue.key));
};

/**
 * Whether Jira's field holds exactly this key, or nothing. A value that is no objective's key counts as something to
 * clear.
 */
const holds = (issue: JiraIssue, fields: SiteFields, key: string | null): boolean => {
  const value = fields.objective === null ? null : (issue.fields[fields.objective] ?? null);
  return key === null ? value === null : tagOf(issue, fields) === key;
};

/** Whether an issue is part of its parent, by its type. */
export const isSubtask = ({ fields: { issuetype } }: JiraIssue): boolean =>
  (issuetype?.hierarchyLevel === undefined ? issuetype?.subtask : issuetype.hierarchyLevel < 0) ?? false;
