import { siteSettings } from '../../src/settings/siteSettings';
import { applySettings } from '../../src/sync/applySettings';
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

test('an epic of another project is linked from this one, and that taken back, by who may edit it', async () => {
  const { site, onProject } = await makeWorld(({ jira }) => {
    jira.addProject({ key: 'PROG', name: 'Programme', everyone: 'viewer' });
    jira.setPermissions('PROG', 'member', 'member');
    jira.createIssue({ project: 'PROG', type: 'Epic', summary: 'E' }, null);
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', parent: 'PROG-1' }, null);
  });
  const issueIds = [site.jira.issue('PROG-1').id];
  const to = { kind: 'objective', key: 'OBJ-2' } as const;
  const unlinked = async () => {
    const page = await onProject('member', 'projectAlignment', { window: 90, measure: 'items', filter: {} });
    return page.ok && page.data.unlinked.planned;
  };
  expect(await onProject('reader', 'linkIssues', { issueIds, to })).toMatchObject({
    data: [{ key: 'PROG-1', outcome: 'forbidden' }],
  });
  expect(await unlinked()).toBe(1);
  expect(await onProject('member', 'linkIssues', { issueIds, to })).toMatchObject({ data: [{ outcome: 'linked' }] });
  expect(await unlinked()).toBe(0);
  expect(await onProject('member', 'unlinkIssues', { issueIds, was: to, back: null })).toMatchObject({
    data: [{ outcome: 'unlinked' }],
  });
  expect(await unlinked()).toBe(1);
  await site.close();
});

test('issues of a project that an admin left out, or that the viewer may not browse, are not there', async () => {
  const { site, onProject } = await makeWorld(({ jira }) => {
    for (const key of ['OUT', 'SEC']) {
      jira.addProject({ key, name: key, everyone: key === 'OUT' ? 'admin' : 'none' });
      jira.setPermissions(key, jira.appUser.accountId, 'admin');
      jira.createIssue({ project: key, type: 'Epic', summary: 'E' }, null);
    }
  });
  const { id } = site.jira.project('OUT');
  await site.runInApp(async () => {
    const before = await siteSettings();
    const excludedProjects = [{ id, key: 'OUT', name: 'OUT' }];
    await applySettings(before, { ...before, excludedProjects }, site.clock.now());
  });
  const issueIds = ['OUT-1', 'SEC-1'].map((key) => site.jira.issue(key).id);
  const none = { data: issueIds.map((issueId) => ({ issueId, key: null, outcome: 'notFound' })) };
  expect(await onProject('member', 'linkIssues', { issueIds, to: { kind: 'run' } })).toMatchObject(none);
  const taken = { issueIds, was: { kind: 'run' }, back: null } as const;
  expect(await onProject('member', 'unlinkIssues', taken)).toMatchObject(none);
  expect(['OUT-1', 'SEC-1'].map((key) => site.jira.issue(key).appValues)).toEqual([{}, {}]);
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
