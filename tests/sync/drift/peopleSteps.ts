import fc from 'fast-check';
import type { Issue, IssueChange, JiraSite } from '../../site/jira/jiraSite';
import { siteSettings } from '../../../src/settings/siteSettings';
import { applySettings } from '../../../src/sync/applySettings';
import { ESTIMATE_FIELD, POINTS_FIELD } from './figures';
import { chosen, pick, step } from './steps';
import { ANN, TYPES, tagged, type World } from './world';

const DAY_MS = 86_400_000;

const isEditable = ({ archived, project }: Issue): boolean => !archived && project.state === 'live';
/** The issues that can be changed; archived ones are read-only. */
const all = (jira: JiraSite): Issue[] => [...jira.issues.all()].filter(isEditable);
const levelOf = (jira: JiraSite, type: string): number => jira.catalogue.issueType(type)?.hierarchyLevel ?? 0;
/** An issue that may be the parent of one of this level. */
const parentFor = (jira: JiraSite, level: number, choice: number): string | null =>
  chosen(
    all(jira).filter(({ type }) => type.hierarchyLevel > level),
    choice,
  )?.key ?? null;
const statusChange = (status: string, how: number): IssueChange =>
  status === 'Done' ? { status, resolution: ['Done', "Won't Do", null][how % 3] ?? null } : { status };

const anyTag = fc.constantFrom(null, 'A', 'B', 'RUN');
const anyType = fc.constantFrom('Story', 'Story', 'Bug', 'Epic', 'Epic', 'Initiative', 'Sub-task');
const anyStatus = fc.constantFrom('To Do', 'In Progress', 'Done');

const described = fc.record({
  project: pick,
  type: anyType,
  parent: fc.option(pick),
  points: fc.option(fc.nat({ max: 8 })),
  tag: anyTag,
  status: anyStatus,
  how: pick,
});
type Described = typeof described extends fc.Arbitrary<infer T> ? T : never;

/** Creates an issue; with `daysAgo` loads it as if it existed before. */
const makeIssue = (jira: JiraSite, issue: Described, daysAgo: number | null): string | null => {
  const project = chosen(jira.projects(), issue.project);
  const { type, points, tag, status, how } = issue;
  const parent = issue.parent === null ? null : parentFor(jira, levelOf(jira, type), issue.parent);
  if (!project || (type === 'Sub-task' && parent === null)) return null;
  const past = jira.clock.now() - (daysAgo ?? 0) * DAY_MS;
  const made = jira.createIssue(
    {
      ...{ project: project.key, type, summary: 'S', parent, storyPoints: points },
      ...{ assignee: ['ann', 'bob', null][how % 3] ?? null, components: how % 4 === 0 ? ['Cart'] : [] },
      ...{ ...tagged(tag), ...statusChange(status, how) },
      ...(daysAgo === null ? {} : { created: past, updated: past + DAY_MS / 2 }),
      ...(daysAgo === null || status !== 'Done' || how % 3 === 2 ? {} : { resolved: past + DAY_MS / 2 }),
    },
    daysAgo === null ? ANN : null,
  );
  return made.key;
};

/** The issues at the app's installation. */
export const loaded = fc
  .tuple(described, fc.constantFrom(1, 25, 35, 120, 400))
  .map(([issue, daysAgo]) => ({ issue, daysAgo }));
export const load = (jira: JiraSite, { issue, daysAgo }: { issue: Described; daysAgo: number }): void =>
  void makeIssue(jira, issue, daysAgo);

export const create = described.map((issue) =>
  step('create', issue, (world) => () => {
    world.tell(`  ${makeIssue(world.jira, issue, null)}`);
  }),
);

/** A change of one kind to an issue; `how` chooses what it becomes. */
const change = (jira: JiraSite, issue: Issue, what: string, how: number): IssueChange => {
  switch (what) {
    case 'tag':
      return tagged([null, 'A', 'B', 'RUN'][how % 4] ?? null);
    case 'parent':
      return { parent: how % 5 === 0 ? null : parentFor(jira, issue.type.hierarchyLevel, how) };
    case 'status':
      return statusChange(['To Do', 'In Progress', 'Done', 'Done', 'Cancelled'][how % 5] ?? 'Done', how);
    case 'points':
      return { storyPoints: how % 7 === 0 ? null : how % 9 };
    case 'estimate':
      return { storyPointEstimate: how % 7 === 0 ? null : how % 5 };
    case 'flag':
      return { flagged: !issue.flagged };
    case 'parts':
      return {
        components: ['Cart', 'Basket', 'search'].slice(how % 3, how % 4),
        team: how % 5 === 0 ? null : `Team ${how % 3}`,
      };
    case 'assignee':
      return { assignee: ['ann', 'bob', null][how % 3] ?? null };
    default:
      return newType(jira, issue, TYPES[how % TYPES.length] ?? 'Story', how);
  }
};

