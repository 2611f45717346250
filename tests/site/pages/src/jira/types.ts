/** The parts of Jira's answers that pages read. */

type User = { accountId: string; displayName: string; avatarUrls: Record<'16x16' | '24x24', string> };

export type IssueType = { id: string; name: string; iconUrl: string; hierarchyLevel: number };

export type Status = {
  id: string;
  name: string;
  statusCategory: { key: 'undefined' | 'new' | 'indeterminate' | 'done' };
};

export type Project = { id: string; key: string; name: string; avatarUrls: Record<'24x24', string> };

export type Named = { id: string | number; name: string };

export type Issue = {
  id: string;
  key: string;
  fields: {
    summary: string;
    issuetype: IssueType;
    status: Status;
    project: Project;
    assignee: User | null;
    updated: string;
    parent?: { id: string; key: string; fields?: { summary: string; issuetype: IssueType } };
    components?: Named[];
    fixVersions?: Named[];
    [customField: `customfield_${number}`]: unknown;
  };
};

export type Field = { id: string; name: string; schema: { type: string; custom?: string } };

/** A module of the app with a page. `layout`: whether Jira draws a title and margins around a page of its own. */
export type Module = { type: string; key: string; title: string; layout: 'native' | 'blank' };

export type SiteState = {
  accountId: string;
  theme: 'light' | 'dark';
  /** Epoch milliseconds. */
  now: number;
  timeZone: string;
  users: { accountId: string; displayName: string; jiraAdmin: boolean }[];
  modules: Module[];
};
