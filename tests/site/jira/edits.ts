import { checkSchema } from './appValues';
import type { Catalogue } from './catalogue';
import { fieldError, JiraError } from './errors';
import type { Field } from './fields';
import type { IssueStore } from './issueStore';
import type { Issue, IssueChange, ParentRef, Project, User } from './model';

/** Where an edit looks names up. */
export type EditContext = {
  catalogue: Catalogue;
  issues: IssueStore;
  appFields: readonly Field[];
  users: ReadonlyMap<string, User>;
  component: (project: Project, name: string) => Issue['components'][number];
  version: (project: Project, name: string) => Issue['fixVersions'][number];
  now: number;
};

/**
 * The issue after a change. A change of status into done sets a resolution and its day, as Jira's default workflow
 * does, unless the change says otherwise. A change out of done clears both.
 * @throws JiraError 400 for a value that does not exist
 */
export function edited(issue: Issue, change: IssueChange, context: EditContext): Issue {
  const { catalogue } = context;
  const next: Issue = { ...issue };
  if (change.type !== undefined) next.type = known(catalogue.issueType(change.type), 'issuetype', change.type);
  if (change.status !== undefined) {
    const { status } = change;
    moveTo(next, typeof status === 'string' ? known(catalogue.status(status), 'status', status) : status, context);
  }
  if (change.resolution !== undefined) {
    next.resolution = change.resolution === null ? null : catalogue.resolutions.named(change.resolution);
    next.resolved = next.resolution ? (next.resolved ?? context.now) : null;
  }
  if (change.assignee !== undefined) next.assignee = person(change.assignee, 'assignee', context);
  if (change.reporter !== undefined) next.reporter = person(change.reporter, 'reporter', context);
  if (change.parent !== undefined) next.parent = parentRef(change.parent, context.issues);
  if (change.priority !== undefined) next.priority = catalogue.priorities.named(change.priority);
  if (change.components) next.components = change.components.map((name) => context.component(next.project, name));
  if (change.fixVersions) next.fixVersions = change.fixVersions.map((name) => context.version(next.project, name));
  if (change.sprints) {
    next.sprints = change.sprints.map((id) => known(catalogue.sprint(id), 'Sprint', String(id)));
  }
  if (change.team !== undefined) next.team = change.team === null ? null : team(change.team, catalogue);
  if (change.appValues) next.appValues = withAppValues(issue.appValues, change.appValues, context.appFields);
  const plain = ['summary', 'statusCategoryChanged', 'resolved', 'labels', 'due', 'flagged', 'visibleTo'] as const;
  const numbers = ['storyPoints', 'storyPointEstimate'] as const;
  for (const name of [...plain, ...numbers])
    if (change[name] !== undefined) Object.assign(next, { [name]: change[name] });
  return next;
}

function moveTo(issue: Issue, status: Issue['status'], { catalogue, now }: EditContext): void {
  if (status.category !== issue.status.category) {
    issue.statusCategoryChanged = now;
    issue.resolution = status.category === 'done' ? catalogue.resolutions.named('Done') : null;
    issue.resolved = issue.resolution && now;
  }
  issue.status = status;
}

function parentRef(parent: string | ParentRef | null, issues: IssueStore): ParentRef | null {
  if (parent === null || typeof parent !== 'string') return parent;
  const found = known(issues.find(parent), 'parent', parent);
  return { id: found.id, key: found.key };
}

/** By id, or by name, which is created if it is new. */
const team = (idOrName: string, { teams }: Catalogue) => teams.byId(idOrName) ?? teams.named(idOrName);

function person(accountId: string | null, field: string, { users }: EditContext): User | null {
  return accountId === null ? null : known(users.get(accountId), field, accountId);
}

function withAppValues(old: Issue['appValues'], values: Record<string, unknown>, appFields: readonly Field[]) {
  const next = { ...old };
  for (const [moduleKey, value] of Object.entries(values)) {
    const field = appFields.find((one) => one.app?.moduleKey === moduleKey);
    if (!field) throw new JiraError(404, [`The app has no field "${moduleKey}".`]);
    checkSchema(field, value);
    if (value === null) delete next[field.id];
    else next[field.id] = value;
  }
  return next;
}

function known<T>(found: T | undefined, field: string, value: string): T {
  if (found === undefined) throw fieldError(field, `The value '${value}' does not exist for the field '${field}'.`);
  return found;
}
