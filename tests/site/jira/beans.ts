import type {
  Group,
  Issue,
  IssueType,
  Named,
  Project,
  Sprint,
  Status,
  StatusCategoryKey,
  User,
  Version,
} from './model';
import { jiraTimestamp } from './time';

/** How answers are written: links begin with `baseUrl`, instants are in `timeZone`. */
export type View = {
  baseUrl: string;
  timeZone: string;
  find: (issueId: string) => Issue | undefined;
  maySee: (issue: Issue) => boolean;
};

const categories: Record<StatusCategoryKey, { id: number; name: string; colorName: string }> = {
  undefined: { id: 1, name: 'No Category', colorName: 'medium-gray' },
  new: { id: 2, name: 'To Do', colorName: 'blue-gray' },
  done: { id: 3, name: 'Done', colorName: 'green' },
  indeterminate: { id: 4, name: 'In Progress', colorName: 'yellow' },
};

export const categoryName = (key: StatusCategoryKey): string => categories[key].name;

/** The one box of the field "Flagged", unless it was changed. */
export const FLAG = { id: '10019', value: 'Impediment' };

const icon = (view: View, kind: string, id: string) =>
  `${view.baseUrl}/rest/api/3/universal_avatar/view/type/${kind}/avatar/${id}?size=medium`;

const avatars = (url: string) => ({ '48x48': url, '24x24': url, '16x16': url, '32x32': url });

export function userBean(user: User, view: View) {
  return {
    self: `${view.baseUrl}/rest/api/3/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    accountType: user.accountType,
    avatarUrls: avatars(`${view.baseUrl}/avatars/${encodeURIComponent(user.accountId)}`),
    displayName: user.displayName,
    active: user.state === 'active',
    timeZone: user.timeZone ?? view.timeZone,
  };
}

export const groupName = ({ groupId, name }: Group, view: View) => ({
  name,
  groupId,
  self: `${view.baseUrl}/rest/api/3/group?groupId=${groupId}`,
});

export function projectBean(project: Project, view: View) {
  return {
    self: `${view.baseUrl}/rest/api/3/project/${project.id}`,
    id: project.id,
    key: project.key,
    name: project.name,
    projectTypeKey: 'software',
    simplified: false,
    style: 'classic',
    ...(project.state === 'archived' && { archived: true }),
    ...(project.state === 'trashed' && { deleted: true }),
    avatarUrls: avatars(icon(view, 'project', project.id)),
    ...(project.category && {
      projectCategory: { ...namedBean('projectCategory', project.category, view), description: '' },
    }),
  };
}

export function typeBean(type: IssueType, view: View) {
  return {
    self: `${view.baseUrl}/rest/api/3/issuetype/${type.id}`,
    id: type.id,
    description: '',
    iconUrl: icon(view, 'issuetype', type.id),
    name: type.name,
    subtask: type.hierarchyLevel < 0,
    hierarchyLevel: type.hierarchyLevel,
  };
}

export function statusBean(status: Status, view: View) {
  const category = categories[status.category];
  return {
    self: `${view.baseUrl}/rest/api/3/status/${status.id}`,
    description: '',
    iconUrl: `${view.baseUrl}/images/icons/statuses/generic.png`,
    name: status.name,
    id: status.id,
    statusCategory: {
      self: `${view.baseUrl}/rest/api/3/statuscategory/${category.id}`,
      id: category.id,
      key: status.category,
      colorName: category.colorName,
      name: category.name,
    },
  };
}

export const namedBean = (kind: string, named: Named, view: View) => ({
  self: `${view.baseUrl}/rest/api/3/${kind}/${named.id}`,
  id: named.id,
  name: named.name,
});

export const priorityBean = (priority: Named, view: View) => ({
  ...namedBean('priority', priority, view),
  iconUrl: `${view.baseUrl}/images/icons/priorities/${priority.name.toLowerCase()}.svg`,
});

export const versionBean = (version: Version, view: View) => ({
  ...namedBean('version', version, view),
  archived: false,
  released: version.released,
});

export const sprintBean = (sprint: Sprint) => ({
  id: sprint.id,
  name: sprint.name,
  state: sprint.state,
  boardId: sprint.boardId,
});

export const flagBean = (view: View) => ({
  self: `${view.baseUrl}/rest/api/3/customFieldOption/${FLAG.id}`,
  ...FLAG,
});

export const teamBean = ({ id, name }: Named) => ({
  id,
  name,
  title: name,
  avatarUrl: '',
  isVisible: true,
  isVerified: false,
  isShared: true,
});

export const instantBean = (instant: number | null, view: View) =>
  instant === null ? null : jiraTimestamp(instant, view.timeZone);

/** The parent as Jira shows it on its child. Of one that is not on the site only id and key are known. */
export function parentBean(issue: Issue, view: View) {
  if (!issue.parent) return undefined;
  const parent = view.find(issue.parent.id);
  if (!parent) return { ...issue.parent, self: `${view.baseUrl}/rest/api/3/issue/${issue.parent.id}` };
  return relatedBean(parent, view);
}

const relatedBean = (issue: Issue, view: View) => ({
  id: issue.id,
  key: issue.key,
  self: `${view.baseUrl}/rest/api/3/issue/${issue.id}`,
  fields: {
    summary: issue.summary,
    status: statusBean(issue.status, view),
    priority: priorityBean(issue.priority, view),
    issuetype: typeBean(issue.type, view),
  },
});

/** The links of an issue to those that the viewer may see. */
export const linkBeans = (issue: Issue, view: View) =>
  issue.links.flatMap(({ id, type, outward, to }) => {
    const other = view.find(to);
    if (!other || !view.maySee(other)) return [];
    return {
      id,
      self: `${view.baseUrl}/rest/api/3/issueLink/${id}`,
      type: linkTypeBean(type, view),
      [outward ? 'outwardIssue' : 'inwardIssue']: relatedBean(other, view),
    };
  });

export const linkTypeBean = (type: Named, view: View) => ({
  ...namedBean('issueLinkType', type, view),
  inward: `${type.name} (inward)`,
  outward: `${type.name} (outward)`,
});
