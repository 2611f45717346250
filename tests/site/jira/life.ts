import type { Clock } from '../clock';
import type { Access } from './access';
import { JiraError } from './errors';
import type { Announcer, ProjectEvent } from './events';
import type { IssueStore } from './issueStore';
import type { Issue, Project, ProjectState } from './model';
import type { NewProject, Projects } from './projects';

type Happening = 'created' | 'archived' | 'unarchived' | 'softdeleted' | 'restored' | 'deleted';

/** The parts of the site that this needs. */
type Held = {
  readonly clock: Clock;
  readonly access: Access;
  readonly issues: IssueStore;
  addProject(project: NewProject): Project;
  project(idOrKey: string): Project;
  issue(idOrKey: string): Issue;
};

/** Archives, trashes, restores and deletes projects and issues. */
export class Life {
  /**
   * What Jira does not document of archived issues: whether a bulk fetch still answers them, and whether archiving or
   * restoring one raises an event and changes its `updated`. An app must bear either.
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

  /** Archives a project: searches no longer find its issues, links still do. */
  archiveProject(idOrKey: string): void {
    this.move(idOrKey, 'archived', 'archived');
  }

  /** Moves a project to the trash, where nobody sees its issues. */
  trashProject(idOrKey: string): void {
    this.move(idOrKey, 'trashed', 'softdeleted');
  }

  /** Restores a project from the archive or the trash. */
  restoreProject(idOrKey: string): void {
    const { state } = this.site.project(idOrKey);
    if (state !== 'live') this.move(idOrKey, 'live', state === 'archived' ? 'unarchived' : 'restored');
  }

  /**
   * Deletes a project with its issues. An event tells of the project, none of the issues. Children in other projects
   * lose their parents.
   */
  deleteProject(idOrKey: string): void {
    const { issues } = this.site;
    const project = this.site.project(idOrKey);
    for (const issue of [...issues.ofProject(project.id)]) {
      const held = issues.find(issue.id);
      if (held) issues.removeWithSubtasks(held);
    }
    this.projects.remove(project);
    this.raise('deleted', project);
  }

  /** Archives or restores an issue with its sub-tasks. A sub-task cannot be archived alone. */
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

  /**
   * An issue that can be changed.
   * @throws JiraError 404, or 400 if it is archived and so read-only
   */
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

  /** Raises an event if the app may browse the project. */
  private raise(happened: Happening, project: Project): void {
    if (!this.site.access.may({ kind: 'app' }, 'BROWSE_PROJECTS', project)) return;
    const { id, key, name } = project;
    const eventType: ProjectEvent['eventType'] = `avi:jira:${happened}:project`;
    this.announcer.tell({ eventType, project: { id, key, name }, selfGenerated: false });
  }
}
