import { DAY_MS, dataOf, type Person } from '../resolvers/world';
import { anHour, MEMBER, OBJ_2, ruled, settle, TO } from './ruledWorld';

beforeEach(() => {
  jest.spyOn(console, 'warn').mockReturnValue();
});

test('an admin of a project states rules for it, and these take nothing elsewhere, whatever their JQL says', async () => {
  const { site, inPos, tagOf, call } = await ruled();
  const save = (jql: string, person: Person) => inPos(person, 'saveRule', { id: null, jql, to: TO, on: true });
  expect(await save('labels = b2b', 'reader')).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  const { rules, everywhere } = dataOf(await save('labels = b2b) OR (labels = b2b', 'member'));
  expect([rules.length, everywhere]).toEqual([1, 0]);
  await settle(site);
  expect(['POS-1', 'WEB-1'].map(tagOf)).toEqual([OBJ_2, null]);
  // It is no rule for every project, and the member states none of those.
  expect(dataOf(await call('editor', 'portfolio', {}, 'rules', {})).rules).toEqual([]);
  expect(await call('member', 'portfolio', {}, 'rules', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  const id = rules[0]?.id ?? '';
  expect(await call('editor', 'portfolio', {}, 'deleteRule', { id })).toMatchObject({ error: { code: 'notFound' } });
  await site.close();
});

test('what a rule does is none of its owner’s jobs: it hides none, and nobody lists or undoes it as one', async () => {
  const { site, inPos, tagOf } = await ruled();
  site.jira.createIssue({ project: 'POS', type: 'Story', summary: 'S' }, null);
  await settle(site);
  const issueIds = [site.jira.issue('POS-2').id];
  const { job } = dataOf(await inPos('member', 'gatherBulk', { job: null, source: 'jql', issueIds }));
  dataOf(await inPos('member', 'startBulk', { job, to: TO, overwrites: false }));
  const jqls = ['labels = b2b', 'labels = c', 'labels = d'];
  for (const jql of jqls) dataOf(await inPos('member', 'saveRule', { id: null, jql, to: TO, on: true }));
  await settle(site);
  expect(dataOf(await inPos('member', 'bulkJobs', { before: null })).jobs).toMatchObject([
    { id: job, state: 'finished' },
  ]);
  const id = dataOf(await inPos('member', 'rules', {})).rules[0]?.id ?? '';
  expect(await inPos('member', 'undoBulk', { job: id })).toMatchObject({ error: { code: 'notFound' } });
  expect(await inPos('member', 'bulkAnswers', { job: id, became: 'done', after: null })).toMatchObject({
    error: { code: 'notFound' },
  });
  await settle(site);
  expect(tagOf('POS-1')).toEqual(OBJ_2);
  await site.close();
});

test('a rule pauses while its owner may not state it, and tags nothing meanwhile', async () => {
  const { site, inPos, tagOf } = await ruled();
  dataOf(await inPos('member', 'saveRule', { id: null, jql: 'labels = late', to: TO, on: true }));
  await settle(site);
  site.jira.setPermissions('POS', 'member', 'member');
  await anHour(site);
  const rule = async () => dataOf(await inPos('editor', 'rules', {})).rules[0];
  expect(await rule()).toMatchObject({ pause: 'owner', owner: 'member' });
  site.jira.editIssue('POS-1', { labels: ['late'] }, MEMBER);
  await settle(site);
  expect(tagOf('POS-1')).toBeNull();
  site.jira.setPermissions('POS', 'member', 'admin');
  await anHour(site);
  expect(await rule()).toMatchObject({ pause: null });
  site.clock.advance(2 * DAY_MS);
  await anHour(site);
  await site.schedule('fiveMinute');
  await settle(site);
  expect(tagOf('POS-1')).toEqual(OBJ_2);
  await site.close();
});

test('an editor who leaves the group of editors loses their rules, and whoever saves one owns it', async () => {
  const { site, state, rules, call } = await ruled();
  dataOf(await state({ jql: 'labels = none' }));
  await settle(site);
  const settings = dataOf(await call('admin', 'alignment-settings', {}, 'settings', {}));
  dataOf(await call('admin', 'alignment-settings', {}, 'saveSettings', { ...settings, editorGroups: [] }));
  await anHour(site);
  const seen = async () => dataOf(await call('admin', 'portfolio', {}, 'rules', {})).rules[0];
  const id = (await seen())?.id ?? '';
  expect(await seen()).toMatchObject({ pause: 'owner', owner: 'editor' });
  dataOf(await state({ id, jql: 'labels = none' }, 'admin'));
  await anHour(site);
  expect(await seen()).toMatchObject({ pause: null, owner: 'admin' });
  await expect(rules()).rejects.toThrow('forbidden');
  await site.close();
});

test('a rule is refused where Jira does not understand it, and pauses once that comes to be so', async () => {
  const { site, state, rules } = await ruled();
  for (const jql of ['nonsense = 1', '', 'ORDER BY key', 'assignee = currentUser()', 'labels = '])
    expect([jql, await state({ jql })]).toMatchObject([jql, { ok: false, error: { code: 'invalid', field: 'jql' } }]);
  dataOf(await state({ jql: 'parent = WEB-3 AND labels = none' }));
  await settle(site);
  site.jira.deleteIssue('WEB-3', MEMBER);
  await settle(site);
  site.clock.advance(2 * DAY_MS);
  await anHour(site);
  expect(await rules()).toMatchObject([{ pause: 'jql' }]);
  await site.close();
});

test('whoever does not see all totals gets no number of a rule for every project', async () => {
  const { site, state, rules, call } = await ruled();
  dataOf(await state());
  await settle(site);
  const settings = dataOf(await call('admin', 'alignment-settings', {}, 'settings', {}));
  const office = site.jira.addGroup('totals', []);
  const totalsGroups = [{ id: office.groupId, name: office.name }];
  dataOf(await call('admin', 'alignment-settings', {}, 'saveSettings', { ...settings, totalsGroups }));
  expect(await rules()).toMatchObject([{ tagged: null, waiting: null }]);
  await site.close();
});

test('the preview counts what it would do, as whoever states it sees it', async () => {
  const { site, call, inPos } = await ruled();
  const issueIds = [...site.jira.issues.all()].map(({ id }) => id);
  const asked = { to: TO, issueIds: [...issueIds, '999999'] };
  // 1 and POS-1; 2 and 3 have a tag; 4 inherits OBJ-2; 5 too would be taken if its JQL found it; 6 is dropped.
  expect(dataOf(await call('editor', 'portfolio', {}, 'previewRule', asked))).toEqual({
    takes: 3,
    tagged: 2,
    serves: 1,
    cleared: 0,
    others: 2,
  });
  expect(dataOf(await inPos('member', 'previewRule', asked))).toMatchObject({ takes: 1, others: 7 });
  await site.close();
});

test('the column link of a strategy file states rules, each once, and says first what is wrong', async () => {
  const { site, call, rules, tagOf } = await ruled();
  const load = async (lines: string[], apply: boolean) =>
    dataOf(
      await call('editor', 'portfolio', {}, 'importStrategy', { csv: ['key,title,link', ...lines].join('\n'), apply }),
    );
  const broken = await load(['OBJ-1,Win the market,nonsense = 1'], true);
  expect(broken).toMatchObject({ applied: false, problems: [{ row: 2, column: 'link' }] });
  expect(broken.problems[0]?.message).toMatch(/^"link" cannot be "nonsense = 1"\. Jira does not understand/);

  const lines = ['OBJ-2,Superior service,labels = b2b ORDER BY key', 'RUN,,labels = ops'];
  expect(await load(lines, false)).toMatchObject({ rules: 2, problems: [], applied: false });
  expect(await rules()).toEqual([]);
  expect(await load(lines, true)).toMatchObject({ rules: 2, applied: true });
  expect((await rules()).map(({ jql, to, owner }) => ({ jql, to, owner }))).toEqual([
    { jql: 'labels = b2b', to: TO, owner: 'editor' },
    { jql: 'labels = ops', to: { kind: 'run' }, owner: 'editor' },
  ]);
  await settle(site);
  expect(tagOf('WEB-1')).toEqual(OBJ_2);
  expect(await load(lines, true)).toMatchObject({ rules: 0 });
  expect(await rules()).toHaveLength(2);
  await site.close();
});

test('an exported strategy states the same rules again, in their order, and says which a file cannot say', async () => {
  const { state, call, inPos } = await ruled();
  const to1 = { kind: 'objective', key: 'OBJ-1' } as const;
  for (const stated of [{ jql: 'labels = b2b' }, { jql: 'labels = "a, b"', to: to1 }, { jql: 'labels = x' }])
    dataOf(await state(stated));
  for (const jql of ['labels = ops', 'labels = bills']) dataOf(await state({ jql, to: { kind: 'run' } }));
  dataOf(await state({ jql: 'labels = later', on: false }));
  dataOf(await inPos('member', 'saveRule', { id: null, jql: 'labels = till', to: TO, on: true }));
  const { csv, leftOut } = dataOf(await call('editor', 'portfolio', {}, 'exportStrategy', {}));
  expect(leftOut).toEqual({ project: 1, off: 1, refused: 0, objective: 0 });
  const again = await ruled();
  const load = { csv, apply: true };
  expect(dataOf(await again.call('editor', 'portfolio', {}, 'importStrategy', load))).toMatchObject({
    problems: [],
    rules: 5,
    created: [],
    changed: [],
  });
  expect((await again.rules()).map(({ jql, to }) => ({ jql, to }))).toEqual([
    { jql: 'labels = b2b', to: TO },
    { jql: 'labels = "a, b"', to: to1 },
    { jql: 'labels = x', to: TO },
    { jql: 'labels = ops', to: { kind: 'run' } },
    { jql: 'labels = bills', to: { kind: 'run' } },
  ]);
  // In the order of the objectives, a rule stands on the row of its own.
  const first = ['OBJ-1', 'OBJ-2'].map((key) => ({ jql: `labels = ${key}`, to: { kind: 'objective', key } as const }));
  const tidy = await ruled();
  for (const stated of first) dataOf(await tidy.state(stated));
  const file = dataOf(await tidy.call('editor', 'portfolio', {}, 'exportStrategy', {})).csv;
  expect(file.split('\n').filter((line) => line.includes('labels'))).toEqual([
    expect.stringMatching(/^OBJ-1,Win the market,.*,labels = OBJ-1,/),
    expect.stringMatching(/^OBJ-2,Superior service,.*,labels = OBJ-2,/),
  ]);
  for (const { site } of [again, tidy]) await site.close();
});
