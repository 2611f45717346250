import type { LinkResult, Tag } from '../contract';
import { fetchIssues } from '../jira/issues';
import { JiraError } from '../jira/jiraError';
import { editableIssues } from '../jira/permissions';
import { valueFor, writeTag } from './writeTag';

/**
 * Links issues of a project (at most 100) to an objective or to run: one answer for each, in their order. Only what the viewer
 * sees in that project and may edit is written; the others are left as they are.
 */
export const linkIssues = async (
  issueIds: readonly string[],
  to: Tag,
  project: { id: number },
  now: number,
): Promise<LinkResult[]> => {
  const value = await valueFor(to);
  const issues = await fetchIssues('user', issueIds, ['project']);
  const keys = new Map(
    issues.filter(({ fields }) => Number(fields.project?.id) === project.id).map(({ id, key }) => [id, key]),
  );
  const editable = await editableIssues([...keys.keys()].map(Number));
  const linked = await linkedOrNot([...editable], () => writeTag([...editable], value, now));
  return issueIds.map((issueId) => {
    const key = keys.get(issueId) ?? null;
    if (key === null)
      return { issueId, key, outcome: 'notFound', message: 'It is not in this project, or you may not see it.' };
    if (!editable.has(Number(issueId)))
      return { issueId, key, outcome: 'forbidden', message: `You may not edit ${key}.` };
    return linked
      ? { issueId, key, outcome: 'linked', message: null }
      : { issueId, key, outcome: 'failed', message: 'Jira did not take the change. Try again in a moment.' };
  });
};

/** Jira takes the values of one call all or none. */
const linkedOrNot = async (issues: readonly number[], write: () => Promise<void>): Promise<boolean> => {
  if (issues.length === 0) return true;
  try {
    await write();
    return true;
  } catch (error) {
    if (error instanceof JiraError) return false;
    throw error;
  }
};
