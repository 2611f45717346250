/** What the local Jira knows. Instants are epoch milliseconds, days are `YYYY-MM-DD`. */

export type Caller = { kind: 'user'; accountId: string } | { kind: 'app' };

/** A `jira:customField` of the app's manifest, of type object. */
export type AppField = {
  moduleKey: string;
  name: string;
  description: string;
  appId: string;
  environmentId: string;
  /** The part of its JSON schema that the site holds values to. */
  properties: Record<string, { type: string; searchAlias?: string; minLength?: number; pattern?: string }>;
  required?: string[];
  /** Jira expressions: what a text stands for, and whether a value is taken. */
  parser?: string;
  validation?: { expression: string; errorMessage?: string };
};

export type ProjectPermission =
  'BROWSE_PROJECTS' | 'CREATE_ISSUES' | 'EDIT_ISSUES' | 'TRANSITION_ISSUES' | 'DELETE_ISSUES' | 'ADMINISTER_PROJECTS';

export type User = {
  accountId: string;
  displayName: string;
  accountType: 'atlassian' | 'app';
  /** Administer Jira. As in Jira, it does not by itself let them browse a project. */
  jiraAdmin: boolean;
  /** `null`: the site's. */
  timeZone: string | null;
};

/** People who are named together; `members` are account ids. */
export type Group = { groupId: string; name: string; members: Set<string> };

/** 1 and above stand over stories, 0 is story, task and bug, −1 is a sub-task. */
export type IssueType = { id: string; name: string; hierarchyLevel: number };

export type StatusCategoryKey = 'undefined' | 'new' | 'indeterminate' | 'done';

export type Status = { id: string; name: string; category: StatusCategoryKey };

export type Named = { id: string; name: string };

export type Version = Named & { released: boolean };

export type Sprint = { id: number; name: string; state: 'future' | 'active' | 'closed'; boardId: number };

/** Archived projects can be read by who has a link to them, those in the trash by nobody; neither is searched. */
export type ProjectState = 'live' | 'archived' | 'trashed';

export type Project = {
  id: string;
  state: ProjectState;
  key: string;
  name: string;
  category: Named | null;
  components: Named[];
  versions: Version[];
};

/** Names the parent even where the site does not hold it (an export may lack it). */
export type ParentRef = { id: string; key: string };

export type Issue = {
  id: string;
  key: string;
  project: Project;
  type: IssueType;
  summary: string;
  status: Status;
  statusCategoryChanged: number | null;
  resolution: Named | null;
  resolved: number | null;
  created: number;
  updated: number;
  assignee: User | null;
  reporter: User | null;
  parent: ParentRef | null;
  priority: Named;
  components: Named[];
  fixVersions: Version[];
  labels: string[];
  due: string | null;
  sprints: Sprint[];
  storyPoints: number | null;
  storyPointEstimate: number | null;
  /** The flag that boards show: something is in the way. */
  flagged: boolean;
  team: Named | null;
  /** Values of the app's fields, by field id. */
  appValues: Record<string, unknown>;
  /** Taken out of every search and list; who has a link can still read it. Jira does not say of an issue that it is. */
  archived: boolean;
  /** Issue security: the accounts that may see it; `null` is everyone who may browse the project. */
  visibleTo: string[] | null;
};

/** What a person may state about an issue: names for everything, made on first use. */
type IssueInput = {
  type: string;
  summary: string;
  /** A status or, where one is enough to find it, its name; the default is To Do. */
  status: string | Status;
  /** The default for done work is Done; `null` for none. */
  resolution: string | null;
  resolved: number | null;
  statusCategoryChanged: number | null;
  assignee: string | null;
  reporter: string | null;
  /** Id or key of an issue, or a reference to one that the site does not hold. */
  parent: string | ParentRef | null;
  priority: string;
  components: string[];
  fixVersions: string[];
  labels: string[];
  due: string | null;
  /** Ids of sprints. */
  sprints: number[];
  storyPoints: number | null;
  storyPointEstimate: number | null;
  flagged: boolean;
  /** The name of a team, or the id of one that there is. */
  team: string | null;
  /** Values of the app's fields, by module key. */
  appValues: Record<string, unknown>;
  visibleTo: string[] | null;
};

export type NewIssue = Partial<IssueInput> & {
  project: string;
  type: string;
  summary: string;
  id?: string;
  key?: string;
  created?: number;
  updated?: number;
};

export type IssueChange = Partial<IssueInput>;
