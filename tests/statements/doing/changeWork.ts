import { MOST_GATHERED } from '../../../src/domain/callLimits';
import { ADMIN, READER } from '../../bench/site/buildSite';
import { call, FIELD, inProject, settle, type World } from './world';

/** As many issues as a page links at once, and as a drain takes. */
const MOST = 100;
const someone = { kind: 'user', accountId: READER } as const;

/** Everything that happens to issues. */
export const changeWork = async (world: World): Promise<void> => {
  const { site, made } = world;
  const { jira } = site;
  const stories = [...jira.issues.ofProject(made.largest.id)].filter(({ type }) => type.hierarchyLevel === 0);
  const objective = made.objectives[1] ?? made.objectives[0];
  if (!objective) throw new Error('There is nothing to serve.');
  const issueIds = stories.slice(0, MOST).map(({ id }) => id);
  // What has another tag gets that back when the many are undone.
  const halves = [issueIds.slice(0, MOST / 2), issueIds.slice(MOST / 2)] as const;
  const targets = [{ kind: 'objective', key: objective.key }, { kind: 'run' }] as const;
  for (const [at, to] of targets.entries())
    await call(world, ADMIN, inProject(world), 'linkIssues', { issueIds: halves[at] ?? [], to });
  const waiting = { reason: 'waiting', days: 30 } as const;
  for (const deferral of [waiting, waiting, null])
    await call(world, ADMIN, inProject(world), 'deferInProject', { issueIds, deferral });
  await linkMany(
    world,
    stories.slice(0, MOST_GATHERED).map(({ id }) => id),
    objective.key,
  );
  for (const { id, status } of stories.slice(-MOST)) {
    jira.editIssue(id, { status: status.name === 'Done' ? 'In Progress' : 'Done' }, someone);
  }
  await settle(world);
  jira.editIssue(made.largeEpic.id, { appValues: { [FIELD]: { key: objective.key, name: objective.title } } }, someone);
  await settle(world);
  for (const { id } of stories.slice(MOST, MOST + 5)) jira.deleteIssue(id, someone);
  await settle(world);
  newcomers(world);
  await settle(world);
};

/** Links as many issues as one call gathers in the background, and takes that back. */
const linkMany = async (world: World, issueIds: string[], key: string): Promise<void> => {
  const page = inProject(world);
  const some = issueIds.slice(0, MOST);
  const { job } = await call(world, ADMIN, page, 'gatherBulk', { job: null, source: 'jql', issueIds: some });
  await call(world, ADMIN, page, 'gatherBulk', { job, source: 'jql', issueIds });
  await call(world, ADMIN, page, 'startBulk', { job, to: { kind: 'objective', key }, overwrites: true });
  await settle(world);
  for (const before of [null, job]) await call(world, ADMIN, page, 'bulkJobs', { before });
  for (const after of [null, issueIds[0] ?? null])
    await call(world, ADMIN, page, 'bulkAnswers', { job, became: 'done', after });
  await call(world, ADMIN, page, 'undoBulk', { job });
  await settle(world);
};

/** A project, a person, a component, a team and an objective's key that the app has not met. */
const newcomers = ({ site: { jira } }: World): void => {
  const key = 'NEW';
  const project = jira.addProject({ key, name: 'A new one' });
  const accountId = 'new';
  jira.addUser({ accountId, displayName: 'New' });
  jira.createIssue(
    {
      project: key,
      type: 'Story',
      summary: 'The first',
      assignee: accountId,
      components: [jira.component(project, 'New').name],
      team: jira.catalogue.teams.named('New').id,
      appValues: { [FIELD]: { key, name: '' } },
    },
    someone,
  );
};
