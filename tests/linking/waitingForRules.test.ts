import { dataOf } from '../resolvers/world';
import type { Site } from '../site/site';
import { anHour, FIELD, MEMBER, MINUTE_MS, OBJ_1, OBJ_2, ruled, settle } from './ruledWorld';

const TO_1 = { kind: 'objective', key: 'OBJ-1' } as const;

beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
});

const LATER = { 'Retry-After': '600', 'RateLimit-Reason': 'jira-burst-based' };

/** For ten minutes Jira takes no tags, so what rules take waits; all else goes on. */
const jiraIsBusy = ({ faults }: Site): void => {
  faults.answer = ({ url }) =>
    url.includes('/app/field/value') ? new Response('', { status: 429, headers: LATER }) : null;
};

const jiraIsReady = async (site: Site): Promise<void> => {
  site.faults.end();
  site.clock.advance(15 * MINUTE_MS);
  await site.schedule('fiveMinute');
  await settle(site);
};

/** A world whose rule took WEB-1, WEB-4 and POS-1, which wait. */
const waiting = async () => {
  const world = await ruled();
  jiraIsBusy(world.site);
  dataOf(await world.state({ to: TO_1 }));
  await settle(world.site);
  const [rule] = await world.rules();
  expect(rule).toMatchObject({ tagged: 0, waiting: 3 });
  const change = async (stated: Parameters<typeof world.state>[0]) => {
    world.site.faults.end();
    world.site.clock.advance(15 * MINUTE_MS);
    dataOf(await world.state({ id: rule?.id ?? '', ...stated }));
  };
  const tags = () =>
    ['WEB-1', 'WEB-4', 'POS-1'].map((key) => (world.tagOf(key) as { key: string } | null)?.key ?? null);
  return { ...world, change, tags };
};

test('what waits for a rule that is changed goes: neither what only its old JQL matched nor what serves its new objective anyway', async () => {
  const { site, rules, change, tags } = await waiting();
  // WEB-4 inherits OBJ-2, so no preview shows it.
  await change({ jql: 'labels = b2b AND (project = POS OR parent is not EMPTY)' });
  await jiraIsReady(site);
  expect(tags()).toEqual([null, null, 'OBJ-2']);
  expect(await rules()).toMatchObject([{ tagged: 1, waiting: 0 }]);
  await site.close();
});

test('nor does it come back by switching the rule off before it is changed', async () => {
  const { site, change, tags } = await waiting();
  await change({ on: false });
  await site.schedule('fiveMinute');
  await settle(site);
  await change({ jql: 'labels = b2b AND project != POS' });
  await jiraIsReady(site);
  expect(tags()).toEqual(['OBJ-2', null, null]);
  await site.close();
});

test('what matches no more when its turn comes is not tagged, and is taken again once it matches again', async () => {
  const { site, rules, tags } = await waiting();
  site.jira.editIssue('WEB-1', { labels: [] }, MEMBER);
  await settle(site);
  await jiraIsReady(site);
  expect(tags()).toEqual([null, 'OBJ-1', 'OBJ-1']);
  expect(await rules()).toMatchObject([{ tagged: 2, waiting: 0 }]);
  site.jira.editIssue('WEB-1', { labels: ['b2b'] }, MEMBER);
  await settle(site);
  expect(tags()).toEqual(['OBJ-1', 'OBJ-1', 'OBJ-1']);
  expect(await rules()).toMatchObject([{ tagged: 3, waiting: 0 }]);
  await site.close();
});

test('what a person sets and clears while it waits for a rule is left alone', async () => {
  const { site, tags } = await waiting();
  // Jira tells drains what issues are like, but not tagging, which reads no status, what tags they have.
  site.faults.answer = ({ url }, body) =>
    url.includes('/bulkfetch') && !body.includes('status') ? new Response('', { status: 503 }) : null;
  for (const value of [OBJ_2, null]) {
    site.jira.editIssue('WEB-1', { appValues: { [FIELD]: value } }, MEMBER);
    await settle(site);
  }
  await jiraIsReady(site);
  expect(tags()).toEqual([null, 'OBJ-1', 'OBJ-1']);
  await site.close();
});

test('a rule whose JQL Jira does not understand when the turn of an issue comes pauses, and tags nothing', async () => {
  const { site, rules, change, tags } = await waiting();
  await change({ jql: 'labels = b2b AND parent = WEB-3', to: TO_1 });
  jiraIsBusy(site);
  await site.settle();
  expect(await rules()).toMatchObject([{ waiting: 1, isSwept: true }]);
  site.jira.deleteIssue('WEB-3', MEMBER);
  await jiraIsReady(site);
  expect(await rules()).toMatchObject([{ pause: 'jql', tagged: 0 }]);
  expect(tags()).toEqual([null, null, null]);
  await site.close();
});

test('nor is what came to match no more while the rule paused', async () => {
  const { site, inPos, tagOf } = await ruled();
  site.jira.createIssue({ project: 'POS', type: 'Story', summary: 'S', labels: ['b2b'] }, MEMBER);
  await settle(site);
  jiraIsBusy(site);
  dataOf(await inPos('member', 'saveRule', { id: null, jql: 'labels = b2b', to: TO_1, on: true }));
  await site.settle();
  site.jira.setPermissions('POS', 'member', 'member');
  site.clock.advance(5 * MINUTE_MS);
  await site.schedule('hour');
  site.jira.editIssue('POS-1', { labels: [] }, MEMBER);
  await jiraIsReady(site);
  const pause = async () => dataOf(await inPos('editor', 'rules', {})).rules[0]?.pause;
  expect([await pause(), tagOf('POS-2')]).toEqual(['owner', null]);
  site.jira.setPermissions('POS', 'member', 'admin');
  await anHour(site);
  expect([await pause(), tagOf('POS-1'), tagOf('POS-2')]).toEqual([null, null, OBJ_1]);
  await site.close();
});
