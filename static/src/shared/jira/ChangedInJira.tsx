import { IssueLink } from '../IssueLink';
import { issueKeyOf } from './seenObjectives';

/** Says where an objective that is an issue is changed. Nothing for one that is stated in the app. */
export function ChangedInJira({ objectiveKey }: { objectiveKey: string }) {
  const issueKey = issueKeyOf(objectiveKey);
  if (issueKey === undefined) return null;
  if (issueKey === null)
    return <span>Its issue is hidden from you: you see its numbers, and not what Jira says of it.</span>;
  return (
    <span>
      Its title, description, assignee, dates, status and place are changed in Jira: <IssueLink issueKey={issueKey} />
    </span>
  );
}
