import * as bean from './beans';
import type { View } from './beans';
import type { AppField, Issue } from './model';

type Schema = { type: string; system?: string; items?: string; custom?: string; customId?: number };

/** An issue field: how `GET /field` lists it, how JQL names it, and how its value appears on an issue. */
export type Field = {
  id: string;
  name: string;
  clauseNames: string[];
  schema: Schema;
  /** Set for the app's own fields. */
  app?: AppField;
  read: (issue: Issue, view: View) => unknown;
};

const system = (
  id: string,
  name: string,
  clauseNames: string[],
  type: string,
  read: Field['read'],
  items?: string,
): Field => ({
  id,
  name,
  clauseNames,
  schema: { type, system: id, ...(items === undefined ? {} : { items }) },
  read,
});

const custom = (
  customId: number,
  name: string,
  schema: { type: string; items?: string; custom: string },
  read: Field['read'],
): Field => ({
  id: `customfield_${customId}`,
  name,
  clauseNames: [`cf[${customId}]`, name],
  schema: { ...schema, customId },
  read,
});

const systemFields: Field[] = [
  system('summary', 'Summary', ['summary'], 'string', (issue) => issue.summary),
  system('issuetype', 'Issue Type', ['issuetype', 'type'], 'issuetype', (issue, view) =>
    bean.typeBean(issue.type, view),
  ),
  system('project', 'Project', ['project'], 'project', (issue, view) => bean.projectBean(issue.project, view)),
  system('status', 'Status', ['status'], 'status', (issue, view) => bean.statusBean(issue.status, view)),
  system(
    'statuscategorychangedate',
    'Status Category Changed',
    ['statusCategoryChangedDate'],
    'datetime',
    (issue, view) => bean.instantBean(issue.statusCategoryChanged, view),
  ),
  system(
    'resolution',
    'Resolution',
    ['resolution'],
    'resolution',
    (issue, view) => issue.resolution && bean.namedBean('resolution', issue.resolution, view),
  ),
  system('resolutiondate', 'Resolved', ['resolutiondate', 'resolved'], 'datetime', (issue, view) =>
    bean.instantBean(issue.resolved, view),
  ),
  system('created', 'Created', ['created', 'createdDate'], 'datetime', (issue, view) =>
    bean.instantBean(issue.created, view),
  ),
  system('updated', 'Updated', ['updated', 'updatedDate'], 'datetime', (issue, view) =>
    bean.instantBean(issue.updated, view),
  ),
  system(
    'assignee',
    'Assignee',
    ['assignee'],
    'user',
    (issue, view) => issue.assignee && bean.userBean(issue.assignee, view),
  ),
  system(
    'reporter',
    'Reporter',
    ['reporter'],
    'user',
    (issue, view) => issue.reporter && bean.userBean(issue.reporter, view),
  ),
  system('parent', 'Parent', ['parent'], 'issuelink', bean.parentBean),
  system('priority', 'Priority', ['priority'], 'priority', (issue, view) => bean.priorityBean(issue.priority, view)),
  system(
    'components',
    'Components',
    ['component'],
    'array',
    (issue, view) => issue.components.map((one) => bean.namedBean('component', one, view)),
    'component',
  ),
  system(
    'fixVersions',
    'Fix versions',
    ['fixVersion'],
    'array',
    (issue, view) => issue.fixVersions.map((one) => bean.versionBean(one, view)),
    'version',
  ),
  system('labels', 'Labels', ['labels'], 'array', (issue) => issue.labels, 'string'),
  system('issuelinks', 'Linked Issues', ['issueLink'], 'array', bean.linkBeans, 'issuelinks'),
  system('duedate', 'Due date', ['due', 'duedate'], 'date', (issue) => issue.due),
];

/** The ids of these fields on most sites. An app must not rely on them. */
const softwareFields: Field[] = [
  custom(10020, 'Sprint', { type: 'array', items: 'json', custom: 'com.pyxis.greenhopper.jira:gh-sprint' }, (issue) =>
    issue.sprints.length > 0 ? issue.sprints.map(bean.sprintBean) : null,
  ),
  custom(
    10016,
    'Story point estimate',
    { type: 'number', custom: 'com.pyxis.greenhopper.jira:jsw-story-points' },
    (issue) => issue.storyPointEstimate,
  ),
  custom(
    10026,
    'Story Points',
    { type: 'number', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:float' },
    (issue) => issue.storyPoints,
  ),
  custom(
    10021,
    'Flagged',
    {
      type: 'array',
      items: 'option',
      custom: 'com.atlassian.jira.plugin.system.customfieldtypes:multicheckboxes',
    },
    (issue, view) => (issue.flagged ? [bean.flagBean(view)] : null),
  ),
  custom(
    10001,
    'Team',
    { type: 'team', custom: 'com.atlassian.jira.plugin.system.customfieldtypes:atlassian-team' },
    (issue) => issue.team && bean.teamBean(issue.team),
  ),
];

const FIRST_APP_FIELD = 10100;

function appField(app: AppField, index: number): Field {
  const customId = FIRST_APP_FIELD + index;
  const id = `customfield_${customId}`;
  const type = `ari:cloud:ecosystem::extension/${app.appId}/${app.environmentId}/static/${app.moduleKey}`;
  return {
    ...custom(customId, app.name, { type: 'object', custom: type }, (issue) => issue.appValues[id] ?? null),
    app,
  };
}

export function allFields(appFields: AppField[]): Field[] {
  return [...systemFields, ...softwareFields, ...appFields.map(appField)];
}

/** One line of `GET /rest/api/3/field`. The key of an app's field is the ARI of its module, that of others their id. */
export function fieldBean(field: Field) {
  return {
    id: field.id,
    key: field.app ? field.schema.custom : field.id,
    name: field.name,
    custom: field.schema.custom !== undefined,
    orderable: true,
    navigable: true,
    searchable: true,
    clauseNames: field.clauseNames,
    schema: field.schema,
  };
}

/** An issue with the fields asked for: ids or, by `byKeys`, keys; `*all`, `*navigable`, and `-field` to leave one out. */
export function issueBean(issue: Issue, fields: readonly Field[], asked: readonly string[], view: View) {
  const everything =
    asked.includes('*all') || asked.includes('*navigable') || asked.every((one) => one.startsWith('-'));
  const values: Record<string, unknown> = {};
  const wanted = fields.filter((field) => (everything || asked.includes(field.id)) && !asked.includes(`-${field.id}`));
  for (const field of wanted) {
    const value = field.read(issue, view);
    if (value !== undefined) values[field.id] = value;
  }
  return {
    expand: '',
    id: issue.id,
    self: `${view.baseUrl}/rest/api/3/issue/${issue.id}`,
    key: issue.key,
    fields: values,
  };
}
