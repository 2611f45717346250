import { eventually, pick, projectPage, projectPath, unlinkedCount } from './surfaces';
import { aWorld } from './world';

const world = aWorld();

test('three unlinked issues linked in bulk leave the list, and the count falls by three', async () => {
  const page = await world.open(projectPath('WEB'), { as: 'productManager' });
  const project = projectPage(page);
  await project.getByRole('tab', { name: 'Unlinked work' }).click();
  const before = await unlinkedCount(project);
  for (const key of ['WEB-70', 'WEB-74', 'WEB-77']) {
    await project.getByRole('checkbox', { name: `Select ${key}` }).check();
  }
  await pick(project, 'Objective for 3 issues', 'collect', 'OBJ-7');

  await project.getByText('3 issues linked to OBJ-7.').waitFor();
  for (const key of ['WEB-70', 'WEB-74', 'WEB-77']) {
    await project.getByRole('checkbox', { name: `Select ${key}` }).waitFor({ state: 'detached' });
  }
  await eventually(async () => expect(await unlinkedCount(project)).toBe(before - 3));

  await page.reload();
  await project.getByRole('tab', { name: 'Unlinked work' }).waitFor();
  expect(await unlinkedCount(project)).toBe(before - 3);
  expect(
    world.site.jira.query('"Strategic objective.Key" = OBJ-7 AND key in (WEB-70, WEB-74, WEB-77)').run(),
  ).toHaveLength(3);
});

test('all that is shown is selected at once, and marked as running the business, and that is taken back', async () => {
  const page = await world.open(projectPath('STO'), { as: 'admin' });
  const project = projectPage(page, 'Stores');
  await project.getByRole('tab', { name: 'Unlinked work' }).click();
  const count = await unlinkedCount(project);
  expect(count).toBeGreaterThan(0);
  await project.getByRole('checkbox', { name: 'Select all shown' }).check();
  await pick(project, `Objective for ${count} issues`, 'run', 'Run the business');
  await project.getByText('Nothing is unlinked').waitFor();
  expect(await unlinkedCount(project)).toBe(0);

  await project.getByRole('button', { name: 'Undo' }).click();
  await project.getByText(new RegExp(`^Taken back: ${count} issues`)).waitFor();
  await eventually(async () => expect(await unlinkedCount(project)).toBe(count));
});

test('all that a JQL matches is linked in the background, each issue with an answer, and the whole is undone', async () => {
  const serving = () => world.site.jira.query('"Strategic objective.Key" = OBJ-7').find().length;
  const before = serving();
  const page = await world.open(`${projectPath('WEB')}?tab=unlinked`, { as: 'productManager' });
  const project = projectPage(page);
  await project.getByRole('button', { name: 'Link many issues…' }).click();
  const dialog = project.getByRole('dialog', { name: 'Link many issues' });
  await dialog.getByRole('textbox', { name: /^JQL/ }).fill('statusCategory = "To Do" ORDER BY created');
  await dialog.getByRole('button', { name: 'Check' }).click();
  const found = Number(/(\d+) issues found/.exec(await dialog.getByText(/issues found/).innerText())?.[1]);
  expect(found).toBe(world.site.jira.query('project = WEB AND statusCategory = "To Do"').find().length);
  await pick(project, 'Objective for all of them', 'collect', 'OBJ-7');
  const link = dialog.getByRole('button', { name: /^Link \d+ issues?$/ });
  const links = Number(/\d+/.exec(await link.innerText())?.[0]);
  await link.click();
  await project.getByRole('region', { name: 'Linking to OBJ-7' }).waitFor();
  await world.site.settle();

  const done = project.getByRole('region', { name: 'Linked to OBJ-7' });
  await done.getByRole('button', { name: `${links} linked: show the issues` }).waitFor();
  expect(serving()).toBe(before + links);
  await done.getByRole('button', { name: / kept another link: show the issues/ }).click();
  await project.getByRole('dialog').getByRole('row').nth(1).waitFor();
  await project.getByRole('dialog').getByRole('button', { name: 'Close', exact: true }).last().click();

  await done.getByRole('button', { name: 'Undo: Linked to OBJ-7' }).click();
  await project.getByRole('region', { name: 'Taking back links to OBJ-7' }).waitFor();
  await world.site.settle();
  await done.getByRole('button', { name: `${links} taken back: show the issues` }).waitFor();
  expect(serving()).toBe(before);
});
