import { ann, app, NOW, newSite, vic } from './newSite';

type Bean = { id: string; key: string; fields: Record<string, unknown> };
type Found = { issues: Bean[]; isLast: boolean; nextPageToken?: string };

describe('issues over REST', () => {
  it('are created, read, edited and deleted, each with its event', async () => {
    const { call, events } = newSite();
    const fields = { project: { key: 'WEB' }, issuetype: { name: 'Story' }, summary: 'Pay by invoice' };
    const created = await call(ann, 'POST', '/issue', { fields });
    expect(created).toEqual({ status: 201, body: expect.objectContaining({ key: 'WEB-1' }) as object });
    expect(await call(ann, 'PUT', '/issue/WEB-1', { fields: { customfield_10026: 3, labels: ['b2b'] } })).toMatchObject(
      {
        status: 204,
      },
    );
    const read = await call(ann, 'GET', '/issue/WEB-1');
    expect(read.body).toMatchObject({
      fields: {
        summary: 'Pay by invoice',
        created: '2026-05-16T09:56:00.000+0200',
        labels: ['b2b'],
        customfield_10026: 3,
        customfield_10100: null,
        status: { name: 'To Do', statusCategory: { key: 'new' } },
      },
    });
    expect(await call(ann, 'DELETE', '/issue/WEB-1')).toMatchObject({ status: 204 });
    expect(await call(ann, 'GET', '/issue/WEB-1')).toMatchObject({ status: 404 });
    expect(events.map((event) => event.eventType)).toEqual([
      'avi:jira:created:issue',
      'avi:jira:updated:issue',
      'avi:jira:deleted:issue',
    ]);
    expect(events[1]?.changelog?.items).toEqual([
      expect.objectContaining({ fieldId: 'labels', from: null, toString: 'b2b' }),
      expect.objectContaining({ fieldId: 'customfield_10026', toString: '3' }),
    ]);
    expect(events.every((event) => event.atlassianId === 'ann' && !event.selfGenerated)).toBe(true);
  });

  it('get a resolution and its day with a transition into done, and lose both with one out of it', async () => {
    const { jira, clock, call } = newSite();
    jira.createIssue({ project: 'WEB', type: 'Bug', summary: 'Basket forgets the voucher' });
    clock.advance(60_000);
    const { body } = await call(vic, 'GET', '/issue/WEB-1/transitions');
    expect(body).toEqual({ transitions: [] });
    const done = jira.catalogue.status('Done')?.id;
    await call(ann, 'POST', '/issue/WEB-1/transitions', { transition: { id: done } });
    expect(jira.issue('WEB-1')).toMatchObject({ resolution: { name: 'Done' }, resolved: NOW + 60_000 });
    jira.editIssue('WEB-1', { status: 'In Progress' });
    expect(jira.issue('WEB-1')).toMatchObject({ resolution: null, resolved: null });
  });

  it('take sub-tasks with them without an event, and leave other children without a parent', () => {
    const { jira, events } = newSite();
    const epic = jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'Checkout' }, null);
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'Invoice', parent: epic.key }, null);
    jira.createIssue({ project: 'WEB', type: 'Sub-task', summary: 'Form', parent: 'WEB-2' }, null);
    jira.deleteIssue('WEB-1');
    expect(jira.issue('WEB-2').parent).toBeNull();
    jira.deleteIssue('WEB-2');
    expect(jira.issues.find('WEB-3')).toBeUndefined();
    expect(events.map((event) => event.issue.key)).toEqual(['WEB-1', 'WEB-2']);
  });

  it('are found by the key they had before a move', async () => {
    const { jira, call } = newSite();
    jira.addProject({ key: 'POS', name: 'Point of sale' });
    const { id } = jira.createIssue({ project: 'WEB', type: 'Task', summary: 'Print receipts' });
    jira.moveIssue(id, 'POS');
    const { body } = await call(app, 'POST', '/issue/bulkfetch', { issueIdsOrKeys: ['WEB-1'], fields: ['project'] });
    expect(body).toMatchObject({
      issues: [{ id, key: 'POS-1', fields: { project: { key: 'POS' } } }],
      issueErrors: [],
    });
  });

  it('take their sub-tasks along when they move', () => {
    const { jira, events } = newSite();
    jira.addProject({ key: 'POS', name: 'Point of sale' });
    jira.createIssue({ project: 'WEB', type: 'Task', summary: 'Print receipts' }, null);
    jira.createIssue({ project: 'WEB', type: 'Sub-task', summary: 'Paper', parent: 'WEB-1' }, null);
    jira.moveIssue('WEB-1', 'POS');
    expect([...jira.issues.all()].map(({ key, project }) => [key, project.key])).toEqual([
      ['POS-1', 'POS'],
      ['POS-2', 'POS'],
    ]);
    expect(events).toHaveLength(2);
  });

  it('get new keys with their project, and go with it, without an event', () => {
    const { jira, events } = newSite();
    jira.addProject({ key: 'POS', name: 'Point of sale' });
    jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'Checkout' }, null);
    jira.createIssue({ project: 'POS', type: 'Story', summary: 'Invoice', parent: 'WEB-1' }, null);
    jira.changeProjectKey('WEB', 'SHOP');
    expect(jira.issue('SHOP-1').id).toBe(jira.issue('WEB-1').id);
    expect(jira.project('SHOP').name).toBe('Web shop');
    jira.life.deleteProject('SHOP');
    expect(jira.projects().map(({ key }) => key)).not.toContain('SHOP');
    expect([...jira.issues.all()].map(({ key, parent }) => [key, parent])).toEqual([['POS-1', null]]);
    expect(events).toEqual([]);
  });

  it('of a project that the app may not browse raise no events', () => {
    const { jira, events } = newSite();
    jira.setPermissions('WEB', jira.appUser.accountId, 'none');
    jira.createIssue({ project: 'WEB', type: 'Task', summary: 'Hidden' }, ann);
    expect(events).toEqual([]);
  });
});

