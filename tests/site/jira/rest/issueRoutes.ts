import { statusBean } from '../beans';
import { fieldError, issueNotFound, JiraError } from '../errors';
import { issueBean } from '../fields';
import type { JiraData } from '../jiraData';
import type { Caller, Issue, ProjectPermission } from '../model';
import { changeFrom, nameOf, type IssueBody } from './issueBody';
import { withObjects } from './objects';
import { bodyOf, json, type Routes } from './route';

const BULK_LIMIT = 100;

export function issueRoutes(api: Routes, site: JiraData): void {
  const { access } = site;

  const visible = (idOrKey: string, caller: Caller): Issue => {
    const issue = site.issue(idOrKey);
    if (!access.maySee(caller, issue)) throw issueNotFound();
    return issue;
  };

  /** @throws JiraError 404 for an issue that cannot be seen, 403 without the permission */
  const allowed = (idOrKey: string, caller: Caller, permission: ProjectPermission, what: string): Issue => {
    const issue = visible(idOrKey, caller);
    if (access.may(caller, permission, issue.project)) return issue;
    throw new JiraError(403, [`You do not have permission to ${what} issues in this project.`]);
  };

  api.post('/issue/bulkfetch', async (c) => {
    const { caller } = c.env;
    const body = await bodyOf<{ issueIdsOrKeys: string[]; fields?: string[] }>(c);
    if (body.issueIdsOrKeys.length > BULK_LIMIT) {
      throw new JiraError(400, [`At most ${BULK_LIMIT} issues can be fetched at once.`]);
    }
    const found = new Set<Issue>();
    const issueErrors: { id: string; errorMessage: string }[] = [];
    for (const idOrKey of body.issueIdsOrKeys) {
      const issue = site.issues.find(idOrKey);
      const isAnswered = (one: Issue) =>
        site.life.archiving.bulkfetch ? access.maySee(caller, one) : access.mayFind(caller, one);
      if (issue && isAnswered(issue)) found.add(issue);
      else issueErrors.push({ id: idOrKey, errorMessage: issueNotFound().message });
    }
    const view = site.viewOf(caller);
    const inOrder = [...found].sort((one, other) => Number(one.id) - Number(other.id));
    const issues = inOrder.map((issue) => issueBean(issue, site.fields, body.fields ?? ['*navigable'], view));
    return withObjects(json({ issues, issueErrors }), issues.length);
  });

  api.post('/issue', async (c) => {
    const { caller } = c.env;
    const { fields = {} } = await bodyOf<IssueBody>(c);
    const named = nameOf(fields['project'], ['key', 'id']);
    const project = site.projects().find(({ id, key }) => id === named || key === named);
    if (!project) throw fieldError('project', 'Specify a valid project ID or key');
    if (!access.may(caller, 'CREATE_ISSUES', project)) {
      throw fieldError('project', 'You do not have permission to create issues in this project.');
    }
    const { type, summary, ...rest } = changeFrom(site, fields, ['project']);
    if (type === undefined) throw fieldError('issuetype', 'Specify an issue type');
    if (!summary) throw fieldError('summary', 'You must specify a summary of the issue.');
    const reporter = site.userOf(caller)?.accountId;
    const issue = site.createIssue({ reporter, ...rest, project: project.key, type, summary }, caller);
    return json({ id: issue.id, key: issue.key, self: `${site.baseUrl}/rest/api/3/issue/${issue.id}` }, 201);
  });

  api.get('/issue/:idOrKey', (c) => {
    const issue = visible(c.req.param('idOrKey'), c.env.caller);
    const fields = (c.req.queries('fields') ?? []).flatMap((one) => one.split(','));
    return json(issueBean(issue, site.fields, fields, site.viewOf(c.env.caller)));
  });

  api.put('/issue/:idOrKey', async (c) => {
    const issue = allowed(c.req.param('idOrKey'), c.env.caller, 'EDIT_ISSUES', 'edit');
    const { fields = {}, update } = await bodyOf<IssueBody>(c);
    if (update) throw new JiraError(400, ['The local site does not know update operations; set fields.']);
    site.editIssue(issue.id, changeFrom(site, fields, []), c.env.caller);
    return c.body(null, 204);
  });

  api.delete('/issue/:idOrKey', (c) => {
    const issue = allowed(c.req.param('idOrKey'), c.env.caller, 'DELETE_ISSUES', 'delete');
    const subtasks = site.issues.childrenOf(issue.id).some((child) => child.type.hierarchyLevel < 0);
    if (subtasks && c.req.query('deleteSubtasks') !== 'true') {
      throw new JiraError(400, [
        `The issue '${issue.key}' has subtasks. You must specify the 'deleteSubtasks' parameter to delete this issue and all its subtasks.`,
      ]);
    }
    site.deleteIssue(issue.id, c.env.caller);
    return c.body(null, 204);
  });

  // Every status leads to every other, so a transition has the id of its status.
  api.get('/issue/:idOrKey/transitions', (c) => {
    const issue = visible(c.req.param('idOrKey'), c.env.caller);
    const view = site.viewOf(c.env.caller);
    const may = access.may(c.env.caller, 'TRANSITION_ISSUES', issue.project);
    const statuses = may ? site.catalogue.statuses().filter((status) => status !== issue.status) : [];
    const transitions = statuses.map((status) => ({ id: status.id, name: status.name, to: statusBean(status, view) }));
    return json({ transitions });
  });

  api.post('/issue/:idOrKey/transitions', async (c) => {
    const issue = visible(c.req.param('idOrKey'), c.env.caller);
    const { transition } = await bodyOf<IssueBody>(c);
    const status = site.catalogue.statuses().find((one) => one.id === transition?.id);
    if (!status || !access.may(c.env.caller, 'TRANSITION_ISSUES', issue.project)) {
      throw new JiraError(400, [
        'It seems that you have tried to perform an operation which you are not permitted to perform.',
      ]);
    }
    site.editIssue(issue.id, { status: status.name }, c.env.caller);
    return c.body(null, 204);
  });
}
