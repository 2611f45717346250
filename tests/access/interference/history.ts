import fc from 'fast-check';
import type { NewIssue } from '../../site/jira/jiraSite';
import type { Site } from '../../site/site';
import { DAY_MS, NOW } from '../../resolvers/world';

const FIELD = 'strategic-objective';

/** Projects that the viewers may browse. */
const OPEN = ['WEB', 'POS'];
/** Projects that only the member may browse. */
const HIDDEN = ['ONE', 'TWO', 'TRI'];

const PEOPLE = ['p1', 'p2'];

const details = {
  tag: fc.constantFrom(null, 'OBJ-1', 'OBJ-2', 'OBJ-2', 'OBJ-4', 'OBJ-77', 'RUN'),
  status: fc.constantFrom('To Do', 'In Progress', 'Done'),
  storyPoints: fc.constantFrom(null, 1, 3, 8),
  assignee: fc.constantFrom(null, 'member', 'reader', 'owner', 'editor', 'admin', ...PEOPLE),
  flagged: fc.boolean(),
};

/** An issue in the first project, the second, and so on. */
const anyIssue = fc.record({
  ...details,
  project: fc.nat({ max: 2 }),
  type: fc.constantFrom('Story', 'Story', 'Story', 'Epic'),
  daysAgo: fc.integer({ min: 0, max: 150 }),
  component: fc.constantFrom(null, 'Cart', 'Search', 'Ghosts'),
  team: fc.constantFrom(null, 'Checkout', 'Spirits'),
});
type AnyIssue = typeof anyIssue extends fc.Arbitrary<infer T> ? T : never;

/** A change of the issue at a place. */
const anyEdit = fc.record({ ...details, at: fc.nat({ max: 9 }) });
type AnyEdit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never;

const anyStep = fc.oneof(
  anyEdit.map((edit) => ({ kind: 'edit' as const, edit })),
  fc.constantFrom('dropped' as const, 'active' as const).map((status) => ({ kind: 'strategy' as const, status })),
  fc.integer({ min: 1, max: 40 }).map((days) => ({ kind: 'time' as const, days })),
);

/** What happens on a site, and beside it in projects that its viewers may not browse. */
export const anyHistory = fc.record({
  issues: fc.array(anyIssue, { minLength: 4, maxLength: 14 }),
  beside: fc.array(anyIssue, { minLength: 1, maxLength: 14 }),
  steps: fc.array(fc.record({ step: anyStep, beside: fc.array(anyEdit, { maxLength: 3 }) }), { maxLength: 6 }),
});
export type History = typeof anyHistory extends fc.Arbitrary<infer T> ? T : never;

const valueOf = (tag: string | null) => ({
  appValues: { [FIELD]: tag === null ? null : { key: tag, name: tag === 'RUN' ? 'Run the business' : tag } },
});

/** Adds projects and issues. Hidden ones come last, so that the others' ids do not depend on them. */
export const fill = ({ jira }: Site, issues: readonly AnyIssue[], isHidden: boolean): void => {
  if (!isHidden) for (const accountId of PEOPLE) jira.addUser({ accountId, displayName: accountId });
  const keys = isHidden ? HIDDEN : OPEN;
  for (const key of keys.filter((one) => one !== 'WEB')) {
    jira.addProject({ key, name: `${key} ${isHidden ? 'secret' : ''}`, everyone: 'none', category: 'Channels' });
    jira.setPermissions(key, 'member', 'member');
    jira.setPermissions(key, jira.appUser.accountId, 'admin');
    if (!isHidden)
      for (const person of ['reader', 'owner', 'editor', 'admin']) jira.setPermissions(key, person, 'viewer');
  }
  for (const issue of issues) jira.createIssue(newIssue(issue, keys), null);
};

const newIssue = (issue: AnyIssue, keys: readonly string[]): NewIssue => {
  const { project, type, tag, daysAgo, component, team, ...rest } = issue;
  const created = NOW - daysAgo * DAY_MS;
  return {
    ...rest,
    ...valueOf(tag),
    project: keys[project % keys.length] ?? '',
    type,
    summary: 'S',
    created,
    updated: created,
    components: component === null ? [] : [component],
    team,
    resolution: issue.status === 'Done' ? 'Done' : null,
    resolved: issue.status === 'Done' ? created + Math.floor((NOW - created) / 2) : null,
  };
};

/** Edits one of a site's issues, of the hidden projects or of the others. */
export const edit = ({ jira }: Site, { at, tag, ...change }: AnyEdit, isHidden: boolean): void => {
  const keys: readonly string[] = isHidden ? HIDDEN : OPEN;
  const issues = [...jira.issues.all()].filter(({ project }) => keys.includes(project.key));
  const issue = issues[at % Math.max(1, issues.length)];
  if (issue === undefined) return;
  const resolution = change.status === 'Done' ? 'Done' : null;
  jira.editIssue(issue.key, { ...change, resolution, ...valueOf(tag) }, { kind: 'user', accountId: 'member' });
};
