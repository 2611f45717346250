import type { JiraIssue } from '../jira/issue';
import type { App } from '../jira/request';
import { isInScope, isLive, type Reading } from '../jira/toWorkItem';
import { knowingProjects } from './siteReading';

/**
 * Those of some issues whose project is live and not excluded, and the reading with their projects: some may have come
 * since it was made. No call to Jira if all are known, as is usual.
 */
export const issuesThatCount = async (
  app: App,
  given: Reading,
  issues: readonly JiraIssue[],
): Promise<{ issues: JiraIssue[]; reading: Reading }> => {
  const inScope = issues.filter((issue) => isInScope(issue, given));
  const reading = await knowingProjects(
    app,
    given,
    inScope.map(({ fields }) => Number(fields.project?.id)),
  );
  return { issues: inScope.filter((issue) => isLive(issue, reading)), reading };
};
