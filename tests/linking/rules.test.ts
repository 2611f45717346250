import { GATHERED_HOURS, TAGGING_JOB_DAYS } from '../../src/domain/retention';
import { clearedAmong } from '../../src/store/tagging/rules';
import { forgetJobs } from '../../src/sync/tagging/forgetJobs';
import { DAY_MS, dataOf, NOW } from '../resolvers/world';
import { anHour, FIELD, MEMBER, MINUTE_MS, OBJ_1, OBJ_2, ruled, settle, TO } from './ruledWorld';

const RUN = { key: 'RUN', name: 'Run the business' };

beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
});

test('a rule tags what it matches: no own tag, nothing that serves the objective anyway, nothing dropped', async () => {
  const { site, state, rules, tagOf, page } = await ruled();
  dataOf(await state());
  await settle(site);
  expect(['WEB-1', 'WEB-2', 'WEB-4', 'WEB-5', 'WEB-6', 'POS-1'].map(tagOf)).toEqual([
    OBJ_2,
    OBJ_1,
    null,
    null,
    null,
    OBJ_2,
  ]);
  expect(await rules()).toMatchObject([
    { jql: 'labels = b2b', to: TO, owner: 'editor', pause: null, tagged: 2, waiting: 0, isSwept: true },
  ]);
  expect((await page()).planned).toMatchObject({ aligned: 3, unlinked: 1 });
  await site.close();
});

test('from then on it tags what comes to match, as soon as the change is read', async () => {
  const { site, state, tagOf, rules } = await ruled();
  dataOf(await state());
  await settle(site);
  site.jira.editIssue('WEB-5', { labels: ['b2b'] }, MEMBER);
  site.jira.createIssue({ project: 'WEB', type: 'Bug', summary: 'New', labels: ['b2b'] }, MEMBER);
  await settle(site);
  expect(['WEB-5', 'WEB-7'].map(tagOf)).toEqual([OBJ_2, OBJ_2]);
  expect((await rules())[0]?.tagged).toBe(4);
  await site.close();
});

test('what a person sets or clears no rule sets again, whoever had set it, and also where the rule is stated later', async () => {
  const { site, state, tagOf } = await ruled();
  // Cleared before there was a rule.
  site.jira.editIssue('WEB-2', { appValues: { [FIELD]: null } }, MEMBER);
  await settle(site);
  dataOf(await state());
  await settle(site);
  expect([tagOf('WEB-1'), tagOf('WEB-2')]).toEqual([OBJ_2, null]);
  // What the rule had set is cleared, or set otherwise.
  site.jira.editIssue('WEB-1', { appValues: { [FIELD]: null } }, MEMBER);
  site.jira.editIssue('POS-1', { appValues: { [FIELD]: RUN } }, MEMBER);
  await settle(site);
  site.jira.editIssue('WEB-1', { status: 'In Progress' }, MEMBER);
  await settle(site);
  site.clock.advance(2 * DAY_MS);
  await anHour(site);
  dataOf(await state({ jql: 'labels = b2b AND type = Story' }));
  await settle(site);
  expect([tagOf('WEB-1'), tagOf('WEB-2'), tagOf('POS-1')]).toEqual([null, null, RUN]);
  const ids = ['WEB-1', 'WEB-2', 'POS-1'].map((key) => Number(site.jira.issue(key).id));
  expect([...(await site.runInApp(() => clearedAmong(ids)))]).toEqual(ids.slice(0, 2));
  await site.close();
});

test('of several rules the first in order takes an issue, and the order can be changed', async () => {
  const { site, state, rules, call, tagOf } = await ruled();
  dataOf(await state({ jql: 'labels = later' }));
  dataOf(await state({ jql: 'labels in (later, soon)', to: { kind: 'run' } }));
  await settle(site);
  const [first, second] = await rules();
  dataOf(await call('editor', 'portfolio', {}, 'moveRule', { id: second?.id ?? '', before: first?.id ?? '' }));
  expect((await rules()).map(({ id }) => id)).toEqual([second?.id, first?.id]);
  await anHour(site);
  site.jira.editIssue('WEB-5', { labels: ['later'] }, MEMBER);
  await settle(site);
  expect(tagOf('WEB-5')).toEqual(RUN);
  await site.close();
});

