import type { Tag } from '../contract';
import { AppError } from '../domain/appError';
import { fetchIssues } from '../jira/issues';
import { editableIssues } from '../jira/permissions';
import { valueFor, writeTag } from './writeTag';

/** Tags an issue, or clears its tag; a sub-task's lands on its parent, with which it is counted. */
export const tagIssue = async (issueId: number, tag: Tag | null, now: number): Promise<void> => {
  const value = await valueFor(tag);
  const target = await tagged(issueId);
  if (!(await editableIssues([target])).has(target)) {
    throw new AppError('forbidden', 'You may not edit this issue. Ask somebody who may, or a project admin.');
  }
  await writeTag([target], value, now);
};

const tagged = async (issueId: number): Promise<number> => {
  const [issue] = await fetchIssues('user', [issueId], ['issuetype', 'parent']);
  const { issuetype, parent } = issue?.fields ?? {};
  const isSubtask = issuetype?.hierarchyLevel === undefined ? issuetype?.subtask : issuetype.hierarchyLevel < 0;
  return isSubtask && parent ? Number(parent.id) : issueId;
};
