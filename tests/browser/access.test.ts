import { context, field, pick, projectPage, projectPath, unlinkedCount } from './surfaces';
import { aWorld } from './world';

const world = aWorld();

test('who may not edit an issue is told so, and gets no picker', async () => {
  const page = await world.open('/browse/WEB-74', { as: 'viewer' });
  await context(page).getByText('You may not edit WEB-74, so you cannot change what it serves.').waitFor();
  expect(await context(page).getByRole('combobox').count()).toBe(0);
  await field(page).getByText('None').waitFor();
  expect(await page.getByRole('button', { name: 'Edit Strategic objective' }).count()).toBe(0);
});

test('who may not edit a project’s issues cannot link them, is told which and why, and the count stays', async () => {
  const page = await world.open(projectPath('WEB'), { as: 'viewer' });
  const project = projectPage(page);
  await project.getByRole('tab', { name: 'Unlinked work' }).click();
  const before = await unlinkedCount(project);
  for (const key of ['WEB-70', 'WEB-77']) await project.getByRole('checkbox', { name: `Select ${key}` }).check();
  await pick(project, 'Objective for 2 issues', 'collect', 'OBJ-7');
  await project.getByText('2 issues could not be linked to OBJ-7').waitFor();
  await project.getByText(/^WEB-70: /).waitFor();
  expect(await unlinkedCount(project)).toBe(before);
  expect(world.site.jira.issue('WEB-70').appValues).toEqual({});
});

test('work hidden by issue security is a number, not a name', async () => {
  const openUnlinked = async (as: 'engineer' | 'productManager') => {
    const project = projectPage(await world.open(projectPath('WEB'), { as }));
    await project.getByRole('tab', { name: 'Unlinked work' }).click();
    await project.getByRole('checkbox', { name: 'Select WEB-70' }).waitFor();
    return project;
  };
  const engineer = await openUnlinked('engineer');
  await engineer.getByText('21 of 22 shown, 1 more you cannot see').waitFor();
  expect(await engineer.getByText('WEB-95').count()).toBe(0);
  const owner = await openUnlinked('productManager');
  await owner.getByRole('link', { name: 'WEB-95' }).waitFor();
});

test.each(['/projects/MKT', projectPath('MKT'), '/browse/MKT-2'])(
  'who may not browse a project gets a plain message at %s',
  async (path) => {
    // As Jira does: 404 for what is not to be seen, 400 for a search that names such a project.
    world.expectComplaint(/status of 40[04]/);
    const page = await world.open(path, { as: 'contractor' });
    await page.getByText('Jira says no').first().waitFor();
    expect(await page.getByText('Marketing').count()).toBe(0);
    expect(await page.locator('iframe').count()).toBe(0);
  },
);

test('who may not browse a project does not find it among the projects', async () => {
  const page = await world.open('/projects', { as: 'contractor' });
  await page.getByRole('link', { name: 'Web shop', exact: true }).waitFor();
  expect(await page.getByText('Marketing').count()).toBe(0);
});
