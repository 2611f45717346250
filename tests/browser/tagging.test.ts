import type { Page } from 'playwright-core';
import { demoPeople } from '../site/demo/people';
import {
  context,
  field,
  fieldEditor,
  mix,
  panel,
  percent,
  pick,
  projectPage,
  projectPath,
  showPanel,
  tabTo,
} from './surfaces';
import { EVENT_DELAY_MS, aWorld } from './world';

const world = aWorld();
const engineer = { as: 'engineer' } as const;
const FIELD = 'strategic-objective';
const FIELD_ID = 'customfield_10100';

const effort = async (page: Page) => mix(projectPage(page), 'Effort');

test('an issue tagged in Jira’s own field shows it at once in panel and context, and the project’s alignment has moved', async () => {
  const project = await world.open(projectPath('WEB'), engineer);
  const before = await effort(project);

  const issue = await world.open('/browse/WEB-74', engineer);
  await showPanel(issue);
  for (const place of [panel(issue), context(issue)]) {
    await place.getByRole('heading', { name: 'No objective yet' }).waitFor();
  }
  await issue.getByRole('button', { name: 'Edit Strategic objective' }).click();
  await pick(fieldEditor(issue), 'Strategic objective', 'one basket', 'OBJ-8');

  await field(issue).getByText('OBJ-8 One basket on phone, web and till').waitFor();
  for (const place of [panel(issue), context(issue)]) {
    await place.getByRole('heading', { name: 'One basket on phone, web and till' }).waitFor();
    await place.getByText('Set on this issue').waitFor();
    await place.getByText('OBJ-6 One seamless shop on every channel').waitFor();
  }
  await panel(issue).getByText('in Jira’s own field').waitFor();
  const sizes = { ...before, aligned: before.aligned + 1, unlinked: before.unlinked - 1 };
  const moved = { ...sizes, alignment: percent(sizes) };
  expect(moved.alignment).not.toBe(before.alignment);
  await project.reload();
  expect(await effort(project)).toEqual(moved);

  // Three minutes later Jira's event arrives, and changes nothing any more.
  world.site.clock.advance(EVENT_DELAY_MS);
  await world.site.settle();
  await project.reload();
  expect(await effort(project)).toEqual(moved);
});

test('the field shows at once what the panel sets, and that it was cleared', async () => {
  const issue = await world.open('/browse/WEB-77', engineer);
  await showPanel(issue);
  await field(issue).getByText('None').waitFor();
  await pick(panel(issue), 'Objective of WEB-77', 'OBJ-4', 'OBJ-4');
  await panel(issue).getByRole('heading', { name: 'Nobody queues for longer than two minutes' }).waitFor();
  await field(issue).getByText('OBJ-4 Nobody queues for longer than two minutes').waitFor();
  await context(issue).getByRole('heading', { name: 'Nobody queues for longer than two minutes' }).waitFor();

  await panel(issue).getByRole('button', { name: 'Clear' }).click();
  await panel(issue).getByRole('heading', { name: 'No objective yet' }).waitFor();
  await field(issue).getByText('None').waitFor();
});

test('a child says which epic it inherits its objective from, and a sub-task that it counts with its parent', async () => {
  const child = await world.open('/browse/WEB-17', engineer);
  const origin = context(child).getByText('Inherited from WEB-13 The basket follows the customer');
  await origin.waitFor();
  await context(child).getByRole('heading', { name: 'One basket on phone, web and till' }).waitFor();
  await field(child).getByText('OBJ-8, from WEB-13').waitFor();
  await origin.getByRole('link', { name: 'WEB-13' }).click();
  await child.getByRole('heading', { name: 'The basket follows the customer' }).waitFor();
  await context(child).getByText('Its work items are counted instead of this issue.').waitFor();

  const subtask = await world.open('/browse/WEB-18', engineer);
  await context(subtask).getByText('Counted with WEB-17, whose part this sub-task is.').waitFor();
  await field(subtask).getByText('OBJ-8, from WEB-13').waitFor();
});

test('a child may get an objective of its own, and goes back to its epic’s when that is cleared', async () => {
  const issue = await world.open('/browse/WEB-3', engineer);
  await context(issue).getByText('Inherited from WEB-1').waitFor();
  await context(issue).getByRole('button', { name: 'Set its own objective' }).click();
  await pick(context(issue), 'Objective of WEB-3', 'run', 'Run the business');
  await context(issue).getByText('Deliberately not strategic').waitFor();
  await field(issue).getByText('Run the business').waitFor();
  await context(issue).getByRole('button', { name: 'Clear' }).click();
  await context(issue).getByText('Inherited from WEB-1').waitFor();
  await field(issue)
    .getByText(/^OBJ-\d+, from WEB-1$/)
    .waitFor();
});

test('an epic tagged a moment ago shows in the field of its child at once, though its event is minutes away', async () => {
  const { jira } = world.site;
  const user = { kind: 'user', accountId: demoPeople.engineer.accountId } as const;
  const type = { type: 'Epic', project: 'WEB', summary: 'Returns at any till' };
  const epic = jira.createIssue(type, user);
  const child = jira.createIssue(
    { project: 'WEB', type: 'Story', summary: 'Find the receipt', parent: epic.key },
    user,
  );
  world.site.clock.advance(EVENT_DELAY_MS);
  await world.site.settle();
  jira.editIssue(epic.key, { appValues: { [FIELD]: { key: 'OBJ-4', name: 'Nobody queues' } } }, user);
  const issue = await world.open(`/browse/${child.key}`, engineer);
  await field(issue).getByText(`OBJ-4, from ${epic.key}`).waitFor();
});

