import { Access, roles, type Role } from './access';
import type { View } from './beans';
import { blankIssue } from './blankIssue';
import { Catalogue } from './catalogue';
import { changesBetween } from './changes';
import type { Clock } from '../clock';
import { Directory, type NewUser } from './directory';
import { edited } from './edits';
import { issueNotFound } from './errors';
import { Announcer, eventIssue, type IssueEvent, type JiraEvent } from './events';
import { allFields, type Field } from './fields';
import { type Change, History } from './history';
import { IssueStore } from './issueStore';
import type { AppFunctionResults, AppJqlFunctions } from './jql/appFunctions';
import { compileJql, type Query } from './jql/compile';
import { Life } from './life';
import { Links } from './links';
import type {
  AppField,
  Caller,
  Group,
  Issue,
  IssueChange,
  Named,
  NewIssue,
  Project,
  ProjectPermission,
  User,
  Version,
} from './model';
import type { JiraSiteOptions } from './options';
import { type NewProject, Projects } from './projects';
import { RateLimits } from './rateLimits';

const appCaller: Caller = { kind: 'app' };
const nobody: Caller = { kind: 'user', accountId: '' };

/**
 * What a Jira Cloud site holds, in memory: its people, projects and issues, what can be done to them, and the events that this raises.
 * Of Forge it knows only the app's custom fields. The REST API stands on it (jiraSite.ts).
 */
export class JiraData {
  readonly clock: Clock;
  readonly timeZone: string;
  readonly baseUrl: string;
  readonly catalogue = new Catalogue();
  readonly directory = new Directory();
  readonly issues = new IssueStore();
  readonly history = new History();
  readonly fields: readonly Field[];
  readonly appFields: readonly (Field & { app: AppField })[];
  readonly access: Access;
  /** What Jira allows the app. */
  readonly rates: RateLimits;
  /** How projects and issues are archived, trashed, restored and deleted. */
  readonly life: Life;
  /** The app's JQL functions; `null` while no app is there. */
  jqlFunctions: AppJqlFunctions | null = null;
  /** How issues are linked to each other. */
  readonly links: Links;
  /** The account that Jira makes for the app. */
  readonly appUser: User;
  private readonly projectList = new Projects(this.catalogue);
  private readonly announcer = new Announcer();

  constructor(options: JiraSiteOptions) {
    this.clock = options.clock;
    this.timeZone = options.timeZone ?? 'UTC';
    this.baseUrl = options.baseUrl ?? 'https://local.atlassian.net';
    this.rates = new RateLimits(options.clock);
    this.fields = allFields(options.appFields);
    this.appFields = this.fields.flatMap((field) => (field.app ? [{ ...field, app: field.app }] : []));
    this.access = new Access((caller) => this.userOf(caller));
    this.appUser = this.directory.add(
      { accountId: 'app:execution-alignment', displayName: 'Execution Alignment' },
      'app',
    );
    this.links = new Links(this, this.announcer);
    this.life = new Life(this, this.projectList, this.announcer, (issue) =>
      this.raise('avi:jira:updated:issue', issue, nobody),
    );
  }

  onEvent(listener: (event: JiraEvent) => void): void {
    this.announcer.onEvent(listener);
  }

  addUser(user: NewUser): User {
    return this.directory.add(user, 'atlassian');
  }

  user(accountId: string): User | undefined {
    return this.directory.byAccountId.get(accountId);
  }

  /** People, apps left out. */
  users(): User[] {
    return this.directory.all().filter(({ accountType, state }) => accountType === 'atlassian' && state === 'active');
  }

  /** Adds a group, or these members to a group of that name. */
  addGroup(name: string, accountIds: readonly string[]): Group {
    return this.directory.addGroup(name, accountIds);
  }

  /** The account that asks; none, if it is not active. */
  userOf(caller: Caller): User | undefined {
    const user = caller.kind === 'app' ? this.appUser : this.user(caller.accountId);
    return user?.state === 'active' ? user : undefined;
  }

  /** How the caller sees the site: instants in their time zone. */
  viewOf(caller: Caller): View {
    return {
      baseUrl: this.baseUrl,
      timeZone: this.userOf(caller)?.timeZone ?? this.timeZone,
      find: (id) => this.issues.find(id),
      maySee: (issue) => this.access.maySee(caller, issue),
    };
  }

  addProject(project: NewProject): Project {
    const added = this.projectList.add(project);
    this.access.setEveryone(added, roles[project.everyone ?? 'member']);
    return added;
  }

  /** @throws JiraError 404 */
  project(idOrKey: string): Project {
    return this.projectList.get(idOrKey);
  }

  /** The live projects. */
  projects(): Project[] {
    return this.projectList.in('live');
  }

  /** Gives a project another key, and so each of its issues: without an event, and without touching `updated`, as in Jira. */
  changeProjectKey(idOrKey: string, key: string): void {
    const project = this.project(idOrKey);
    this.projectList.changeKey(project, key);
    this.issues.changeKeys(project);
  }

  /** What one account may do in a project; it takes the place of the project's rule for everyone. */
  setPermissions(projectKey: string, accountId: string, permissions: Role | readonly ProjectPermission[]): void {
    this.access.set(
      this.project(projectKey),
      accountId,
      typeof permissions === 'string' ? roles[permissions] : permissions,
    );
  }

  /** The component of that name, made on first use. */
  component(project: Project, name: string): Named {
    return this.projectList.component(project, name);
  }

