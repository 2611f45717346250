import { makeWorld } from './world';

test('a reader links nothing, and is told so for each issue', async () => {
  const { site, onProject } = await makeWorld(({ jira }) =>
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'A' }, null),
  );
  const { id } = site.jira.issue('WEB-1');
  expect(await onProject('reader', 'linkIssues', { issueIds: [id], to: { kind: 'run' } })).toMatchObject({
    ok: true,
    data: [{ issueId: id, key: 'WEB-1', outcome: 'forbidden', message: 'You may not edit WEB-1.' }],
  });
  await site.close();
});

test('issues of another project are not linked from this one, even by who may edit them', async () => {
  const { site, onProject } = await makeWorld(({ jira }) => {
    jira.addProject({ key: 'POS', name: 'Tills' });
    jira.createIssue({ project: 'POS', type: 'Story', summary: 'B' }, null);
  });
  const { id } = site.jira.issue('POS-1');
  expect(await onProject('member', 'linkIssues', { issueIds: [id], to: { kind: 'run' } })).toMatchObject({
    data: [{ key: null, outcome: 'notFound' }],
  });
  expect(site.jira.issue('POS-1').appValues).toEqual({});
  await site.close();
});

test('the browser cannot claim another issue: ids come from the context, payloads are checked', async () => {
  const { site, onProject } = await makeWorld();
  for (const issueIds of [
    [],
    ['WEB-1'],
    ['1; DROP TABLE work_item'],
    Array.from({ length: 101 }, (_, id) => String(id)),
  ]) {
    expect(await onProject('member', 'linkIssues', { issueIds, to: { kind: 'run' } })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  }
  await site.close();
});

test('links are taken back of issues that nobody has changed since, and the audit log says so', async () => {
  const { site, onProject, call } = await makeWorld(({ jira }) => {
    for (const summary of ['A', 'B', 'C']) jira.createIssue({ project: 'WEB', type: 'Story', summary }, null);
  });
  const issueIds = ['WEB-1', 'WEB-2', 'WEB-3'].map((key) => site.jira.issue(key).id);
  const to = { kind: 'objective', key: 'OBJ-2' } as const;
  await onProject('member', 'linkIssues', { issueIds: issueIds.slice(0, 2), to });
  await onProject('member', 'linkIssues', { issueIds: issueIds.slice(1, 2), to: { kind: 'run' } });
  expect(
    await onProject('reader', 'unlinkIssues', { issueIds: issueIds.slice(0, 1), was: to, back: null }),
  ).toMatchObject({
    data: [{ key: 'WEB-1', outcome: 'forbidden' }],
  });
  expect(await onProject('member', 'unlinkIssues', { issueIds, was: to, back: null })).toMatchObject({
    data: [
      { key: 'WEB-1', outcome: 'unlinked', message: null },
      { key: 'WEB-2', outcome: 'kept', message: 'Somebody has changed WEB-2 since.' },
      { key: 'WEB-3', outcome: 'unlinked', message: null },
    ],
  });
  const tags = ['WEB-1', 'WEB-2', 'WEB-3'].map((key) => Object.values(site.jira.issue(key).appValues)[0] ?? null);
  expect(tags).toEqual([null, { key: 'RUN', name: 'Run the business' }, null]);
  const log = await call('admin', 'alignment-settings', {}, 'auditLog', { before: null });
  expect(log.ok && log.data.lines[0]?.act).toEqual({ what: 'unlinks', issues: 1, from: 'OBJ-2' });
  await site.close();
});
