import type { IssueSummary } from '../contract';
import type { SiteFields } from '../jira/fields';
import type { JiraIssue } from '../jira/issue';
import { categoryOf, pointsOf } from '../jira/toWorkItem';

/** What a list asks of an issue. */
export const listedFields = ({ estimates }: SiteFields): string[] => [
  'summary',
  'issuetype',
  'status',
  'assignee',
  'updated',
  ...estimates,
];

const CATEGORY = { undefined: 'todo', new: 'todo', indeterminate: 'doing', done: 'done' } as const;
const AVATAR_SIZE = '24x24';

/** A line of a list. */
export const summaryOf = (issue: JiraIssue, fields: SiteFields): IssueSummary => {
  const { summary, issuetype, status, assignee, updated } = issue.fields;
  return {
    id: issue.id,
    key: issue.key,
    summary: summary ?? '',
    type: { name: issuetype?.name ?? '', iconUrl: issuetype?.iconUrl ?? null },
    status: { name: status?.name ?? '', category: CATEGORY[categoryOf(status?.statusCategory?.key)] },
    assignee: assignee
      ? {
          accountId: assignee.accountId,
          displayName: assignee.displayName ?? '',
          avatarUrl: assignee.avatarUrls?.[AVATAR_SIZE] ?? null,
        }
      : null,
    updated: updated ?? '',
    estimate: pointsOf(issue, fields),
  };
};
