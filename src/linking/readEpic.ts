import type { JiraIssue } from '../jira/issue';
import { countingFields } from '../jira/fields';
import { fetchIssues } from '../jira/issues';
import { toWorkItem } from '../jira/toWorkItem';
import { catchUp } from '../sync/follow/catchUp';
import { siteReading } from '../site/siteReading';
import type { SyncedItem } from '../domain/work/workItem';

/** An issue as Jira has it now, and what it serves, by its own tag or inherited. */
export type ReadEpic = { issue: JiraIssue; item: SyncedItem; serves: string | null };

/** Reads an issue as the viewer, after bringing the projection up to date with it; `null`: they may not see it. */
export const readEpic = async (issueId: number, now: number): Promise<ReadEpic | null> => {
  const reading = await siteReading();
  const [issue] = await fetchIssues('user', [issueId], countingFields(reading.fields));
  if (!issue) return null;
  const projected = await catchUp([issue], reading, now);
  return { issue, item: toWorkItem(issue, reading), serves: projected.get(issueId)?.serves ?? null };
};
