import { statedValue } from '../appValues';
import { fieldError } from '../errors';
import type { JiraData } from '../jiraData';
import type { IssueChange } from '../model';

/** The body of `POST` and `PUT /issue`, and of a transition. */
export type IssueBody = { fields?: Record<string, unknown>; update?: object; transition?: { id?: string } };

/** The first of these properties that an object has; `null` for `null`. */
export function nameOf(value: unknown, properties: string[]): string | null | undefined {
  if (value === null || value === undefined) return value;
  const held = value as Record<string, unknown>;
  const found = properties.map((property) => held[property]).find((one) => typeof one === 'string');
  return found;
}

/** @throws JiraError 400 for a team that there is not */
function teamId(value: unknown, site: JiraData): string | null {
  if (value === null) return null;
  if (typeof value === 'string' && site.catalogue.teams.byId(value)) return value;
  throw fieldError('customfield_10001', 'The team does not exist; set the id of a team.');
}

type Reader = (value: unknown, site: JiraData) => IssueChange;

const namesOf = (value: unknown): string[] => (value as unknown[]).map((one) => nameOf(one, ['name']) ?? '');

const readers: Record<string, Reader> = {
  summary: (value) => ({ summary: value as string }),
  issuetype: (value, site) => {
    const name = nameOf(value, ['name']);
    const id = nameOf(value, ['id']);
    return { type: name ?? site.catalogue.issueTypes().find((type) => type.id === id)?.name ?? '' };
  },
  assignee: (value) => ({ assignee: nameOf(value, ['accountId', 'id']) }),
  reporter: (value) => ({ reporter: nameOf(value, ['accountId', 'id']) }),
  parent: (value) => ({ parent: nameOf(value, ['id', 'key']) }),
  priority: (value) => ({ priority: nameOf(value, ['name']) ?? 'Medium' }),
  resolution: (value) => ({ resolution: nameOf(value, ['name']) }),
  components: (value) => ({ components: namesOf(value) }),
  fixVersions: (value) => ({ fixVersions: namesOf(value) }),
  labels: (value) => ({ labels: value as string[] }),
  duedate: (value) => ({ due: value as string | null }),
  customfield_10020: (value) => ({ sprints: value === null ? [] : [Number(value)] }),
  customfield_10016: (value) => ({ storyPointEstimate: value as number | null }),
  customfield_10026: (value) => ({ storyPoints: value as number | null }),
  customfield_10021: (value) => ({ flagged: value !== null && (value as unknown[]).length > 0 }),
  // Jira expects a team's id as it is, not in an object.
  customfield_10001: (value, site) => ({ team: teamId(value, site) }),
};

/**
 * The change that a body asks for.
 * @param ignored fields that the caller has read itself
 * @throws JiraError 400 for a field that cannot be set, such as the status, which only a transition changes
 */
export function changeFrom(site: JiraData, fields: Record<string, unknown>, ignored: string[]): IssueChange {
  const changes = Object.entries(fields).map(([id, value]): IssueChange => {
    if (ignored.includes(id)) return {};
    const field = site.appFields.find((one) => one.id === id);
    if (field) return { appValues: { [field.app.moduleKey]: statedValue(field, value) } };
    const read = readers[id];
    if (read) return read(value, site);
    throw fieldError(id, `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`);
  });
  const appValues = Object.assign({}, ...changes.map((change) => change.appValues ?? {})) as IssueChange['appValues'];
  return { ...(Object.assign({}, ...changes) as IssueChange), appValues };
}
