import { ourAppFields } from '../platform/forge/appFields';
import { SiteClock } from '../clock';
import { JiraSite, type Caller, type JiraEvent } from './jiraSite';

const app: Caller = { kind: 'app' };
const ann: Caller = { kind: 'user', accountId: 'ann' };
const tag = { key: 'OBJ-1', name: 'Delight shoppers' };

function newSite() {
  const jira = new JiraSite({ clock: new SiteClock(Date.UTC(2026, 4, 16)), appFields: ourAppFields() });
  jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  jira.addProject({ key: 'WEB', name: 'Web shop' });
  const events: JiraEvent[] = [];
  jira.onEvent((event) => events.push(event));
  const call = async (caller: Caller, method: string, path: string, body?: unknown) => {
    const request = new Request(`${jira.baseUrl}/rest/api/3${path}`, { method, body: JSON.stringify(body) });
    const response = await jira.fetch(request, caller);
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as never };
  };
  return { jira, events, call };
}

describe('the app’s field', () => {
  it('is listed as Forge fields are, and written by the app only', async () => {
    const { jira, events, call } = newSite();
    const id = Number(jira.createIssue({ project: 'WEB', type: 'Task', summary: 'Open' }, null).id);
    const { body } = await call(app, 'GET', '/field');
    expect(body).toContainEqual(
      expect.objectContaining({
        id: 'customfield_10100',
        name: 'Strategic objective',
        schema: {
          type: 'object',
          custom: expect.stringMatching(
            /^ari:cloud:ecosystem::extension\/.+\/.+\/static\/strategic-objective$/,
          ) as string,
          customId: 10100,
        },
      }),
    );
    const updates = [{ customField: 'customfield_10100', issueIds: [id], value: tag }];
    expect((await call(ann, 'POST', '/app/field/value', { updates })).status).toBe(403);
    expect((await call(app, 'POST', '/app/field/value', { updates })).status).toBe(204);
    expect(jira.issue('WEB-1').appValues).toEqual({ customfield_10100: tag });
    expect(events).toMatchObject([{ eventType: 'avi:jira:updated:issue', selfGenerated: true }]);
    const clear = { updates: [{ issueIds: [id], value: null }] };
    expect((await call(app, 'PUT', '/app/field/customfield_10100/value', clear)).status).toBe(204);
    expect(jira.issue('WEB-1').appValues).toEqual({});
    for (const value of [{ key: 7, name: '' }, { key: 'OBJ-1' }, { ...tag, owner: 'ann' }, { ...tag, key: 'OBJ-1 ' }]) {
      const wrong = { updates: [{ issueIds: [id], value }] };
      expect((await call(app, 'PUT', '/app/field/customfield_10100/value', wrong)).status).toBe(400);
    }
    // Only what people state goes through parser and validation.
    const text = { updates: [{ issueIds: [id], value: 'OBJ-1 Delight shoppers' }] };
    expect((await call(app, 'PUT', '/app/field/customfield_10100/value', text)).status).toBe(400);
    const odd = { updates: [{ issueIds: [id], value: { key: 'RUN', name: 'Keep the lights on' } }] };
    expect((await call(app, 'PUT', '/app/field/customfield_10100/value', odd)).status).toBe(204);
  });

  it('takes from people what the formatter writes, and says what is wrong with anything else', async () => {
    const { jira, call } = newSite();
    const make = (value: unknown) => {
      const fields = { project: { key: 'WEB' }, issuetype: { name: 'Story' }, summary: 'S', customfield_10100: value };
      return call(ann, 'POST', '/issue', { fields });
    };
    const edit = (value: unknown) => call(ann, 'PUT', '/issue/WEB-1', { fields: { customfield_10100: value } });
    const held = () => jira.issue('WEB-1').appValues['customfield_10100'] ?? null;

    expect((await make('OBJ-1 Delight shoppers')).status).toBe(201);
    expect(held()).toEqual(tag);
    for (const [stated, value] of [
      ['  OBJ-2   Two  words ', { key: 'OBJ-2', name: 'Two  words' }],
      ['OBJ-3', { key: 'OBJ-3', name: '' }],
      ['Run the business', { key: 'RUN', name: 'Run the business' }],
      ['run', { key: 'RUN', name: 'Run the business' }],
      [tag, tag],
      [' ', null],
    ] as const) {
      expect(await edit(stated)).toMatchObject({ status: 204 });
      expect(held()).toEqual(value);
    }
    for (const stated of ['7 dwarfs', 'OBJ–1 Delight', 'Run faster', { key: 'RUN', name: 'Keep the lights on' }]) {
      expect((await edit(stated)).status).toBe(400);
    }
    expect((await edit('7 dwarfs')).body).toMatchObject({
      errors: { customfield_10100: expect.stringContaining('does not match the pattern') as string },
    });
    expect((await edit('Run faster')).body).toMatchObject({
      errors: { customfield_10100: expect.stringContaining('Write the key of an objective') as string },
    });
    expect(held()).toBeNull();
  });
});
