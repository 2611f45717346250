import type { UndecidedWork } from '../../src/contract';
import { forgetDeferrals } from '../../src/store/work/deferrals';
import { asDay } from '../domain/days';
import { dataOf, makeWorld, type Person } from '../resolvers/world';

type World = Awaited<ReturnType<typeof makeWorld>>;
const tagged = (key: string) => ({ appValues: { 'strategic-objective': { key, name: key } } });

/** WEB has three kinds of undecided work, POS one unit; nobody but the app sees SEC. */
const site = () =>
  makeWorld(({ jira }) => {
    jira.addProject({ key: 'POS', name: 'Tills' });
    jira.addProject({ key: 'SEC', name: 'Secret', everyone: 'none' });
    jira.setPermissions('SEC', jira.appUser.accountId, 'admin');
    const create = (project: string, changes = {}) =>
      jira.createIssue({ project, type: 'Story', summary: 'S', ...changes }, null);
    create('WEB', { type: 'Epic', ...tagged('OBJ-4') }); // WEB-1: on what is achieved
    create('WEB', { parent: 'WEB-1' }); // WEB-2: stale by its epic
    create('WEB', tagged('OBJ-4')); // WEB-3: stale by its own tag
    create('WEB'); // WEB-4
    create('WEB', tagged('OBJ-2')); // WEB-5: aligned
    create('WEB', tagged('RUN')); // WEB-6
    create('WEB', { components: ['Cart'] }); // WEB-7
    create('POS'); // POS-1
    create('SEC'); // SEC-1
    jira.editIssue('WEB-4', { status: 'In Progress' }, { kind: 'app' });
  });

const keysOf = ({ site: { jira } }: World, { units }: UndecidedWork) =>
  units.map(({ id, standing, size }) => [jira.issue(id).key, standing, size]);

test('a project’s undecided work is what serves nothing and what is stale, of the part and filter that are asked for', async () => {
  const world = await site();
  const { jira } = world.site;
  const ask = async (part: 'all' | 'effort' | 'planned', filter = {}) =>
    dataOf(
      await world.onProject('reader', 'undecidedInProject', {
        window: 90,
        measure: 'items',
        part,
        filter,
        cursor: null,
      }),
    );
  const all = await ask('all');
  expect(keysOf(world, all)).toEqual([
    ['WEB-7', 'unlinked', 1],
    ['WEB-4', 'unlinked', 1],
    ['WEB-3', 'stale', 1],
    ['WEB-2', 'stale', 1],
  ]);
  expect(all).toMatchObject({ total: 4, size: 4, next: null });
  expect(keysOf(world, await ask('effort'))).toEqual([['WEB-4', 'unlinked', 1]]);
  const component = jira.issue('WEB-7').components[0]?.id;
  expect(await ask('all', { component })).toMatchObject({ total: 1, units: [{ id: jira.issue('WEB-7').id }] });
  await world.site.close();
});

test('over projects it is that of those which the viewer may browse, also for who sees all totals', async () => {
  const world = await site();
  const ask = async (person: Person) =>
    dataOf(
      await world.onPortfolio(person, 'undecidedInPortfolio', {
        window: 90,
        measure: 'items',
        part: 'all',
        cursor: null,
      }),
    );
  for (const [person, total] of [
    ['admin', 5],
    ['member', 5],
    ['outsider', 1],
  ] as const) {
    const answer = await ask(person);
    expect([person, answer.total, answer.units.length]).toEqual([person, total, total]);
    expect(JSON.stringify(answer)).not.toContain(`"${world.site.jira.issue('SEC-1').id}"`);
  }
  await world.site.close();
});

test('pages of it hold each unit once', async () => {
  const world = await makeWorld(({ jira }) => {
    for (let at = 0; at < 620; at += 1)
      jira.createIssue(
        { project: 'WEB', type: 'Story', summary: 'S', ...(at % 60 === 0 ? tagged('OBJ-4') : {}) },
        null,
      );
  });
  const found: string[] = [];
  let [cursor, pages]: [string | null, number] = [null, 0];
  do {
    const page: UndecidedWork = dataOf(
      await world.onProject('reader', 'undecidedInProject', {
        ...{ window: 90, measure: 'items', part: 'all', filter: {} },
        cursor,
      }),
    );
    expect(page.total).toBe(620);
    found.push(...page.units.map(({ id }) => id));
    cursor = page.next;
    pages += 1;
  } while (cursor !== null);
  expect([new Set(found).size, found.length, pages]).toEqual([620, 620, 2]);
  await world.site.close();
});

test('stale work linked anew gets its old objective back, which is not given to other work', async () => {
  const world = await site();
  const { jira } = world.site;
  const was = { kind: 'objective', key: 'OBJ-2' } as const;
  const back = { kind: 'objective', key: 'OBJ-4' } as const;
  const issueIds = ['WEB-1', 'WEB-3'].map((key) => jira.issue(key).id);
  const tags = () => ['WEB-1', 'WEB-3'].map((key) => Object.values(jira.issue(key).appValues)[0] ?? null);
  dataOf(await world.onProject('member', 'linkIssues', { issueIds, to: was }));
  expect(tags()).toEqual([was, was].map(({ key }) => ({ key, name: 'Superior service' })));
  const undone = await world.onProject('member', 'unlinkIssues', { issueIds, was, back });
  expect(dataOf(undone).map(({ outcome }) => outcome)).toEqual(['unlinked', 'unlinked']);
  expect(tags()).toEqual([back, back].map(({ key }) => ({ key, name: 'Long done' })));
  for (const key of ['OBJ-3', 'OBJ-99']) {
    const to = { kind: 'objective', key } as const;
    expect(await world.onProject('member', 'unlinkIssues', { issueIds, was: back, back: to })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  }
  await world.site.close();
});

test('what is set aside says until when, why and by whom, and is back when that is over or somebody brings it back', async () => {
  const world = await site();
  const { jira } = world.site;
  const ids = (...keys: string[]) => keys.map((key) => jira.issue(key).id);
  const asideNow = async () => {
    const look = { window: 90, measure: 'items', part: 'all', filter: {}, cursor: null } as const;
    const { units, total } = dataOf(await world.onProject('reader', 'undecidedInProject', look));
    expect(total).toBe(4);
    return units.flatMap(({ id, setAside }) => (setAside ? [[jira.issue(id).key, setAside.reason, setAside.by]] : []));
  };
  const defer = async (person: Person, issueIds: string[], deferral: { reason: 'small'; days: 14 } | null) =>
    dataOf(await world.onProject(person, 'deferInProject', { issueIds, deferral })).map(({ outcome }) => outcome);
  const aside = { reason: 'small', days: 14 } as const;
  expect(await defer('reader', ids('WEB-4'), aside)).toEqual(['forbidden']);
  expect(await defer('member', ids('WEB-4', 'WEB-7', 'POS-1'), aside)).toEqual(['done', 'done', 'notFound']);
  expect(await asideNow()).toEqual([
    ['WEB-7', 'small', 'member'],
    ['WEB-4', 'small', 'member'],
  ]);
  expect(await defer('member', ids('WEB-4'), null)).toEqual(['done']);
  expect(await asideNow()).toEqual([['WEB-7', 'small', 'member']]);
  await world.site.runInApp(() => forgetDeferrals(asDay('2026-06-01')));
  expect(await asideNow()).toHaveLength(1);
  await world.site.runInApp(() => forgetDeferrals(asDay('2026-06-02')));
  expect(await asideNow()).toEqual([]);
  await world.site.close();
});
