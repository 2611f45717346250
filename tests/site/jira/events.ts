import type { View } from './beans';
import type { ChangeItem } from './changes';
import type { Change } from './history';
import { issueBean, type Field } from './fields';
import type { Issue } from './model';

/** An event of Jira. */
export type JiraEvent = IssueEvent | LinkEvent | ProjectEvent;

/** An event of a link between two issues. */
export type LinkEvent = {
  eventType: `avi:jira:${'created' | 'deleted'}:issuelink`;
  id: string;
  sourceIssueId: string;
  destinationIssueId: string;
  issueLinkType: { id: string; name: string };
  selfGenerated: boolean;
};

/** An event of a project. Its issues raise none. */
export type ProjectEvent = {
  eventType: `avi:jira:${'created' | 'archived' | 'unarchived' | 'softdeleted' | 'restored' | 'deleted'}:project`;
  project: { id: string; key: string; name: string };
  /** The app did it itself. */
  selfGenerated: boolean;
};

/** An event of an issue. */
export type IssueEvent = {
  eventType: 'avi:jira:created:issue' | 'avi:jira:updated:issue' | 'avi:jira:deleted:issue';
  issue: { id: string; key: string; fields: Record<string, unknown> };
  /** Who did it. */
  atlassianId?: string;
  changelog?: { id: string; items: ChangeItem[] };
  /** The app did it itself. */
  selfGenerated: boolean;
};

/** The fields in events; an app that needs others reads the issue. */
const told = ['summary', 'issuetype', 'created', 'project', 'reporter', 'assignee', 'updated', 'status'];

export function eventIssue(issue: Issue, fields: readonly Field[], view: View): IssueEvent['issue'] {
  return { id: issue.id, key: issue.key, fields: issueBean(issue, fields, told, view).fields };
}

/** Passes events to those who listen. */
export class Announcer {
  private readonly listeners: ((event: JiraEvent) => void)[] = [];

  onEvent(listener: (event: JiraEvent) => void): void {
    this.listeners.push(listener);
  }

  /** @param change what changed; without it the event has no changelog */
  raise(event: Omit<IssueEvent, 'changelog'>, change?: Change): void {
    this.tell({ ...event, ...(change && { changelog: { id: change.id, items: change.items } }) });
  }

  tell(event: JiraEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