describe('permissions', () => {
  it('hide issues and projects, and refuse edits', async () => {
    const { jira, call } = newSite();
    jira.createIssue({ project: 'WEB', type: 'Task', summary: 'Open' });
    jira.createIssue({ project: 'WEB', type: 'Task', summary: 'Secret', visibleTo: ['ann'] });
    jira.createIssue({ project: 'HID', type: 'Task', summary: 'Hidden' });
    const { body } = await call(vic, 'POST', '/issue/bulkfetch', {
      issueIdsOrKeys: ['WEB-1', 'WEB-2', 'HID-1', 'X-1'],
    });
    const { issues, issueErrors } = body as { issues: Bean[]; issueErrors: { id: string }[] };
    expect(issues.map((issue) => issue.key)).toEqual(['WEB-1']);
    expect(issueErrors.map((error) => error.id)).toEqual(['WEB-2', 'HID-1', 'X-1']);
    expect((await call(vic, 'PUT', '/issue/WEB-1', { fields: { summary: 'Mine' } })).status).toBe(403);
    expect((await call(vic, 'PUT', '/issue/WEB-2', { fields: { summary: 'Mine' } })).status).toBe(404);
    expect((await call(vic, 'GET', '/project/HID')).status).toBe(404);
    expect((await call(vic, 'GET', '/project/search')).body).toMatchObject({ total: 1, values: [{ key: 'WEB' }] });
    expect((await call(vic, 'POST', '/permissions/project', { permissions: ['BROWSE_PROJECTS'] })).body).toEqual({
      projects: [{ id: 10000, key: 'WEB' }],
    });
  });

  it('are told for projects and issues at once', async () => {
    const { jira, call } = newSite();
    const open = Number(jira.createIssue({ project: 'WEB', type: 'Task', summary: 'Open' }).id);
    const secret = Number(jira.createIssue({ project: 'WEB', type: 'Task', summary: 'Secret', visibleTo: ['vic'] }).id);
    const projectPermissions = [{ permissions: ['EDIT_ISSUES'], projects: [10000, 10001], issues: [open, secret] }];
    const asAnn = await call(ann, 'POST', '/permissions/check', {
      globalPermissions: ['ADMINISTER'],
      projectPermissions,
    });
    expect(asAnn.body).toEqual({
      globalPermissions: ['ADMINISTER'],
      projectPermissions: [{ permission: 'EDIT_ISSUES', projects: [10000], issues: [open] }],
    });
    const ofVic = await call(app, 'POST', '/permissions/check', { accountId: 'vic', projectPermissions });
    expect(ofVic.body).toMatchObject({ projectPermissions: [{ projects: [], issues: [] }] });
    const mine = await call(vic, 'GET', '/mypermissions?permissions=ADMINISTER,EDIT_ISSUES&projectKey=WEB');
    expect(mine.body).toMatchObject({
      permissions: { ADMINISTER: { havePermission: false }, EDIT_ISSUES: { havePermission: false } },
    });
  });
});

