import { SiteClock } from '../../clock';
import { JiraSite } from '../jiraSite';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 4, 16, 12);
const ann = { kind: 'user', accountId: 'ann' } as const;

function newSite(): JiraSite {
  const properties = { key: { type: 'string', searchAlias: 'Key' }, name: { type: 'string' } };
  const field = {
    parser: "let parts = value.split(' '); { key: parts[0], name: parts[1] }",
    moduleKey: 'objective',
    name: 'Strategic objective',
    description: '',
    appId: 'a',
    environmentId: 'e',
  };
  const jira = new JiraSite({ clock: new SiteClock(NOW), openapi: false, appFields: [{ ...field, properties }] });
  jira.addUser({ accountId: 'ann', displayName: 'Ann Lee', timeZone: 'America/New_York' });
  jira.addProject({ key: 'WEB', name: 'Web shop' });
  jira.addProject({ key: 'POS', name: 'Point of sale' });
  const { id: sprint } = jira.catalogue.addSprint('Sprint 1', 'active');
  const add = (project: string, given: Partial<Parameters<JiraSite['createIssue']>[0]>) =>
    jira.createIssue({ project, type: 'Story', summary: 'Something', created: NOW - 10 * DAY, ...given }, null);
  add('WEB', { type: 'Epic', summary: 'Collect in store', appValues: { objective: { key: 'OBJ-1', name: 'Omni' } } });
  add('WEB', {
    parent: 'WEB-1',
    components: ['Checkout', 'Basket'],
    assignee: 'ann',
    storyPoints: 3,
    sprints: [sprint],
  });
  add('WEB', { type: 'Bug', status: 'Done', resolved: NOW - DAY, labels: ['Urgent'], components: ['basket'] });
  add('POS', { summary: 'Print the receipt for collections', created: NOW - HOUR, due: '2026-05-16', storyPoints: 8 });
  add('POS', { status: 'In Progress', created: Date.UTC(2026, 4, 16, 2), priority: 'High', fixVersions: ['8.0'] });
  return jira;
}

const found = (jql: string) =>
  newSite()
    .query(jql, ann)
    .run()
    .map((issue) => issue.key)
    .join(' ');

test.each([
  ['project = web ORDER BY key', 'WEB-1 WEB-2 WEB-3'],
  ['project in ("Point of Sale", NONE) ORDER BY key DESC', 'POS-2 POS-1'],
  ['key in (web-1, pos-2) ORDER BY key', 'POS-2 WEB-1'],
  ['key > WEB-1 AND issue <= WEB-3 ORDER BY key', 'WEB-2 WEB-3'],
  ['id = 10003', 'WEB-3'],
  ['type = epic OR status = "in progress" ORDER BY key', 'POS-2 WEB-1'],
  ['statusCategory = Done', 'WEB-3'],
  ['statusCategory != Done AND project = WEB ORDER BY key', 'WEB-1 WEB-2'],
  ['resolution = Done', 'WEB-3'],
  ['resolution = Unresolved AND project = WEB ORDER BY key', 'WEB-1 WEB-2'],
  ['assignee = currentUser()', 'WEB-2'],
  ['assignee = "ann lee"', 'WEB-2'],
  ['parent = WEB-1', 'WEB-2'],
  ['parent in (web-1, 10003)', 'WEB-2'],
  ['parent in (WEB-1, ELSE-9)', 'WEB-2'],
  ['component = BASKET ORDER BY key', 'WEB-2 WEB-3'],
  ['component != Checkout', 'WEB-3'],
  ['component not in (Basket) OR component is EMPTY ORDER BY key', 'POS-1 POS-2 WEB-1'],
  ['component in (EMPTY, Checkout) AND project = WEB ORDER BY key', 'WEB-1 WEB-2'],
  ['NOT (component = Checkout OR project = POS)', 'WEB-3'],
  ['NOT component is EMPTY ORDER BY key', 'WEB-2 WEB-3'],
  ['fixVersion = "8.0"', 'POS-2'],
  ['sprint = "sprint 1"', 'WEB-2'],
  ['labels = urgent', 'WEB-3'],
  ['labels is not null', 'WEB-3'],
  ['summary ~ receipt', 'POS-1'],
  ['text ~ "collect* store"', 'WEB-1'],
  ['text ~ "\\"for collections\\""', 'POS-1'],
  ['project = POS AND summary !~ receipt', 'POS-2'],
  ['created >= -90m', 'POS-1'],
  ['created > -1d AND created < startOfDay()', 'POS-2'],
  ['created >= startOfDay(-10d) AND created < "2026-05-07" ORDER BY key', 'WEB-1 WEB-2 WEB-3'],
  ['created = "2026-05-16 07:00"', 'POS-1'],
  ['resolved < now() AND resolved >= -2d', 'WEB-3'],
  ['due = 2026-05-16', 'POS-1'],
  ['"Story Points" > 3', 'POS-1'],
  ['cf[10026] in (3, 5)', 'WEB-2'],
  ['"Story Points[Number]" is not EMPTY ORDER BY "Story Points" DESC', 'POS-1 WEB-2'],
  ['"Strategic objective.key" = obj-1', 'WEB-1'],
  ['"strategic objective.Name" ~ omni', 'WEB-1'],
  ['"Strategic objective" ~ omni', 'WEB-1'],
  ['"Strategic objective" ~ "obj*" AND "Strategic objective" !~ other', 'WEB-1'],
  ['"Strategic objective" = "OBJ-1 Omni"', 'WEB-1'],
  ['"Strategic objective" in ("OBJ-1 Omni", "OBJ-2 Other")', 'WEB-1'],
  ['"Strategic objective" != "OBJ-1 Omni"', ''],
  ['"Strategic objective" = "OBJ-1 Else"', ''],
  ['"Strategic objective" is EMPTY AND project = WEB ORDER BY key', 'WEB-2 WEB-3'],
  ['project = POS ORDER BY priority', 'POS-2 POS-1'],
  ['project = POS ORDER BY created', 'POS-1 POS-2'],
])('%s', (jql, keys) => expect(found(jql)).toBe(keys));

test.each([
  ['project =', 'Error in the JQL Query'],
  ['colour = red', "Field 'colour' does not exist"],
  ['status was Done', 'does not search the history'],
  ['status changed', 'does not search the history'],
  ['project ~ web', "The operator '~' is not supported by the 'project' field."],
  ['summary = x', "The operator '=' is not supported by the 'summary' field."],
  ['created > yesterday', "Date value 'yesterday' for field 'created' is invalid"],
  ['"Story Points" > many', 'must be a number'],
  ['assignee in membersOf(all)', 'does not go with the value'],
  ['assignee = nobody()', "does not know the JQL function 'nobody'"],
  ['"Strategic objective" = x', 'List has no item 1'],
  ['"Strategic objective" > x', "The operator '>' is not supported by the 'Strategic objective' field."],
])('%s is refused', (jql, message) => expect(() => newSite().query(jql)).toThrow(message));
