import { ann, app, newSite } from './newSite';

type Found = { issues: { id: string }[] };

describe('what is archived or in the trash', () => {
  const search = { jql: 'project is not EMPTY', fields: ['key'] };
  const newWorld = () => {
    const world = newSite();
    const events: string[] = [];
    world.jira.onEvent(({ eventType }) => events.push(eventType));
    for (let made = 0; made < 2; made += 1)
      world.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
    const found = async () => ((await world.call(app, 'POST', '/search/jql', search)).body as Found).issues.length;
    const listed = async (status = '') =>
      ((await world.call(app, 'GET', `/project/search${status}`)).body as { values: { key: string }[] }).values.map(
        ({ key }) => key,
      );
    return { ...world, told: events, found, listed };
  };

  it('is not searched nor listed unless asked for; archived issues can be read by a link, those in the trash cannot', async () => {
    const { jira, call, told, found, listed } = newWorld();
    jira.life.archiveProject('WEB');
    expect([await found(), await listed(), await listed('?status=archived')]).toEqual([0, ['HID'], ['WEB']]);
    expect((await call(ann, 'GET', '/issue/WEB-1')).status).toBe(200);
    expect((await call(app, 'POST', '/search/jql', { ...search, jql: 'project = WEB' })).status).toBe(400);
    jira.life.restoreProject('WEB');
    expect([await found(), await listed()]).toEqual([2, ['HID', 'WEB']]);
    jira.life.trashProject('WEB');
    expect([await found(), await listed('?status=deleted')]).toEqual([0, ['WEB']]);
    expect((await call(ann, 'GET', '/issue/WEB-1')).status).toBe(404);
    jira.life.restoreProject('WEB');
    jira.life.deleteProject('WEB');
    expect(told).toEqual(
      ['archived', 'unarchived', 'softdeleted', 'restored', 'deleted'].map((what) => `avi:jira:${what}:project`),
    );
  });

  it.each([true, false])('is answered by a bulk fetch or not, as Jira may have it: %s', async (bulkfetch) => {
    const { jira, call, found } = newWorld();
    jira.life.archiving = { bulkfetch, event: false, updated: false };
    jira.life.archiveIssue('WEB-1');
    const id = jira.issue('WEB-1').id;
    const fetched = await call(app, 'POST', '/issue/bulkfetch', { issueIdsOrKeys: [id], fields: ['summary'] });
    expect((fetched.body as Found).issues).toHaveLength(bulkfetch ? 1 : 0);
    expect(await found()).toBe(1);
    const match = { issueIds: [Number(id), Number(jira.issue('WEB-2').id)], jqls: ['project is not EMPTY'] };
    expect((await call(app, 'POST', '/jql/match', match)).body).toEqual({
      matches: [{ matchedIssues: [Number(jira.issue('WEB-2').id)], errors: [] }],
    });
    expect(() => jira.editIssue('WEB-1', { summary: 'T' })).toThrow('archived');
  });

  it('cannot be named in a query once the project is in neither list', async () => {
    const { call } = newWorld();
    const refused = await call(app, 'POST', '/search/jql', { ...search, jql: 'project = 4711' });
    expect(refused).toMatchObject({ status: 400 });
  });
});

it('tells what its statuses, resolutions and types mean, to who may browse a project', async () => {
  const { jira, call } = newSite();
  jira.catalogue.moveStatus(jira.catalogue.status('To Do')!, 'done');
  const statuses = (await call(app, 'GET', '/status')).body as { name: string; statusCategory: { key: string } }[];
  expect(statuses.find(({ name }) => name === 'To Do')?.statusCategory.key).toBe('done');
  jira.catalogue.resolutions.rename(jira.catalogue.resolutions.named('Done'), 'Shipped');
  const { values } = (await call(app, 'GET', '/resolution/search?maxResults=1')).body as { values: { name: string }[] };
  expect(values).toHaveLength(1);
  jira.setPermissions('WEB', jira.appUser.accountId, 'none');
  jira.setPermissions('HID', jira.appUser.accountId, 'none');
  expect((await call(app, 'GET', '/status')).body).toEqual([]);
});
