import { SiteClock } from '../clock';
import { ourAppFields } from '../platform/forge/appFields';
import { JiraSite, type Caller } from './jiraSite';

const ann: Caller = { kind: 'user', accountId: 'ann' };
const tag = { key: 'OBJ-1', name: 'Delight shoppers' };
const FIELD = 'customfield_10100';

test('the history of several issues is read at once: by field, oldest first, paged, of what one may see', async () => {
  const clock = new SiteClock(Date.UTC(2026, 4, 16));
  const jira = new JiraSite({ clock, appFields: ourAppFields() });
  jira.addUser({ accountId: 'ann', displayName: 'Ann' });
  jira.addProject({ key: 'WEB', name: 'Web shop' });
  const create = (more: object = {}) => jira.createIssue({ project: 'WEB', type: 'Task', summary: 'T', ...more }, null);
  const [one, two, hidden] = [create(), create(), create({ visibleTo: [jira.appUser.accountId] })];
  const put = (id: string, value: object | null, by?: Caller) =>
    by
      ? jira.editIssue(id, { appValues: { 'strategic-objective': value } }, by)
      : jira.writeAppValue(id, 'strategic-objective', value, { changelog: true, events: true });
  for (const { id } of [one, two, hidden]) put(id, tag);
  clock.advance(60_000);
  put(one.id, null, ann);
  jira.editIssue(two.id, { summary: 'Another' }, ann);
  const ask = async (body: object) => {
    const request = new Request(`${jira.baseUrl}/rest/api/3/changelog/bulkfetch`, {
      method: 'POST',
      body: JSON.stringify({ issueIdsOrKeys: [one.id, two.id, hidden.id], ...body }),
    });
    const response = await jira.fetch(request, ann);
    return (await response.json()) as Record<string, unknown>;
  };
  const byApp = { author: { accountId: jira.appUser.accountId, accountType: 'app' } };
  expect(await ask({ fieldIds: [FIELD] })).toMatchObject({
    issueChangeLogs: [
      {
        issueId: one.id,
        changeHistories: [byApp, { author: { accountId: 'ann' }, created: '2026-05-16T00:01:00.000+0000' }],
      },
      { issueId: two.id, changeHistories: [{ ...byApp, items: [{ fieldId: FIELD }] }] },
    ],
  });
  const first = await ask({ maxResults: 3 });
  expect(first['nextPageToken']).toBe('3');
  expect(await ask({ maxResults: 3, nextPageToken: '3' })).toMatchObject({
    issueChangeLogs: [{ issueId: two.id, changeHistories: [{ items: [{ fieldId: 'summary' }] }] }],
  });
  // More than Jira’s own document allows.
  const tooMany = { fieldIds: Array.from({ length: 11 }, (_, at) => `customfield_${at}`) };
  await expect(ask(tooMany)).rejects.toThrow('must NOT have more than 10 items');
});
