import type { Tag } from '../contract';
import { AppError } from '../domain/appError';
import type { JiraIssue } from '../jira/issue';
import { fetchIssues } from '../jira/issues';
import { countingFields, type SiteFields } from '../jira/fields';
import { editableIssues } from '../jira/permissions';
import { tagOf } from '../jira/toWorkItem';
import { findWithAbove, type Projected } from '../store/work/findWorkItems';
import { catchUp } from '../sync/follow/catchUp';
import { siteReading } from '../site/siteReading';
import { valueFor, writeTag } from './writeTag';

/**
 * Tags an issue, or clears its tag; a sub-task's lands on its parent, with which it is counted. Where Jira has that tag already nothing is
 * written. Answers what the projection then holds of the issue and those above it, nearest first.
 */
export const tagIssue = async (issueId: number, tag: Tag | null, now: number): Promise<Projected[]> => {
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
  if (tagged && reading.fields.objective !== null && holds(tagged, reading.fields, value?.key ?? null)) {
    await catchUp([tagged], reading, now);
  } else await writeTag([target], value, now);
  return findWithAbove(issueId);
};

/** Does Jira's field hold just that key, or nothing at all? What is no key of an objective is something to be cleared. */
const holds = (issue: JiraIssue, fields: SiteFields, key: string | null): boolean => {
  const value = fields.objective === null ? null : (issue.fields[fields.objective] ?? null);
  return key === null ? value === null : tagOf(issue, fields) === key;
};

const isSubtask = ({ fields: { issuetype } }: JiraIssue): boolean =>
  (issuetype?.hierarchyLevel === undefined ? issuetype?.subtask : issuetype.hierarchyLevel < 0) ?? false;