test('so it is when both are swept at once', async () => {
  const { site, state, rules, call, tagOf } = await ruled();
  dataOf(await state({ jql: 'labels = b2b', on: false }));
  dataOf(await state({ jql: 'type = Story', to: { kind: 'run' }, on: false }));
  const [first, second] = await rules();
  dataOf(await call('editor', 'portfolio', {}, 'moveRule', { id: second?.id ?? '', before: first?.id ?? '' }));
  dataOf(await state({ id: first?.id ?? '', jql: 'labels = b2b' }));
  dataOf(await state({ id: second?.id ?? '', jql: 'type = Story', to: { kind: 'run' } }));
  await settle(site);
  expect(['WEB-1', 'WEB-5', 'POS-1'].map(tagOf)).toEqual([RUN, RUN, RUN]);
  await site.close();
});

test('switched off or deleted it tags nothing more, what it tagged stays, and the audit log tells', async () => {
  const { site, state, rules, call, tagOf, audit } = await ruled();
  dataOf(await state());
  await settle(site);
  const id = (await rules())[0]?.id ?? '';
  dataOf(await state({ id, on: false }));
  site.jira.editIssue('WEB-5', { labels: ['b2b'] }, MEMBER);
  await settle(site);
  expect(await rules()).toMatchObject([{ pause: 'off', tagged: 2 }]);
  expect([tagOf('WEB-1'), tagOf('WEB-5')]).toEqual([OBJ_2, null]);
  dataOf(await call('editor', 'portfolio', {}, 'deleteRule', { id }));
  expect(await rules()).toEqual([]);
  await settle(site);
  expect(tagOf('WEB-1')).toEqual(OBJ_2);
  expect(await audit()).toEqual(
    expect.arrayContaining([
      { what: 'ruleDeleted', to: 'OBJ-2', project: null, on: false, by: 'editor' },
      { what: 'ruleLinks', issues: 2, to: 'OBJ-2', by: 'editor' },
      { what: 'rule', to: 'OBJ-2', project: null, on: false, by: 'editor' },
      { what: 'rule', to: 'OBJ-2', project: null, on: true, by: 'editor' },
    ]),
  );
  await site.close();
});

test('once a day the audit log says what each rule tagged since', async () => {
  const { site, state, audit } = await ruled();
  dataOf(await state());
  await settle(site);
  await site.schedule('day');
  await site.schedule('day');
  expect((await audit()).filter(({ what }) => what === 'ruleLinks')).toEqual([
    { what: 'ruleLinks', issues: 2, to: 'OBJ-2', by: 'editor' },
  ]);
  await site.close();
});

test('a rule is never forgotten as old jobs are', async () => {
  const { site, state, rules } = await ruled();
  dataOf(await state());
  await settle(site);
  await site.runInApp(() => forgetJobs(() => NOW + (TAGGING_JOB_DAYS + GATHERED_HOURS) * DAY_MS, Infinity));
  expect(await rules()).toMatchObject([{ tagged: 2 }]);
  await site.close();
});

test('drains cost nothing more without a rule, and one call with one', async () => {
  const { site, state } = await ruled();
  const drained = async (labels: string[]) => {
    site.clock.advance(2 * MINUTE_MS);
    site.jira.editIssue('WEB-5', { labels }, MEMBER);
    await site.settle();
    site.clock.advance(6_000);
    site.statements.reset();
    await site.settle();
    return site.statements.jira;
  };
  const before = await drained(['x']);
  dataOf(await state({ jql: 'labels = none' }));
  await settle(site);
  expect(await drained(['y'])).toBe(before + 1);
  await site.close();
});
