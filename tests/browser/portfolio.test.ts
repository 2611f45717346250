import type { FrameLocator } from 'playwright-core';
import { eventually, portfolioPage, portfolioPath, projectPage, projectPath } from './surfaces';
import { aWorld } from './world';

const world = aWorld();

const open = async (as: Parameters<typeof world.open>[1], path = ''): Promise<FrameLocator> =>
  portfolioPage(await world.open(portfolioPath(path), as));

describe('a reader', () => {
  const reader = { as: 'viewer' } as const;

  test('sees the index, opens a factor to what it is made of, and a finding to its evidence', async () => {
    const page = await open(reader);
    await page.getByRole('heading', { name: 'Execution alignment index' }).waitFor();
    await page.getByText('Clarity', { exact: true }).click();
    await page.getByText('OBJ-9').first().waitFor();
    await page.getByText('Evidence').first().click();
    await page.getByText('Strategic drift').first().waitFor();
    // The reader may not browse one of the projects.
    await page
      .getByText(/cannot browse|may not browse|you may browse/)
      .first()
      .waitFor();
    expect(await page.getByRole('link', { name: 'Edit strategy' }).count()).toBe(0);
  });

  test('walks the tree of objectives with the keyboard, and opens one', async () => {
    const page = await open(reader, '/objectives');
    const grid = page.getByRole('treegrid', { name: 'Objectives' });
    const row = (key: string) => grid.getByRole('row', { name: new RegExp(`${key} `) });
    await row('OBJ-1').waitFor();
    expect(await grid.getByText('OBJ-12', { exact: true }).count()).toBe(0);
    await row('OBJ-1').focus();
    await row('OBJ-1').press('ArrowLeft');
    await row('OBJ-2').waitFor({ state: 'detached' });
    await row('OBJ-1').press('ArrowRight');
    await row('OBJ-2').waitFor();
    await row('OBJ-1').press('Enter');
    await page.getByRole('heading', { name: 'Win market share through superior service' }).waitFor();
    await page.getByRole('heading', { name: 'When it will be done' }).waitFor();
    expect(await page.getByRole('button', { name: 'Check in' }).count()).toBe(0);
  });

  test.each([
    ['/effort', 'Functions by objectives'],
    ['/scorecard', 'Customer'],
    ['/review', 'Decisions due'],
  ])('looks at %s', async (path, heading) => {
    const page = await open(reader, path);
    await page.getByRole('heading', { name: heading, exact: true }).waitFor();
  });
});

describe('an owner', () => {
  test('checks in on what they own, and sees it in the list and in the key result', async () => {
    const page = await open({ as: 'tillEngineer' }, '/objectives/OBJ-4');
    await page.getByRole('button', { name: 'Check in' }).click();
    const dialog = page.getByRole('dialog', { name: 'Check in on OBJ-4' });
    await dialog.getByRole('textbox', { name: /minutes/ }).fill('2.9');
    await dialog.getByRole('textbox', { name: 'Note' }).fill('The new tills are faster.');
    await dialog.getByRole('button', { name: 'Check in' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('The new tills are faster.').waitFor();
    await page.getByText('2.9 minutes').first().waitFor();
  });

  test('may not check in on what somebody else owns', async () => {
    const page = await open({ as: 'tillEngineer' }, '/objectives/OBJ-5');
    await page.getByRole('heading', { name: 'Every question answered within the hour' }).waitFor();
    expect(await page.getByRole('button', { name: 'Check in' }).count()).toBe(0);
  });
});

describe('a strategy editor', () => {
  const editor = { as: 'productManager' } as const;

  test('states an objective, is told at the field what is wrong, and finds it in the tree', async () => {
    const page = await open(editor, '/strategy');
    await page.getByRole('button', { name: 'State an objective' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create objective' });
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.getByRole('textbox', { name: 'Title' }).fill('متجر واحد في كل مكان 🛒');
    await dialog.getByRole('textbox', { name: 'Weight' }).fill('-1');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog
      .getByText(/0 or more/)
      .first()
      .waitFor();
    await dialog.getByRole('textbox', { name: 'Weight' }).fill('0.1');
    await dialog.getByRole('button', { name: 'Create' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('متجر واحد في كل مكان 🛒').first().waitFor();
  });

  test('decides on an epic that a project proposed: it is tagged, and the project sees the decision', async () => {
    const project = projectPage(await world.open(projectPath('WEB'), editor));
    await project.getByRole('tab', { name: /Candidates/ }).click();
    await project
      .getByRole('button', { name: /^Propose/ })
      .first()
      .waitFor();

    const page = await open(editor, '/strategy');
    await page
      .getByRole('button', { name: /^Accept / })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: /^Accept / });
    await dialog.getByRole('combobox', { name: /Objective/ }).click();
    await page.getByRole('option', { name: /OBJ-8/ }).first().click();
    await dialog.getByRole('button', { name: 'Accept' }).click();
    await dialog.waitFor({ state: 'detached' });
    await eventually(async () => expect(await page.getByRole('button', { name: /^Accept / }).count()).toBe(0));
  });

  test('notes that the review was held', async () => {
    const page = await open(editor, '/review');
    await page.getByRole('button', { name: 'Review held today' }).click();
    await page
      .getByText(/May 18, 2026/)
      .first()
      .waitFor();
  });
});
