import { WHO_MAY } from '../../src/access/whoMay';
import type { Contract } from '../../src/contract';
import { addSpending } from '../../src/store/runs/visitorSpending';
import { database } from '../../src/store/sql/database';
import { makeWorld, NOW } from '../resolvers/world';
import type { Site } from '../site/site';
import { PAYLOADS } from './payloads';

const LOOK = { window: 90, measure: 'items' } as const;
const MINUTE_MS = 60_000;
/** A tenth of the 62.5 s of SQL that Forge gives a site in a minute, and a twentieth of Jira's 65,000 points an hour. */
const SQL_MS = 6_250;
const POINTS = 3_250;

/** A world whose every statement takes so long, once it is told to. */
const slowWorld = async (load?: (site: Site) => void) => {
  let takes = 0;
  let clock: Site['clock'] | null = null;
  const world = await makeWorld(load, (engine) => ({
    ...engine,
    name: engine.name,
    execute: async (query, params) => {
      clock?.advance(takes);
      return engine.execute(query, params);
    },
    close: () => engine.close(),
  }));
  clock = world.site.clock;
  return { ...world, slow: (ms: number) => (takes = ms) };
};

test('one person gets a tenth of a minute of SQL, everybody else goes on, and so do they a minute later', async () => {
  const { site, onPortfolio, slow } = await slowWorld();
  const ask = async (person: 'member' | 'reader') => {
    const answer = await onPortfolio(person, 'portfolio', LOOK);
    return answer.ok ? 'ok' : answer.error.code;
  };
  await ask('member');
  // Each statement takes 100 ms: so many views are within the tenth, whose minute may turn once meanwhile.
  slow(100);
  const answers: string[] = [];
  while (answers.length < 40 && answers.at(-1) !== 'busy') answers.push(await ask('member'));
  slow(0);
  expect(answers.at(-1)).toBe('busy');
  expect(answers.length).toBeLessThanOrEqual((2 * SQL_MS) / 500);
  expect(await ask('reader')).toBe('ok');
  site.clock.advance(MINUTE_MS);
  expect(await ask('member')).toBe('ok');
  await site.close();
});

test('one person gets a twentieth of the points of an hour', async () => {
  const { site, onProject } = await makeWorld(({ jira }) => {
    for (let made = 0; made < 100; made += 1) jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
  });
  site.jira.rates.quota = { points: 20 * POINTS, own: false };
  const issueIds = [...site.jira.issues.all()].map(({ id }) => id);
  const link = async (to: Parameters<Contract['linkIssues']>[0]['to']) => {
    const answer = await onProject('member', 'linkIssues', { issueIds, to });
    return answer.ok ? 'ok' : answer.error.code;
  };
  const spent = () =>
    site.runInApp(async () => {
      const rows = await database.selectFrom('visitor_spending').select(['account', 'points']).execute();
      return Number(rows.find(({ account }) => account === 'member')?.points ?? 0);
    });
  const tags = [{ kind: 'run' }, { kind: 'objective', key: 'OBJ-2' }] as const;
  let answer = 'ok';
  for (let links = 0; answer === 'ok' && links < 60; links += 1) answer = await link(tags[links % 2] ?? tags[0]);
  expect(answer).toBe('busy');
  // What the last call took over the limit is at most what one call takes.
  expect(await spent()).toBeGreaterThanOrEqual(POINTS);
  expect(await spent()).toBeLessThan(POINTS + 500);
  site.clock.advance(60 * MINUTE_MS);
  expect(await link({ kind: 'run' })).toBe('ok');
  await site.close();
});

test('every call asks the budget', async () => {
  const world = await makeWorld(({ jira }) => jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'E' }, null));
  const spent = { minute: Math.floor(NOW / MINUTE_MS), ms: SQL_MS, hour: 0, points: 0 };
  await world.site.runInApp(() => addSpending('admin', spent));
  const { id, project } = world.site.jira.issue('WEB-1');
  const extension = { issue: { id }, project: { id: project.id } };
  const refused: string[] = [];
  for (const call of Object.keys(WHO_MAY) as (keyof Contract)[]) {
    const answer = await world.call('admin', 'alignment-panel', extension, call, PAYLOADS[call]);
    if (!answer.ok && answer.error.code === 'busy') refused.push(call);
  }
  expect(refused).toEqual(Object.keys(WHO_MAY));
  await world.site.close();
});

test('what calls took is added up within its minute and hour, whichever comes first', async () => {
  const { site } = await makeWorld();
  const stored = () => site.runInApp(() => database.selectFrom('visitor_spending').selectAll().execute());
  const add = (minute: number, ms: number, hour: number, points: number) =>
    site.runInApp(() => addSpending('ann', { minute, ms, hour, points }));
  await add(61, 10, 1, 5);
  await add(61, 20, 1, 6);
  await add(60, 99, 1, 7);
  expect(await stored()).toEqual([{ account: 'ann', minute: 61, ms: 30, hour: 1, points: 18 }]);
  await add(62, 1, 2, 3);
  await add(61, 99, 1, 9);
  expect(await stored()).toEqual([{ account: 'ann', minute: 62, ms: 1, hour: 2, points: 3 }]);
  await site.close();
});
