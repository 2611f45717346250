import type { Contract, Rule } from '../../src/contract';
import { dataOf, makeWorld, type Person } from '../resolvers/world';
import type { Site } from '../site/site';

export const FIELD = 'strategic-objective';
export const OBJ_1 = { key: 'OBJ-1', name: 'Win the market' };
export const OBJ_2 = { key: 'OBJ-2', name: 'Superior service' };
export const TO = { kind: 'objective', key: 'OBJ-2' } as const;
export const MEMBER = { kind: 'user', accountId: 'member' } as const;
export const MINUTE_MS = 60_000;

type Stated = Parameters<Contract['saveRule']>[0];

/**
 * In WEB: 1 and 2 with the label, 2 serving OBJ-1; 3 an epic of OBJ-2 and 4, labelled, below it; 5 without the label; 6
 * dropped. In POS: 1 with the label. The member administers POS, and the editor may browse both.
 */
const load = ({ jira }: Site): void => {
  jira.addProject({ key: 'POS', name: 'Tills' });
  jira.setPermissions('POS', 'member', 'admin');
  const create = (project: string, changes: object, type = 'Story') =>
    jira.createIssue({ project, type, summary: 'S', ...changes }, null);
  create('WEB', { labels: ['b2b'] });
  create('WEB', { labels: ['b2b'], appValues: { [FIELD]: OBJ_1 } });
  create('WEB', { appValues: { [FIELD]: OBJ_2 } }, 'Epic');
  create('WEB', { labels: ['b2b'], parent: 'WEB-3' });
  create('WEB', {});
  create('WEB', { labels: ['b2b'], status: 'Done', resolution: "Won't Do" });
  create('POS', { labels: ['b2b'] });
};

/** Lets events, queues and drains do all that is due within two minutes. */
export const settle = async (site: Site): Promise<void> => {
  for (let round = 0; round < 8; round += 1) {
    await site.settle();
    site.clock.advance(15_000);
  }
};

/** A world whose editor states rules. */
export const ruled = async () => {
  const world = await makeWorld(load);
  const { site, call } = world;
  // The strategy’s titles reach the issues first.
  await settle(site);
  const inPos = <K extends keyof Contract>(person: Person, name: K, payload: Parameters<Contract[K]>[0]) =>
    call(person, 'project-alignment', { project: { id: site.jira.project('POS').id } }, name, payload);
  const state = (stated: Partial<Stated> = {}, person: Person = 'editor') =>
    call(person, 'portfolio', {}, 'saveRule', { id: null, jql: 'labels = b2b', to: TO, on: true, ...stated });
  const rules = async (): Promise<Rule[]> => dataOf(await call('editor', 'portfolio', {}, 'rules', {})).rules;
  const tagOf = (key: string): unknown => Object.values(site.jira.issue(key).appValues)[0] ?? null;
  const audit = async () => {
    const log = dataOf(await call('admin', 'alignment-settings', {}, 'auditLog', { before: null }));
    return log.lines.map(({ act, by }) => ({ ...act, by }));
  };
  return { ...world, inPos, state, rules, tagOf, audit };
};

export const anHour = async (site: Site): Promise<void> => {
  site.clock.advance(60 * MINUTE_MS);
  await site.schedule('hour');
  await settle(site);
};