test('a value that is no objective’s key is shown as that, by the field and the panel, and can be cleared', async () => {
  const issue = world.site.jira.issue('WEB-5');
  // As a field may hold it from before its schema knew better.
  Object.assign(issue.appValues, { [FIELD_ID]: { key: 'OBJ-2 ', name: 'Superior service' } });
  const page = await world.open('/browse/WEB-5', engineer);
  await field(page).getByText('The field’s value is not the key of an objective, so it counts as empty.').waitFor();
  await context(page).getByText('The field’s value is not the key of an objective, so it counts as empty.').waitFor();
  await context(page).getByRole('button', { name: 'Clear' }).click();
  await field(page)
    .getByText(/^OBJ-\d+, from WEB-\d+$/)
    .waitFor();
});

test('an issue can be tagged with the keyboard alone', async () => {
  const issue = await world.open('/browse/WEB-75', engineer);
  await context(issue).getByRole('heading', { name: 'No objective yet' }).waitFor();
  await tabTo(issue, issue.getByRole('button', { name: 'Edit Strategic objective' }));
  await issue.keyboard.press('Enter');
  await fieldEditor(issue).getByRole('option', { name: 'OBJ-4' }).waitFor();
  await issue.keyboard.type('stock');
  await fieldEditor(issue).getByRole('option', { name: 'OBJ-4' }).waitFor({ state: 'detached' });
  await issue.keyboard.press('Enter');
  await field(issue).getByText('OBJ-9 One true count of stock everywhere').waitFor();

  await tabTo(issue, context(issue).getByRole('button', { name: 'Change' }));
  await issue.keyboard.press('Enter');
  await context(issue).getByRole('option', { name: 'OBJ-2' }).waitFor();
  await issue.keyboard.press('ArrowDown');
  await issue.keyboard.press('Enter');
  await context(issue).getByRole('heading', { name: 'Every contact leaves the customer satisfied' }).waitFor();
});

test('the panel shows only once its button was clicked, and from then on', async () => {
  const issue = await world.open('/browse/WEB-78', engineer);
  await context(issue).getByRole('heading').first().waitFor();
  const frame = issue.getByTitle('Alignment', { exact: true });
  expect(await frame.count()).toBe(0);
  await showPanel(issue);
  await issue.reload();
  await frame.waitFor();

  const other = await world.open('/browse/WEB-79', engineer);
  await context(other).getByRole('heading').first().waitFor();
  expect(await other.getByTitle('Alignment', { exact: true }).count()).toBe(0);
});

test('work is created with an objective', async () => {
  const page = await world.open('/projects/WEB/create', engineer);
  await page.getByLabel('Summary').fill('Pay with the phone at the till');
  await pick(fieldEditor(page), 'Strategic objective', 'queue', 'OBJ-4');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Pay with the phone at the till' }).waitFor();
  await field(page).getByText('OBJ-4 Nobody queues for longer than two minutes').waitFor();
  await context(page).getByText('Set on this issue').waitFor();
});

test('work created from the page of its epic is offered what that serves', async () => {
  const page = await world.open('/browse/WEB-1', engineer);
  await page.getByRole('link', { name: 'Create a child work item' }).click();
  await page.getByLabel('Summary').fill('Pay with a watch');
  const offer = fieldEditor(page);
  await offer.getByRole('button', { name: 'Same as WEB-1' }).click();
  const chosen = (await offer.getByText(/^WEB-1 serves OBJ-\d+/).innerText()).replace(
    /^WEB-1 serves (OBJ-\d+) .*/,
    '$1',
  );
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('heading', { name: 'Pay with a watch' }).waitFor();
  await field(page).getByText(chosen).waitFor();
});

test('the field is edited in the list of work items, in place', async () => {
  const page = await world.open('/projects/WEB', engineer);
  await page.getByRole('textbox', { name: 'Search work items' }).fill('WEB-90');
  const row = page.getByRole('table', { name: 'Work items' }).getByRole('row', { name: 'WEB-90' });
  await row.getByRole('button', { name: 'Edit Strategic objective of WEB-90' }).click();
  await fieldEditor(page).getByRole('option', { name: 'OBJ-4' }).click();
  await row.getByText('OBJ-4 Nobody queues for longer than two minutes').waitFor();
});

test('Jira’s bulk edit sets the objective of two issues', async () => {
  const page = await world.open('/projects/WEB', engineer);
  await page.getByRole('textbox', { name: 'Search work items' }).fill('Spinner never stops');
  const work = page.getByRole('table', { name: 'Work items' });
  for (const key of ['WEB-88', 'WEB-89']) await work.getByRole('checkbox', { name: `Select ${key}` }).check();
  await page.getByRole('button', { name: 'Edit 2 selected' }).click();
  await pick(fieldEditor(page), 'Strategic objective', 'basket', 'OBJ-8');
  await page.getByRole('button', { name: 'Confirm' }).click();
  await page.getByText('2 work items edited').waitFor();
  for (const key of ['WEB-88', 'WEB-89']) {
    await work.getByRole('row', { name: key }).getByText('OBJ-8 One basket on phone, web and till').waitFor();
  }
});