/** Changes a type. A parent that is no longer above it is removed; a sub-task needs one. Children stay. */
const newType = (jira: JiraSite, issue: Issue, type: string, how: number): IssueChange => {
  const level = levelOf(jira, type);
  const above = issue.parent && jira.issues.find(issue.parent.id);
  if (above && above.type.hierarchyLevel > level) return { type };
  const parent = type === 'Sub-task' ? parentFor(jira, level, how) : null;
  return type === 'Sub-task' && parent === null ? {} : { type, parent };
};

const kinds = fc.constantFrom(
  ...['tag', 'tag', 'parent', 'parent', 'status', 'status', 'points', 'estimate', 'flag', 'parts', 'assignee', 'type'],
);

/** An edit of an issue, chosen when it is made. */
export const anyEdit = fc.record({ pick, what: kinds, how: pick });
export type Edit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never;
export const makeEdit = ({ jira, tell }: World, { pick: choice, what, how }: Edit): void => {
  const issue = chosen(all(jira), choice);
  if (!issue) return;
  tell(`  ${issue.key}`);
  jira.editIssue(issue.key, change(jira, issue, what, how), ANN);
};

const edit = anyEdit.map((details) =>
  step('edit', details, (world) => (all(world.jira).length === 0 ? null : () => makeEdit(world, details))),
);

/** One change to many issues at once: of a project, or below one parent. */
const bulkEdit = fc.record({ pick, what: kinds, how: pick }).map((details) =>
  step('bulk edit', details, ({ jira }) => {
    const first = chosen(all(jira), details.pick);
    if (!first) return null;
    const below = jira.issues.childrenOf(first.id).filter(isEditable);
    return () => {
      for (const issue of below.length > 0 ? below : [...jira.issues.ofProject(first.project.id)].filter(isEditable))
        jira.editIssue(issue.key, change(jira, issue, details.what, details.how), ANN);
    };
  }),
);

/** Two issues are linked, or no longer. Of several links to objectives it depends on the order which counts. */
const link = fc.record({ from: pick, to: pick, type: fc.constantFrom('Contributes', 'Supports') }).map((details) =>
  step('link', details, ({ jira, tell }) => {
    const from = chosen(all(jira), details.from);
    const objectives = all(jira).filter(({ type }) => ['Initiative', 'Bug'].includes(type.name));
    const to = chosen(objectives.length > 0 ? objectives : all(jira), details.to);
    if (!from || !to) return null;
    return () => {
      tell(`  ${from.key} to ${to.key}`);
      if (from.links.length > 0) jira.links.unlink(from.links[0]?.type.name ?? '', from.id, from.links[0]?.to ?? '');
      else jira.links.link(details.type, from.id, to.id);
    };
  }),
);

const remove = fc.record({ pick, ofParents: fc.boolean() }).map((details) =>
  step('delete', details, ({ jira, tell }) => {
    const parents = all(jira).filter(({ id }) => jira.issues.childrenOf(id).length > 0);
    const issue = chosen(details.ofParents && parents.length > 0 ? parents : all(jira), details.pick);
    if (!issue) return null;
    return () => {
      tell(`  ${issue.key}`);
      jira.deleteIssue(issue.key, ANN);
    };
  }),
);

const move = fc.record({ pick, to: pick }).map((details) =>
  step('move', details, ({ jira, tell }) => {
    // A sub-task goes where its parent goes.
    const issue = chosen(
      all(jira).filter(({ type }) => type.hierarchyLevel >= 0),
      details.pick,
    );
    const others = jira.projects().filter(({ id }) => id !== issue?.project.id);
    const to = chosen(others, details.to);
    if (!issue || !to) return null;
    return () => {
      tell(`  ${issue.key} to ${to.key}`);
      jira.moveIssue(issue.key, to.key, ANN);
    };
  }),
);

