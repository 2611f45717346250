import type { JiraSite } from '../jira/jiraSite';
import { readExport, type Who } from './exportIssue';
import { importedValues } from './importedValues';
import { sameType, type TypeLevel } from './levels';
import type { Reading } from './reading';
import { relate, type Related, type RelatedIssue } from './relate';

/** The viewers of loaded data. The export's own people get accounts as the export names them. */
const localPeople = {
  admin: { accountId: 'local:admin', displayName: 'Local admin' },
  viewer: { accountId: 'local:viewer', displayName: 'Local viewer' },
} as const;

/**
 * Reads an export of one or more files, without loading it.
 * @throws InputError
 */
export function readIssues(files: readonly string[], reading?: Reading): Related {
  return relate(files.flatMap((file) => readExport(file, reading)));
}

/**
 * Loads an export's issues, without events: they existed before the app.
 * @param levels of their types, by `sameType`
 * @throws InputError for a value that the app's field refuses, before the first issue is loaded
 */
export function loadIssues(
  jira: JiraSite,
  issues: readonly RelatedIssue[],
  levels: ReadonlyMap<string, TypeLevel>,
): void {
  const appValues = importedValues(jira, issues);
  for (const { type } of issues) jira.catalogue.addIssueType(type, levels.get(sameType(type))?.level ?? 0);
  addProjects(jira, issues);
  const sprints = new Map<string, number>();
  const sprintId = (name: string): number => {
    const known = sprints.get(name);
    if (known !== undefined) return known;
    const { id } = jira.catalogue.addSprint(name, 'closed');
    sprints.set(name, id);
    return id;
  };
  for (const issue of issues) {
    jira.createIssue(
      {
        id: issue.id,
        key: issue.key,
        project: issue.projectKey,
        type: issue.type,
        summary: issue.summary,
        status: jira.catalogue.addStatus(issue.status, issue.category),
        resolution: issue.resolution,
        resolved: issue.resolved,
        statusCategoryChanged: issue.statusCategoryChanged,
        created: issue.created,
        updated: issue.updated ?? issue.created,
        assignee: person(jira, issue.assignee),
        reporter: person(jira, issue.reporter),
        parent: issue.parent,
        priority: issue.priority ?? 'Medium',
        components: issue.components,
        fixVersions: issue.fixVersions,
        labels: issue.labels,
        due: issue.due,
        sprints: issue.sprints.map(sprintId),
        storyPoints: issue.storyPoints,
        storyPointEstimate: issue.storyPointEstimate,
        flagged: issue.flagged,
        team: issue.team,
        appValues: appValues.get(issue.id),
      },
      null,
    );
  }
}

function addProjects(jira: JiraSite, issues: readonly RelatedIssue[]): void {
  const { admin, viewer } = localPeople;
  jira.addUser({ ...admin, jiraAdmin: true });
  jira.addUser(viewer);
  const names = new Map<string, { key: string; name: string }>();
  for (const { projectKey, projectName } of issues) {
    const known = names.get(projectKey.toUpperCase());
    if (!known) names.set(projectKey.toUpperCase(), { key: projectKey, name: projectName });
    else known.name ||= projectName;
  }
  for (const { key, name } of names.values()) {
    jira.addProject({ key, name: name || key });
    jira.setPermissions(key, admin.accountId, 'admin');
    jira.setPermissions(key, viewer.accountId, 'viewer');
  }
}

function person(jira: JiraSite, who: Who | null): string | null {
  if (who && !jira.user(who.accountId)) jira.addUser(who);
  return who?.accountId ?? null;
}
