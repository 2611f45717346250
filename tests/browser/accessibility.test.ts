import type { Page } from 'playwright-core';
import { violations } from './axe';
import { context, field, fieldEditor, panel, projectPage, projectPath, showPanel } from './surfaces';
import { type Theme, aWorld } from './world';

const world = aWorld();

const unlinkedTab = async (page: Page): Promise<void> => {
  await projectPage(page).getByRole('tab', { name: 'Unlinked work' }).click();
  await projectPage(page).getByRole('checkbox', { name: 'Select WEB-77' }).check();
  await projectPage(page).getByRole('combobox', { name: 'Objective for 1 issue' }).waitFor();
};

/** Every page, each with what has to be done or seen before it is looked at. */
const PAGES: Record<string, { path: string; ready: (page: Page) => Promise<unknown> }> = {
  'the projects': {
    path: '/projects',
    ready: (page) => page.getByRole('link', { name: 'Web shop', exact: true }).waitFor(),
  },
  'a project’s work items': {
    path: '/projects/WEB',
    ready: (page) => page.getByRole('checkbox', { name: 'Select WEB-94' }).waitFor(),
  },
  'creating a work item': {
    path: '/projects/WEB/create',
    ready: (page) => fieldEditor(page).getByRole('combobox').waitFor(),
  },
  'an issue that inherits its objective, with context and panel': {
    path: '/browse/WEB-17',
    ready: async (page) => {
      await page.getByTitle('Alignment context').waitFor();
      if ((await page.getByRole('button', { name: 'Alignment', exact: true }).count()) > 0) await showPanel(page);
      for (const place of [context(page), panel(page)]) await place.getByText('Which contributes to').waitFor();
      await panel(page).getByRole('button', { name: 'Progress of OBJ-8' }).click();
      await panel(page).getByText('done ÷ (to do + in progress + done)').waitFor();
    },
  },
  'an issue without an objective, its field being edited': {
    path: '/browse/WEB-77',
    ready: async (page) => {
      await context(page).getByRole('combobox').waitFor();
      await field(page).getByText('None').waitFor();
      await page.getByRole('button', { name: 'Edit Strategic objective' }).click();
      await fieldEditor(page).getByRole('option', { name: 'OBJ-8' }).waitFor();
    },
  },
  'an issue that one may not see': {
    path: '/browse/ACQ-1',
    ready: (page) => {
      world.expectComplaint(/status of 404/);
      return page.getByText('Jira says no').first().waitFor();
    },
  },
  'the project page': {
    path: projectPath('WEB'),
    ready: (page) => projectPage(page).getByRole('table', { name: 'Objectives this project serves' }).waitFor(),
  },
  'the project page, a number explained': {
    path: projectPath('WEB'),
    ready: async (page) => {
      await projectPage(page).getByRole('button', { name: 'Alignment of effort' }).click();
      await projectPage(page).getByRole('dialog').getByText('aligned ÷').waitFor();
    },
  },
  'the project page’s unlinked work, some of it selected': { path: projectPath('WEB'), ready: unlinkedTab },
};

const THEMES: Theme[] = ['light', 'dark'];

describe.each(THEMES)('in %s, axe finds nothing wrong with', (theme) => {
  test.each(Object.entries(PAGES))('%s', async (_, { path, ready }) => {
    const page = await world.open(path, { as: 'engineer', theme });
    await ready(page);
    for (const frame of page.frames()) expect(await frame.locator(`html[data-color-mode=${theme}]`).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
  });
});
