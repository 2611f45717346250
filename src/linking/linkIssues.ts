import type { LinkResult, Tag } from '../contract';
import type { JiraIssue } from '../jira/issue';
import { fetchIssues } from '../jira/issues';
import { JiraError } from '../jira/jiraError';
import { editableIssues } from '../jira/permissions';
import { tagOf } from '../jira/toWorkItem';
import { addAuditLine } from '../store/runs/auditLines';
import { siteReading } from '../site/siteReading';
import { valueFor, writeTag } from './writeTag';

/**
 * Links up to 100 issues of a project to an objective or Run the business. Skips those that the viewer may not see or
 * edit, and those that have this tag already.
 * @returns a result for each issue, in the given order
 */
export const linkIssues = async (
  issueIds: readonly string[],
  to: Tag,
  { project, account }: { project: { id: number }; account: string },
  now: number,
): Promise<LinkResult[]> => {
  const value = await valueFor(to);
  const { fields } = await siteReading();
  const asked = ['project', ...(fields.objective === null ? [] : [fields.objective])];
  const issues = (await fetchIssues('user', issueIds, asked)).filter((one) => isOf(one, project.id));
  const keys = new Map(issues.map(({ id, key }) => [id, key]));
  const editable = await editableIssues([...keys.keys()].map(Number));
  const has = new Set(issues.filter((one) => tagOf(one, fields) === (value?.key ?? null)).map(({ id }) => Number(id)));
  const others = [...editable].filter((id) => !has.has(id));
  const written = await linkedOrNot(others, () => writeTag(others, value, now));
  if (written && others.length > 0) {
    await addAuditLine({ what: 'links', issues: others.length, to: value?.key ?? '' }, account, now);
  }
  return issueIds.map((issueId) => {
    const key = keys.get(issueId) ?? null;
    if (key === null)
      return { issueId, key, outcome: 'notFound', message: 'It is not in this project, or you may not see it.' };
    if (!editable.has(Number(issueId)))
      return { issueId, key, outcome: 'forbidden', message: `You may not edit ${key}.` };
    return written || has.has(Number(issueId))
      ? { issueId, key, outcome: 'linked', message: null }
      : { issueId, key, outcome: 'failed', message: 'Jira did not take the change. Try again in a moment.' };
  });
};

const isOf = ({ fields }: JiraIssue, project: number): boolean => Number(fields.project?.id) === project;

/** Writes the tag of several issues, and says whether Jira took it: it takes all values of one call or none. */
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