/** Somebody at a page of the app: the panel, which catches up and can tag, or the project page, which links many. */
const useApp = fc.record({ pick, what: fc.constantFrom('look', 'run', 'none', 'link many') }).map((details) =>
  step('use the app', details, ({ site, jira, tell }) => {
    // The page of an archived issue is still open to those with its link.
    const issue = chosen([...jira.issues.all()], details.pick);
    if (!issue) return null;
    const extension = { issue: { id: issue.id }, project: { id: issue.project.id } };
    const onPanel = { accountId: 'ann', moduleKey: 'alignment-panel', extension };
    return () => {
      tell(`  ${issue.key}`);
      if (details.what === 'look') return site.invoke('issueAlignment', { measure: 'items' }, onPanel);
      if (details.what === 'link many') {
        const issueIds = [...jira.issues.ofProject(issue.project.id)].slice(0, 100).map(({ id }) => id);
        return site.invoke('linkIssues', { issueIds, to: { kind: 'run' } }, onPanel);
      }
      const tag = details.what === 'run' ? { kind: 'run' } : null;
      return site.invoke('tagIssue', { tag, measure: 'items' }, onPanel);
    };
  }),
);

/** Steps of Jira admins with projects, without events that the app hears. */
const project = fc
  .record({ pick, what: fc.constantFrom('hide', 'hide', 'show', 'show', 'new key', 'delete', 'add') })
  .map((details) =>
    step('project', details, ({ jira }) => {
      const one = chosen(jira.projects(), details.pick);
      const app = jira.appUser.accountId;
      if (details.what === 'add')
        return () => void jira.addProject({ key: `NEW${details.pick}`, name: 'New', everyone: 'admin' });
      if (!one || (details.what === 'delete' && jira.projects().length < 2)) return null;
      return () => {
        if (details.what === 'hide') jira.setPermissions(one.key, app, 'none');
        if (details.what === 'show') jira.setPermissions(one.key, app, 'admin');
        if (details.what === 'new key') jira.changeProjectKey(one.key, `KEY${details.pick}`);
        if (details.what === 'delete') jira.life.deleteProject(one.key);
      };
    }),
  );

/** An admin excludes projects, or chooses estimate fields. */
const decide = fc
  .record({
    excluded: fc.constantFrom(null, null, 0, 1),
    estimates: fc.constantFrom([], [], [POINTS_FIELD], [POINTS_FIELD, ESTIMATE_FIELD]),
    types: fc.constantFrom([], ['Initiative'], ['Initiative'], ['Initiative', 'Bug']),
    links: fc.constantFrom([], ['Contributes'], ['Contributes', 'Supports']),
  })
  .map((details) =>
    step('decide', details, ({ site, jira }) => () => {
      const project = details.excluded === null ? undefined : jira.projects()[details.excluded];
      const decided = {
        estimateFields: details.estimates.map((id) => ({ id, name: id })),
        excludedProjects: project ? [{ id: project.id, key: project.key, name: project.name }] : [],
        objectiveTypes: details.types.flatMap((name) => jira.catalogue.issueType(name) ?? []),
        objectiveLinks: details.links.map((name) => jira.catalogue.linkTypes.named(name)),
      };
      return site.runInApp(async () => {
        const before = await siteSettings();
        await applySettings(before, { ...before, ...decided }, site.clock.now());
      });
    }),
  );

/** Somebody's account is closed. No event tells. */
const leave = fc
  .constant('bob')
  .map((accountId) =>
    step('close an account', accountId, ({ jira, site }) =>
      jira.user(accountId)?.state === 'active' ? () => jira.directory.close(accountId, site.clock.now()) : null,
    ),
  );

/** Steps of people, with their frequencies. */
export const peopleSteps = [
  { weight: 5, arbitrary: create },
  { weight: 10, arbitrary: edit },
  { weight: 2, arbitrary: bulkEdit },
  { weight: 3, arbitrary: remove },
  { weight: 2, arbitrary: move },
  { weight: 3, arbitrary: link },
  { weight: 2, arbitrary: useApp },
  { weight: 2, arbitrary: project },
  { weight: 2, arbitrary: decide },
  { weight: 1, arbitrary: leave },
];
