/** The local Jira's data. Instants are epoch milliseconds, days are `YYYY-MM-DD`. */

export type Caller = { kind: 'user'; accountId: string } | { kind: 'app' };

/** A `jira:customField` of the app's manifest, of type object. */
export type AppField = {
  moduleKey: string;
  name: string;
  description: string;
  appId: string;
  environmentId: string;
  /** The part of its JSON schema that is checked. */
  properties: Record<string, { type: string; searchAlias?: string; minLength?: number; pattern?: string }>;
  required?: string[];
  /** Jira expressions: how a text is parsed, and whether a value is accepted. */
  parser?: string;
  validation?: { expression: string; errorMessage?: string };
};

export type ProjectPermission =
  'BROWSE_PROJECTS' | 'CREATE_ISSUES' | 'EDIT_ISSUES' | 'TRANSITION_ISSUES' | 'DELETE_ISSUES' | 'ADMINISTER_PROJECTS';

export type User = {
  accountId: string;
  displayName: string;
  accountType: 'atlassian' | 'app';
  /** Closed: deleted at Atlassian for good. Jira shows both others as inactive. */
  state: 'active' | 'deactivated' | 'closed';
  /** when name or state last changed (epoch milliseconds); 0: never */
  changedAt: number;
  /** Administer Jira. As in Jira, that alone does not allow browsing projects. */
  jiraAdmin: boolean;
  /** `null`: the site's */
  timeZone: string | null;
  /** whether it may use Jira */
  isLicensed: boolean;
};

/** A group; `members` are account ids. */
export type Group = { groupId: string; name: string; members: Set<string> };

/** An issue type: level 1 and above for epics and higher, 0 for story, task and bug, −1 for sub-tasks. */
export type IssueType = { id: string; name: string; hierarchyLevel: number };

export type StatusCategoryKey = 'undefined' | 'new' | 'indeterminate' | 'done';

export type Status = { id: string; name: string; category: StatusCategoryKey };

export type Named = { id: string; name: string };

export type Version = Named & { released: boolean };

export type Sprint = { id: number; name: string; state: 'future' | 'active' | 'closed'; boardId: number };

/** Archived projects can be read by link, trashed ones by nobody. Searches find neither. */
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

/** A parent that need not be on the site: an export may lack it. */
export type ParentRef = { id: string; key: string };

/** A link of an issue to another, as seen from the one. `outward`: it leads from there to the other */
export type IssueLink = { id: string; type: Named; outward: boolean; to: string };

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
  /** the flag shown on boards */
  flagged: boolean;
  team: Named | null;
  /** Values of the app's fields, by field id. */
  appValues: Record<string, unknown>;
  /** Hidden from every search and list, but readable by link. Jira does not show on an issue that it is archived. */
  archived: boolean;
  links: readonly IssueLink[];
  /** Issue security: the accounts that may see it; `null`: everyone who may browse the project. */
  visibleTo: string[] | null;
};

/** What a person may enter for an issue: names, created on first use. */
type IssueInput = {
  type: string;
  summary: string;
  /** A status, or its name if that is unique; the default is To Do. */
  status: string | Status;
  /** Default for done work: Done; `null`: none. */
  resolution: string | null;
  resolved: number | null;
  statusCategoryChanged: number | null;
  assignee: string | null;
  reporter: string | null;
  /** Id or key of an issue, or a reference to one that is not on the site. */
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
  /** The name of a team, or the id of an existing one. */
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
