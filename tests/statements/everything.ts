import type { Answer, Contract } from '../../src/contract';
import { ADMIN, type BenchSite, READER } from '../bench/site/buildSite';
import type { Site } from '../site/site';

type Calls = keyof Contract;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const FIELD = 'strategic-objective';
/** As many issues as a page links at once, and as a drain takes. */
const MOST = 100;
const someone = { kind: 'user', accountId: READER } as const;

/**
 * Everything that the app does on a site, with issues and objectives of that site, and lists as long as it ever sends: each call of
 * a page that asks the database, and every job.
 */
export const doEverything = async (site: Site, made: BenchSite): Promise<void> => {
  const world = { site, made };
  await lookAround(world, READER);
  await lookAround(world, ADMIN);
  await changeStrategy(world);
  await changeWork(world);
  await passTime(world);
};

type World = { site: Site; made: BenchSite };

const inProject = ({ made }: World) => ({
  moduleKey: 'project-alignment',
  extension: { project: { id: made.largest.id, key: made.largest.key } },
});
const onIssue = ({ site }: World, key: string) => {
  const { id, project } = site.jira.issue(key);
  return {
    moduleKey: 'alignment-panel',
    extension: { issue: { id, key }, project: { id: project.id, key: project.key } },
  };
};
const PORTFOLIO = { moduleKey: 'portfolio', extension: {} };
const SETTINGS = { moduleKey: 'alignment-settings', extension: {} };

type Data<K extends Calls> = Extract<ReturnType<Contract[K]>, { ok: true }>['data'];

const call = async <K extends Calls>(
  { site }: World,
  accountId: string,
  where: { moduleKey: string; extension: object },
  name: K,
  payload: Parameters<Contract[K]>[0],
): Promise<Data<K>> => {
  const answer = (await site.invoke(name, payload, { accountId, ...where })) as Answer<Data<K>>;
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.data;
};

const lookAround = async (world: World, who: string): Promise<void> => {
  const key = world.made.objectives[0]?.key ?? '';
  const number = Math.ceil(world.made.largest.size / 2);
  const epic = world.site.jira.issue(`${world.made.largest.key}-1`).key;
  const page = inProject(world);
  for (const issue of [`${world.made.largest.key}-${number}`, epic]) {
    await call(world, who, onIssue(world, issue), 'issueAlignment', { measure: 'points' });
    await call(world, who, onIssue(world, issue), 'inheritedObjective', {});
  }
  await call(world, who, onIssue(world, epic), 'searchObjectives', { query: 'objective' });
  const component = [...world.site.jira.issues.ofProject(world.made.largest.id)].flatMap((one) => one.components)[0];
  for (const filter of [{}, component ? { component: component.id } : {}]) {
    for (const measure of ['items', 'points'] as const) {
      await call(world, who, page, 'projectAlignment', { window: 365, measure, filter });
    }
    for (const part of ['all', 'effort', 'planned'] as const) {
      const first = await call(world, who, page, 'unlinkedWork', { window: 90, part, filter, cursor: null });
      if (first.next !== null)
        await call(world, who, page, 'unlinkedWork', { window: 90, part, filter, cursor: first.next });
    }
  }
  await call(world, who, page, 'projectFilters', {});
  await call(world, who, page, 'candidateEpics', {});
  for (const measure of ['items', 'points'] as const) {
    const look = { window: 90, measure } as const;
    await call(world, who, PORTFOLIO, 'portfolio', look);
    for (const by of ['project', 'category', 'team', 'component'] as const) {
      await call(world, who, PORTFOLIO, 'functionMatrix', { ...look, by });
    }
    await call(world, who, PORTFOLIO, 'objectiveDetail', { ...look, key });
    await call(world, who, PORTFOLIO, 'review', { ...look, since: null });
  }
  await call(world, who, PORTFOLIO, 'blockedWork', { key });
  await call(world, who, PORTFOLIO, 'dueCheckIns', {});
  if (who !== ADMIN) return;
  for (const name of ['strategy', 'exportStrategy', 'candidates'] as const) await call(world, who, PORTFOLIO, name, {});
  await call(world, who, PORTFOLIO, 'objectiveImpact', { key, parent: null, status: 'dropped' });
  for (const name of ['settings', 'settingChoices', 'operations'] as const) await call(world, who, SETTINGS, name, {});
};

const changeStrategy = async (world: World): Promise<void> => {
  const { objectives } = await call(world, ADMIN, PORTFOLIO, 'strategy', {});
  const first = objectives.find(({ key }) => key === world.made.objectives[0]?.key);
  if (!first) throw new Error('The strategy has lost its objectives.');
  const { key, revision, keyResults, title, ...objective } = first;
  await call(world, ADMIN, PORTFOLIO, 'saveObjective', {
    key,
    revision,
    objective: { ...objective, title: `${title}, renamed`, keyResults },
  });
  await call(world, ADMIN, PORTFOLIO, 'checkIn', {
    objective: key,
    day: Math.floor(world.site.clock.now() / DAY_MS),
    note: 'Well',
    health: 'onTrack',
    decision: null,
    values: keyResults.map(({ id }) => ({ keyResult: Number(id), value: 50 })),
  });
  await call(world, ADMIN, PORTFOLIO, 'recordReview', {});
};

const changeWork = async (world: World): Promise<void> => {
  const { site, made } = world;
  const { jira } = site;
  const stories = [...jira.issues.ofProject(made.largest.id)].filter(({ type }) => type.hierarchyLevel === 0);
  const objective = made.objectives[1] ?? made.objectives[0];
  if (!objective) throw new Error('There is nothing to serve.');
  const issueIds = stories.slice(0, MOST).map(({ id }) => id);
  await call(world, ADMIN, inProject(world), 'linkIssues', { issueIds, to: { kind: 'objective', key: objective.key } });
  for (const { id, status } of stories.slice(-MOST)) {
    jira.editIssue(id, { status: status.name === 'Done' ? 'In Progress' : 'Done' }, someone);
  }
  await settle(site);
  jira.editIssue(made.largeEpic.id, { appValues: { [FIELD]: { key: objective.key, name: objective.title } } }, someone);
  await settle(site);
  for (const { id } of stories.slice(MOST, MOST + 5)) jira.deleteIssue(id, someone);
  await settle(site);
};

/** What comes by itself, up to the next day and a full sync. */
const passTime = async ({ site, made }: World): Promise<void> => {
  const { life } = site.jira;
  life.archiving = { bulkfetch: true, event: false, updated: false };
  life.archiveIssue(`${made.largest.key}-${Math.ceil(made.largest.size / 3)}`);
  await site.schedule('hour');
  await settle(site);
  site.clock.advance(DAY_MS);
  for (const interval of ['fiveMinute', 'day', 'hour', 'fiveMinute'] as const) {
    await site.schedule(interval);
    await settle(site);
  }
};

const settle = async (site: Site): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    await site.settle();
    site.clock.advance(MINUTE_MS / 4);
  }
  await site.settle();
};
