import type { Clock } from '../clock';
import type { Access } from './access';
import { JiraError } from './errors';
import type { Announcer, ProjectEvent } from './events';
import type { IssueStore } from './issueStore';
import type { Issue, Project, ProjectState } from './model';
import type { NewProject, Projects } from './projects';

type Happening = 'created' | 'archived' | 'unarchived' | 'softdeleted' | 'restored' | 'deleted';

/** What archiving, trashing and deleting need of the site. */
type Held = {
  readonly clock: Clock;
  readonly access: Access;
  readonly issues: IssueStore;
  addProject(project: NewProject): Project;
  project(idOrKey: string): Project;
  issue(idOrKey: string): Issue;
};

/** What becomes of projects and issues as a whole: they are archived, trashed, restored and deleted. */
export class Life {
  /**
   * What Jira does not document of archived issues: whether a bulk fetch still answers them, and whether archiving and restoring one
   * raises its event and changes its `updated`. An app must bear either.
   */
  archiving = { bulkfetch: true, event: true, updated: true };

  constructor(
    private readonly site: Held,
    private readonly projects: Projects,
    private readonly announcer: Announcer,
    private readonly raiseUpdated: (issue: Issue) => void,
  ) {}

  projectsIn(...states: ProjectState[]): Project[] {
    return this.projects.in(...states);
  }

  /** Adds a project and raises its event. */
  createProject(project: NewProject): Project {
    const added = this.site.addProject(project);
    this.raise('created', added);
    return added;
  }

  /** Archives a project: its issues leave every search, and can be read by a link. */
  archiveProject(idOrKey: string): void {
    this.move(idOrKey, 'archived', 'archived');
  }

  /** Moves a project to the trash, where nobody sees its issues. */
  trashProject(idOrKey: string): void {
    this.move(idOrKey, 'trashed', 'softdeleted');
  }

  /** Brings a project back from the archive or from the trash, as it was. */
  restoreProject(idOrKey: string): void {
    const { state } = this.site.project(idOrKey);
    if (state !== 'live') this.move(idOrKey, 'live', state === 'archived' ? 'unarchived' : 'restored');
  }

  /** Deletes a project with its issues: an event tells of the project, none of the issues. Children in other projects lose their parents. */
  deleteProject(idOrKey: string): void {
    const { issues } = this.site;
    const project = this.site.project(idOrKey);
    for (const issue of [...issues.ofProject(project.id)]) {
      if (issues.find(issue.id)) issues.removeWithSubtasks(issue);
    }
    this.projects.remove(project);
    this.raise('deleted', project);
  }

  /** Archives an issue and its sub-tasks, or brings them back. Sub-tasks go with their parents only. */
  archiveIssue(idOrKey: string, archived = true): void {
    const { clock, issues } = this.site;
    const before = this.site.issue(idOrKey);
    const updated = this.archiving.updated ? clock.now() : before.updated;
    issues.replace(before, { ...before, archived, updated });
    if (this.archiving.event) this.raiseUpdated(this.site.issue(before.id));
    for (const child of issues.childrenOf(before.id)) {
      if (child.type.hierarchyLevel < 0) this.archiveIssue(child.id, archived);
    }
  }

  /** An issue that can be changed. @throws JiraError 404, or 400 for what is archived: it can only be read */
  editable(idOrKey: string): Issue {
    const issue = this.site.issue(idOrKey);
    if (!issue.archived && issue.project.state === 'live') return issue;
    throw new JiraError(400, ['The issue is archived. It can only be read.']);
  }

  private move(idOrKey: string, state: ProjectState, happened: Happening): void {
    const project = this.site.project(idOrKey);
    project.state = state;
    this.raise(happened, project);
  }

  /** An app hears of projects that it may browse. */
  private raise(happened: Happening, project: Project): void {
    if (!this.site.access.may({ kind: 'app' }, 'BROWSE_PROJECTS', project)) return;
    const { id, key, name } = project;
    const eventType: ProjectEvent['eventType'] = `avi:jira:${happened}:project`;
    this.announcer.tell({ eventType, project: { id, key, name }, selfGenerated: false });
  }
}