  /** The version of that name, made on first use. */
  version(project: Project, name: string): Version {
    return this.projectList.version(project, name);
  }

  /** @throws JiraError 404 */
  issue(idOrKey: string): Issue {
    const found = this.issues.find(idOrKey);
    if (!found) throw issueNotFound();
    return found;
  }

  /**
   * Creates an issue, with Jira's defaults for what is not given.
   * @param by who does it; `null` loads the issue as it is, without an event
   */
  createIssue(input: NewIssue, by: Caller | null = appCaller): Issue {
    const { project: projectKey, id, key, created, updated, ...rest } = input;
    const project = this.project(projectKey);
    const now = this.clock.now();
    const blank = blankIssue(this.catalogue, {
      id: id ?? this.issues.nextId(),
      key: key ?? this.issues.nextKey(project.key),
      project,
      created: created ?? now,
      updated: updated ?? created ?? now,
    });
    const issue = edited(blank, rest, this.editContext(now));
    this.issues.put(issue);
    if (by) this.raise('avi:jira:created:issue', issue, by);
    return issue;
  }

  /** Changes an issue and raises the event with its changelog. Nothing happens if nothing differs. */
  editIssue(idOrKey: string, change: IssueChange, by: Caller = appCaller): Issue {
    const now = this.clock.now();
    const before = this.life.editable(idOrKey);
    return this.change(before, edited(before, change, this.editContext(now)), by);
  }

  /** Moves an issue and its sub-tasks to another project, where they get new keys. The old keys still find them. */
  moveIssue(idOrKey: string, projectKey: string, by: Caller = appCaller): Issue {
    const before = this.life.editable(idOrKey);
    const project = this.project(projectKey);
    const key = this.issues.nextKey(project.key);
    const moved = this.change(before, { ...before, project, key, components: [], fixVersions: [] }, by);
    for (const child of this.issues.childrenOf(moved.id)) {
      if (child.type.hierarchyLevel < 0) this.moveIssue(child.id, projectKey, by);
    }
    return moved;
  }

  /**
   * Deletes an issue and its sub-tasks. Other children lose their parent. As in Jira, there is no event for sub-tasks
   * and children.
   */
  deleteIssue(idOrKey: string, by: Caller = appCaller): void {
    const issue = this.issue(idOrKey);
    this.issues.removeWithSubtasks(issue);
    this.history.remove(issue.id);
    this.raise('avi:jira:deleted:issue', issue, by);
  }

  /** Sets the app's field, named by its module key, without an event or a change of `updated`: for loading data. */
  loadAppValue(idOrKey: string, moduleKey: string, value: unknown): void {
    const before = this.issue(idOrKey);
    this.issues.replace(
      before,
      edited(before, { appValues: { [moduleKey]: value } }, this.editContext(this.clock.now())),
    );
  }

  /** Sets the app's fields as `PUT /app/field/{id}/value` does. */
  writeAppValue(
    idOrKey: string,
    moduleKey: string,
    value: unknown,
    tell: { changelog: boolean; events: boolean },
  ): void {
    const now = this.clock.now();
    const before = this.issue(idOrKey);
    const next = edited(before, { appValues: { [moduleKey]: value } }, this.editContext(now));
    this.change(before, next, appCaller, tell);
  }

  /**
   * Compiles a JQL query.
   * @param searchable whether a query may name a project. One that it refuses, or that does not exist, is an error;
   * without it any may be named
   * @param appFunctions results of the functions of apps in it
   * @throws JiraError 400 that says what is wrong
   */
  query(
    jql: string,
    caller: Caller = appCaller,
    searchable?: (project: Project) => boolean,
    appFunctions?: AppFunctionResults,
  ): Query {
    return compileJql(jql, {
      appFunctions,
      searchable,
      fields: this.fields,
      issues: this.issues,
      projects: () => this.projects(),
      now: this.clock.now(),
      timeZone: this.viewOf(caller).timeZone,
      accountId: this.userOf(caller)?.accountId ?? '',
    });
  }

  private change(before: Issue, next: Issue, by: Caller, tell = { changelog: true, events: true }): Issue {
    const items = changesBetween(before, next, this.fields);
    this.issues.replace(before, { ...next, updated: items.length > 0 ? this.clock.now() : before.updated });
    const after = this.issue(next.id);
    const author = this.userOf(by) ?? this.appUser;
    const isTold = items.length > 0 && tell.changelog;
    const kept = isTold ? this.history.add({ issue: after.id, author, at: this.clock.now(), items }) : undefined;
    if (items.length > 0 && tell.events) this.raise('avi:jira:updated:issue', after, by, kept);
    return after;
  }

  /** Raises an event if the app may see the issue. */
  private raise(eventType: IssueEvent['eventType'], issue: Issue, by: Caller, change?: Change): void {
    if (!this.access.maySee(appCaller, issue)) return;
    const told = eventIssue(issue, this.fields, this.viewOf(appCaller));
    const who = { atlassianId: this.userOf(by)?.accountId, selfGenerated: by.kind === 'app' };
    this.announcer.raise({ eventType, issue: told, ...who }, change);
  }

  private editContext(now: number) {
    return {
      catalogue: this.catalogue,
      issues: this.issues,
      appFields: this.appFields,
      users: this.directory.byAccountId,
      component: (project: Project, name: string) => this.component(project, name),
      version: (project: Project, name: string) => this.version(project, name),
      now,
    };
  }
}
