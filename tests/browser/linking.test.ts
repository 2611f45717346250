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
