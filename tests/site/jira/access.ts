import type { Caller, Issue, Project, ProjectPermission, User } from './model';

/** Usual sets of permissions. */
export const roles = {
  none: [],
  viewer: ['BROWSE_PROJECTS'],
  member: ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES', 'DELETE_ISSUES'],
  admin: [
    'BROWSE_PROJECTS',
    'CREATE_ISSUES',
    'EDIT_ISSUES',
    'TRANSITION_ISSUES',
    'DELETE_ISSUES',
    'ADMINISTER_PROJECTS',
  ],
} as const satisfies Record<string, readonly ProjectPermission[]>;

export type Role = keyof typeof roles;

export const projectPermissions: readonly ProjectPermission[] = roles.admin;

/** Who may do what: per project a rule for everyone, and exceptions for single accounts. */
export class Access {
  private readonly everyone = new Map<string, ReadonlySet<ProjectPermission>>();
  private readonly single = new Map<string, ReadonlySet<ProjectPermission>>();

  constructor(private readonly userOf: (caller: Caller) => User | undefined) {}

  setEveryone(project: Project, permissions: readonly ProjectPermission[]): void {
    this.everyone.set(project.id, new Set(permissions));
  }

  set(project: Project, accountId: string, permissions: readonly ProjectPermission[]): void {
    this.single.set(`${project.id} ${accountId}`, new Set(permissions));
  }

  /** An app may do everything in a project unless the project says otherwise, as Jira's project role for apps has it. */
  may(caller: Caller, permission: ProjectPermission, project: Project): boolean {
    const user = this.userOf(caller);
    if (!user) return false;
    const own = this.single.get(`${project.id} ${user.accountId}`);
    if (own) return own.has(permission);
    return user.accountType === 'app' || (this.everyone.get(project.id)?.has(permission) ?? false);
  }

  /**
   * Whether somebody may see an issue by its link: Browse projects in its project, and issue security. Nobody sees
   * issues in the trash.
   */
  maySee(caller: Caller, issue: Issue): boolean {
    if (issue.project.state === 'trashed') return false;
    if (!this.may(caller, 'BROWSE_PROJECTS', issue.project)) return false;
    if (issue.visibleTo === null || caller.kind === 'app') return true;
    return issue.visibleTo.includes(caller.accountId);
  }

  /** Whether a search may find an issue. Archived issues, and those of archived projects, are never found. */
  mayFind(caller: Caller, issue: Issue): boolean {
    return !issue.archived && issue.project.state === 'live' && this.maySee(caller, issue);
  }

  isJiraAdmin(caller: Caller): boolean {
    return this.userOf(caller)?.jiraAdmin ?? false;
  }
}
