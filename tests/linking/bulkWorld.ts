import type { BulkJob, EntryState } from '../../src/contract';
import { dataOf, makeWorld, type Person } from '../resolvers/world';
import type { SqlEngine } from '../site/platform/sql/engine';
import type { Site } from '../site/site';

export const FIELD = 'strategic-objective';
export const OBJ_1 = { key: 'OBJ-1', name: 'Win the market' };
export const OBJ_2 = { key: 'OBJ-2', name: 'Superior service' };
export const TO = { kind: 'objective', key: 'OBJ-2' } as const;
export const MEMBER = { kind: 'user', accountId: 'member' } as const;

/** Stories: the first serves OBJ-1, the second OBJ-2 already; the third has a sub-task. */
const load = ({ jira }: Site, stories: number): void => {
  for (let made = 1; made <= stories; made += 1) {
    const value = made === 1 ? OBJ_1 : made === 2 ? OBJ_2 : null;
    const appValues = value === null ? {} : { [FIELD]: value };
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', appValues }, null);
  }
  jira.createIssue({ project: 'WEB', type: 'Sub-task', summary: 'S', parent: 'WEB-3' }, null);
};

/** Lets events, queues and drains do all that is due within a minute. */
export const settle = async (site: Site): Promise<void> => {
  for (let round = 0; round < 4; round += 1) {
    await site.settle();
    site.clock.advance(15_000);
  }
};

/** Lets a job that failed or waits go on: it is tried again four minutes later. */
export const fifteenMinutes = async (site: Site): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    site.clock.advance(5 * 60_000);
    await site.schedule('fiveMinute');
    await settle(site);
  }
};

/** A world whose member links many issues. `watch`: may put something between the app and its database */
export const bulkWorld = async (
  more: (site: Site) => void = () => undefined,
  stories = 250,
  watch?: (engine: SqlEngine) => SqlEngine,
) => {
  const world = await makeWorld((site) => {
    load(site, stories);
    more(site);
  }, watch);
  const { site, onProject } = world;
  // The strategy’s titles reach the issues first.
  await settle(site);
  const idOf = (key: string): string => site.jira.issue(key).id;
  const all = (): string[] => [...site.jira.issues.all()].map(({ id }) => id);
  const gather = async (issueIds = all(), person: Person = 'member', job: string | null = null) =>
    dataOf(await onProject(person, 'gatherBulk', { job, source: 'jql', issueIds }));
  const start = async (job: string, overwrites = false, person: Person = 'member') =>
    onProject(person, 'startBulk', { job, to: TO, overwrites });
  /** The newest job. */
  const job = async (person: Person = 'member'): Promise<BulkJob> => {
    const [newest] = dataOf(await onProject(person, 'bulkJobs', { before: null })).jobs;
    if (!newest) throw new Error('There is no job.');
    return newest;
  };
  const answers = async (id: string, became: EntryState): Promise<string[]> => {
    const { issues } = dataOf(await onProject('member', 'bulkAnswers', { job: id, became, after: null }));
    return issues.map((issue) => site.jira.issue(issue.id).key);
  };
  const tagOf = (key: string): unknown => Object.values(site.jira.issue(key).appValues)[0] ?? null;
  const tagged = (): number => site.jira.query('"Strategic objective.Key" = OBJ-2').find().length;
  const audit = async () => {
    const log = dataOf(await world.call('admin', 'alignment-settings', {}, 'auditLog', { before: null }));
    return log.lines.map(({ act, by }) => ({ ...act, by }));
  };
  return { ...world, idOf, gather, start, job, answers, tagOf, tagged, audit };
};
