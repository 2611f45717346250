import { SiteClock } from '../clock';
import { JiraSite, type Caller, type IssueEvent } from './jiraSite';

const app: Caller = { kind: 'app' };
const ann: Caller = { kind: 'user', accountId: 'ann' };

function newSite() {
  const jira = new JiraSite({ clock: new SiteClock(Date.UTC(2026, 4, 16)), appFields: [] });
  jira.addUser({ accountId: 'ann', displayName: 'Ann Lee', jiraAdmin: true });
  jira.addUser({ accountId: 'vic', displayName: 'Vic van Dam' });
  jira.addProject({ key: 'WEB', name: 'Web shop', category: 'Channels' });
  jira.addProject({ key: 'POS', name: 'Point of sale', category: 'channels' });
  jira.addProject({ key: 'HR', name: 'People' });
  const call = async (caller: Caller, method: string, path: string, body?: unknown) => {
    const request = new Request(`${jira.baseUrl}/rest/api/3${path}`, { method, body: JSON.stringify(body) });
    const response = await jira.fetch(request, caller);
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as never };
  };
  return { jira, call };
}

describe('people and groups', () => {
  it('are told of the caller, with the groups only when asked for', async () => {
    const { jira, call } = newSite();
    const office = jira.addGroup('strategy-office', ['ann']);
    jira.addGroup('jira-users', ['vic']);
    jira.addGroup('jira-users', ['ann']);
    expect((await call(ann, 'GET', '/myself?expand=groups')).body).toMatchObject({
      accountId: 'ann',
      groups: { size: 2, items: [{ name: 'jira-users' }, { name: 'strategy-office', groupId: office.groupId }] },
    });
    expect((await call(ann, 'GET', '/myself')).body).not.toHaveProperty('groups');
    expect(office.groupId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it('groups are found by a part of their name, with regard to case unless told otherwise', async () => {
    const { jira, call } = newSite();
    for (const name of ['strategy-office', 'store-leads', 'Strategy <owners>']) jira.addGroup(name, []);
    const find = async (query: string) => (await call(ann, 'GET', `/groups/picker?${query}`)).body;
    expect(await find('query=strategy')).toMatchObject({
      header: 'Showing 1 of 1 matching groups',
      groups: [{ name: 'strategy-office', html: '<b>strategy</b>-office' }],
    });
    expect(await find('query=strategy&caseInsensitive=true&maxResults=1')).toMatchObject({
      header: 'Showing 1 of 2 matching groups',
      total: 2,
      groups: [{ html: '<b>Strategy</b> &lt;owners&gt;' }],
    });
    expect(await find('')).toMatchObject({ total: 3 });
  });

  it('people are found by the beginning of a word of their name', async () => {
    const { call } = newSite();
    const find = async (query: string) =>
      ((await call(ann, 'GET', `/user/search?${query}`)).body as { accountId: string }[]).map((user) => user.accountId);
    expect(await find('query=van%20d')).toEqual(['vic']);
    expect(await find('query=LEE')).toEqual(['ann']);
    expect(await find('query=ee')).toEqual([]);
    expect(await find('query=&maxResults=2&startAt=1')).toEqual(['ann', 'vic']);
    expect(await find('accountId=vic')).toEqual(['vic']);
    expect((await call(ann, 'GET', '/user/search')).status).toBe(400);
  });
});

it('projects name their category', async () => {
  const { call } = newSite();
  const { body } = await call(app, 'GET', '/project/search?orderBy=key');
  const { values } = body as { values: { key: string; projectCategory?: { id: string; name: string } }[] };
  expect(values.map(({ key, projectCategory }) => [key, projectCategory?.name])).toEqual([
    ['HR', undefined],
    ['POS', 'Channels'],
    ['WEB', 'Channels'],
  ]);
  const read = await call(app, 'GET', '/project/WEB');
  expect(read.body).toMatchObject({ projectCategory: { id: values[1]?.projectCategory?.id, description: '' } });
});

describe('flag and team', () => {
  const FIELDS = ['customfield_10021', 'customfield_10001'];

  it('are read where they are asked for, in search and in bulk', async () => {
    const { jira, call } = newSite();
    jira.createIssue({ project: 'WEB', type: 'Task', summary: 'Stuck', flagged: true, team: 'Checkout' }, null);
    const { id } = jira.issue('WEB-1').team ?? { id: '' };
    const fields = {
      customfield_10021: [expect.objectContaining({ value: 'Impediment' })] as unknown,
      customfield_10001: expect.objectContaining({ id, name: 'Checkout' }) as unknown,
    };
    const found = await call(app, 'POST', '/search/jql', { jql: 'project = WEB', fields: FIELDS });
    expect(found.body).toMatchObject({ issues: [{ fields }] });
    const fetched = await call(app, 'POST', '/issue/bulkfetch', { issueIdsOrKeys: ['WEB-1'], fields: FIELDS });
    expect(fetched.body).toMatchObject({ issues: [{ fields }] });
    expect((await call(app, 'GET', '/field')).body).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: 'Flagged', schema: expect.objectContaining({ items: 'option' }) as unknown }),
        expect.objectContaining({ name: 'Team', schema: expect.objectContaining({ type: 'team' }) as unknown }),
      ]),
    );
    expect(jira.query('Flagged = Impediment AND "Team[Team]" = checkout').run()).toHaveLength(1);
    expect(jira.query('Flagged is EMPTY').run()).toHaveLength(0);
  });

  it('are changed as other fields are, each with its line of history', async () => {
    const { jira, call } = newSite();
    const events: IssueEvent[] = [];
    jira.createIssue({ project: 'WEB', type: 'Task', summary: 'Moving' }, null);
    jira.createIssue({ project: 'WEB', type: 'Task', summary: 'Theirs', team: 'Tills' }, null);
    jira.onEvent((event) => 'issue' in event && events.push(event));
    const tills = jira.issue('WEB-2').team;
    const set = { customfield_10021: [{ value: 'Impediment' }], customfield_10001: tills?.id };
    expect((await call(ann, 'PUT', '/issue/WEB-1', { fields: set })).status).toBe(204);
    expect(jira.issue('WEB-1')).toMatchObject({ flagged: true, team: tills });
    expect(events[0]?.changelog?.items).toEqual([
      expect.objectContaining({ field: 'Flagged', fromString: null, toString: 'Impediment' }),
      expect.objectContaining({ field: 'Team', fromString: null, toString: 'Tills' }),
    ]);
    const clear = { customfield_10021: null, customfield_10001: null };
    expect((await call(ann, 'PUT', '/issue/WEB-1', { fields: clear })).status).toBe(204);
    expect(jira.issue('WEB-1')).toMatchObject({ flagged: false, team: null });
    expect((await call(ann, 'PUT', '/issue/WEB-1', { fields: { customfield_10001: 'nobody' } })).status).toBe(400);
  });
});
