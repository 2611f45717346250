import type { View } from './beans';
import type { ChangeItem } from './changes';
import { issueBean, type Field } from './fields';
import type { Issue } from './model';

/** What Jira tells an app of an issue. */
export type JiraEvent = {
  eventType: 'avi:jira:created:issue' | 'avi:jira:updated:issue' | 'avi:jira:deleted:issue';
  issue: { id: string; key: string; fields: Record<string, unknown> };
  /** Who did it. */
  atlassianId?: string;
  changelog?: { id: string; items: ChangeItem[] };
  /** The app did it itself. */
  selfGenerated: boolean;
};

/** The fields that events carry; an app that needs others reads the issue. */
const told = ['summary', 'issuetype', 'created', 'project', 'reporter', 'assignee', 'updated', 'status'];

export function eventIssue(issue: Issue, fields: readonly Field[], view: View): JiraEvent['issue'] {
  return { id: issue.id, key: issue.key, fields: issueBean(issue, fields, told, view).fields };
}

/** Those who hear of what happens to issues. */
export class Announcer {
  private readonly listeners: ((event: JiraEvent) => void)[] = [];
  private changelogs = 0;

  onEvent(listener: (event: JiraEvent) => void): void {
    this.listeners.push(listener);
  }

  /** @param items what changed; without them nothing is said of it */
  raise(event: Omit<JiraEvent, 'changelog'>, items?: ChangeItem[]): void {
    if (items) this.changelogs += 1;
    const told = { ...event, ...(items && { changelog: { id: String(this.changelogs), items } }) };
    for (const listener of this.listeners) listener(told);
  }
}
