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
