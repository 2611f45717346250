import { projectPermissions } from '../access';
import { issueNotFound, JiraError } from '../errors';
import type { JiraData } from '../jiraData';
import type { Caller, Project, ProjectPermission } from '../model';
import { bodyOf, json, type Routes } from './route';

type BulkRequest = {
  accountId?: string;
  globalPermissions?: string[];
  projectPermissions?: { permissions: string[]; projects?: number[]; issues?: number[] }[];
};

/** Jira's limit of issues or projects in a check. */
const LIMIT = 1000;

export function permissionRoutes(api: Routes, site: JiraData): void {
  const { access } = site;

  api.get('/mypermissions', (c) => {
    const { caller } = c.env;
    const asked = (c.req.query('permissions') ?? '').split(',').filter((key) => key !== '');
    if (asked.length === 0) throw new JiraError(400, ["The 'permissions' query parameter is required."]);
    const scope = scopeOf(site, caller, (name) => c.req.query(name));
    const permissions = asked.map((key) => {
      const global = key === 'ADMINISTER';
      const inProjects = scope ? [scope] : site.projects();
      const havePermission = global
        ? access.isJiraAdmin(caller)
        : inProjects.some((project) => access.may(caller, projectPermission(key), project));
      const type = global ? 'GLOBAL' : 'PROJECT';
      return [key, { id: idOf(key), key, name: nameOf(key), type, description: '', havePermission }] as const;
    });
    return json({ permissions: Object.fromEntries(permissions) });
  });

  api.post('/permissions/project', async (c) => {
    const { permissions } = await bodyOf<{ permissions: string[] }>(c);
    const wanted = permissions.map(projectPermission);
    const projects = site
      .projects()
      .filter((project) => wanted.every((permission) => access.may(c.env.caller, permission, project)))
      .map(({ id, key }) => ({ id: Number(id), key }));
    return json({ projects });
  });

  api.post('/permissions/check', async (c) => {
    const body = await bodyOf<BulkRequest>(c);
    const subject = subjectOf(site, c.env.caller, body.accountId);
    const globalPermissions = (body.globalPermissions ?? []).filter(
      (key) => key === 'ADMINISTER' && access.isJiraAdmin(subject),
    );
    const grants = (body.projectPermissions ?? []).flatMap(({ permissions, projects = [], issues = [] }) => {
      if (projects.length > LIMIT || issues.length > LIMIT) {
        throw new JiraError(400, [`At most ${LIMIT} projects and ${LIMIT} issues can be checked at once.`]);
      }
      return permissions.map((key) => {
        const permission = projectPermission(key);
        const inProjects = site.projects().filter((project) => access.may(subject, permission, project));
        const granted = new Set(inProjects.map((project) => Number(project.id)));
        return {
          permission,
          projects: projects.filter((id) => granted.has(id)),
          issues: issues.filter((id) => {
            const issue = site.issues.find(String(id));
            if (issue === undefined || !granted.has(Number(issue.project.id))) return false;
            // Archived issues are read-only.
            return permission === 'BROWSE_PROJECTS' ? access.maySee(subject, issue) : access.mayFind(subject, issue);
          }),
        };
      });
    });
    return json({ globalPermissions, projectPermissions: grants });
  });
}

function projectPermission(key: string): ProjectPermission {
  const found = projectPermissions.find((permission) => permission === key);
  if (!found) throw new JiraError(400, [`Unrecognized permission: ${key}`]);
  return found;
}

const idOf = (key: string) => String(['ADMINISTER', ...projectPermissions].indexOf(key));

const nameOf = (key: string) =>
  key === 'ADMINISTER' ? 'Administer Jira' : key.charAt(0) + key.slice(1).toLowerCase().replaceAll('_', ' ');

/**
 * The project in question; `null`: any.
 * @throws JiraError 404 if it cannot be seen
 */
function scopeOf(site: JiraData, caller: Caller, query: (name: string) => string | undefined): Project | null {
  const issue = query('issueId') ?? query('issueKey');
  if (issue !== undefined) {
    const found = site.issue(issue);
    if (!site.access.maySee(caller, found)) throw issueNotFound();
    return found.project;
  }
  const project = query('projectId') ?? query('projectKey');
  return project === undefined ? null : site.project(project);
}

/** Whose permissions are asked for. Only the app and Jira admins may ask for another person's. */
function subjectOf(site: JiraData, caller: Caller, accountId: string | undefined): Caller {
  if (accountId === undefined || (caller.kind === 'user' && caller.accountId === accountId)) return caller;
  if (caller.kind === 'user' && !site.access.isJiraAdmin(caller)) {
    throw new JiraError(403, ['Only Jira administrators may ask for the permissions of somebody else.']);
  }
  return { kind: 'user', accountId };
}
