import { SiteClock } from '../clock';
import { type Caller, type IssueEvent, JiraSite } from './jiraSite';
import { ourAppFields } from '../platform/forge/appFields';

export const NOW = Date.UTC(2026, 4, 16, 7, 56);
export const app: Caller = { kind: 'app' };
export const ann: Caller = { kind: 'user', accountId: 'ann' };
export const vic: Caller = { kind: 'user', accountId: 'vic' };

/** A Jira with two people and two projects, one hidden, without an app; `call` asks its REST API. */
export function newSite() {
  const clock = new SiteClock(NOW);
  const jira = new JiraSite({
    clock,
    appFields: ourAppFields(),
  });
  jira.addUser({ accountId: 'ann', displayName: 'Ann', jiraAdmin: true, timeZone: 'Europe/Berlin' });
  jira.addUser({ accountId: 'vic', displayName: 'Vic' });
  jira.addProject({ key: 'WEB', name: 'Web shop' });
  jira.addProject({ key: 'HID', name: 'Hidden', everyone: 'none' });
  jira.setPermissions('WEB', 'vic', 'viewer');
  const events: IssueEvent[] = [];
  jira.onEvent((event) => 'issue' in event && events.push(event));
  const call = async (caller: Caller, method: string, path: string, body?: unknown) => {
    const request = new Request(`${jira.baseUrl}/rest/api/3${path}`, { method, body: JSON.stringify(body) });
    const response = await jira.fetch(request, caller);
    const text = await response.text();
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as never };
  };
  return { jira, clock, events, call };
}