describe('search', () => {
  it('pages by token, a hundred with fields, and skips what is gone', async () => {
    const { jira, call } = newSite();
    for (let at = 1; at <= 250; at += 1)
      jira.createIssue({ project: 'WEB', type: 'Task', summary: `Task ${at}` }, null);
    const body = { jql: 'project = web ORDER BY key ASC', fields: ['summary'], maxResults: 1000 };
    const first = (await call(app, 'POST', '/search/jql', body)).body as Found;
    expect(first.issues).toHaveLength(100);
    jira.deleteIssue('WEB-150');
    const second = (await call(app, 'POST', '/search/jql', { ...body, nextPageToken: first.nextPageToken }))
      .body as Found;
    expect(second.issues).toHaveLength(99);
    const third = (await call(app, 'POST', '/search/jql', { ...body, nextPageToken: second.nextPageToken }))
      .body as Found;
    expect(third).toMatchObject({ isLast: true });
    expect(third.issues.at(-1)).toMatchObject({ key: 'WEB-250', fields: { summary: 'Task 250' } });
    const ids = (await call(app, 'POST', '/search/jql', { jql: 'project = WEB', maxResults: 5000 })).body as Found;
    expect(ids.issues).toHaveLength(249);
    expect(Object.keys(ids.issues[0] ?? {})).toEqual(['id']);
    expect((await call(app, 'POST', '/search/approximate-count', { jql: 'project = WEB' })).body).toEqual({
      count: 249,
    });
  });

  it('refuses a query without a restriction, and what it does not know', async () => {
    const { call } = newSite();
    const refused = async (jql: string) => (await call(app, 'POST', '/search/jql', { jql })).body;
    expect((await call(app, 'POST', '/search/jql', { jql: 'ORDER BY key' })).status).toBe(400);
    expect(await refused('project = ')).toMatchObject({ errorMessages: [expect.stringContaining('JQL Query')] });
    expect(await refused('colour = red')).toMatchObject({ errorMessages: [expect.stringContaining("'colour'")] });
    expect(await refused('parent in (99999)')).toMatchObject({ errorMessages: [expect.stringContaining("'parent'")] });
  });
});

it('refuses a call that it does not know, and one that Atlassian’s document does not allow', async () => {
  const { call, jira } = newSite();
  expect((await call(app, 'GET', '/dashboard/frobnicate')).body).toEqual({
    errorMessages: ['The local site does not know GET /rest/api/3/dashboard/frobnicate.'],
    errors: {},
  });
  expect((await call({ kind: 'user', accountId: 'nobody' }, 'GET', '/myself')).status).toBe(401);
  expect((await call(ann, 'GET', '/serverInfo')).body).toMatchObject({ serverTimeZone: 'UTC' });
  expect((await call(ann, 'GET', '/user/bulk?accountId=vic&accountId=gone')).body).toMatchObject({ total: 1 });
  expect((await call(ann, 'GET', '/issuetype')).body).toHaveLength(jira.catalogue.issueTypes().length);
});
