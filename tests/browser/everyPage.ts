import type { Page } from 'playwright-core';
import {
  ADMIN_PATH,
  adminPage,
  context,
  field,
  fieldEditor,
  panel,
  portfolioPage,
  portfolioPath,
  projectPage,
  projectPath,
  showPanel,
} from './surfaces';
import type { Look, World } from './world';

const unlinkedTab = async (page: Page): Promise<void> => {
  await projectPage(page).getByRole('tab', { name: 'Unlinked work' }).click();
  await projectPage(page).getByRole('checkbox', { name: 'Select WEB-77' }).check();
  await projectPage(page).getByRole('combobox', { name: 'Objective for 1 issue' }).waitFor();
};

/** Opens the list that a button of the portfolio page leads to, and waits for its issues. */
const listed = async (page: Page, name: RegExp): Promise<void> => {
  await portfolioPage(page).getByRole('button', { name }).first().click();
  await portfolioPage(page).getByRole('dialog').getByRole('row').nth(1).waitFor();
};

const issuesBehind = async (page: Page): Promise<void> => {
  await projectPage(page).getByRole('button', { name: 'items, Effort, aligned: show the issues' }).click();
  await projectPage(page).getByRole('dialog').getByRole('row').nth(1).waitFor();
};

/** Every page, with its dialogs and lists, each with what has to be done or seen before it is looked at. */
export const PAGES: Record<
  string,
  { path: string; as?: Look['as']; ready: (page: Page, world: World) => Promise<unknown> }
> = {
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
  'the issues behind a number': { path: projectPath('WEB'), ready: issuesBehind },
  'an issue that inherits its objective, with context and panel': {
    path: '/browse/WEB-17',
    ready: async (page) => {
      await page.getByTitle('Alignment context').waitFor();
      if ((await page.getByRole('button', { name: 'Alignment', exact: true }).count()) > 0) await showPanel(page);
      for (const place of [context(page), panel(page)]) await place.getByText('Which contributes to').waitFor();
      await panel(page)
        .getByRole('button', { name: /^Progress of OBJ-8/ })
        .click();
      await panel(page).getByText('done ÷ (to do + in progress + done)').waitFor();
      await panel(page)
        .getByRole('button', { name: /^12 of 16 items done, / })
        .click();
      await panel(page).getByRole('table').getByRole('row').nth(1).waitFor();
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
    ready: (page, world) => {
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
  'many issues about to be linked': {
    path: `${projectPath('WEB')}?tab=unlinked`,
    ready: async (page) => {
      await projectPage(page).getByRole('button', { name: 'Link many issues…' }).click();
      const dialog = projectPage(page).getByRole('dialog');
      await dialog.getByRole('textbox', { name: /^JQL/ }).fill('statusCategory = Done');
      await dialog.getByRole('button', { name: 'Check' }).click();
      await dialog.getByText(/issues found/).waitFor();
    },
  },
  'a project’s standing rules, one about to be stated': {
    path: `${projectPath('WEB')}?tab=rules`,
    as: 'admin',
    ready: async (page) => {
      const state = async (): Promise<void> => {
        await projectPage(page).getByRole('button', { name: 'State a rule' }).click();
        const dialog = projectPage(page).getByRole('dialog');
        await dialog.getByRole('textbox', { name: /^JQL/ }).fill('labels = nowhere');
        await dialog.getByRole('combobox', { name: 'Objective of the rule' }).fill('run');
        await dialog.getByRole('option', { name: 'Run the business' }).click();
        await dialog.getByRole('button', { name: 'Show what it would do' }).click();
        await dialog.getByText(/It would link/).waitFor();
      };
      await state();
      await projectPage(page).getByRole('dialog').getByRole('button', { name: 'State the rule' }).click();
      await projectPage(page).getByRole('table', { name: 'Standing rules' }).waitFor();
      await state();
    },
  },
  'the project page’s unlinked epics': {
    path: projectPath('WEB'),
    ready: async (page) => {
      await projectPage(page)
        .getByRole('tab', { name: /Unlinked epics/ })
        .click();
      await projectPage(page)
        .getByRole('tabpanel', { name: /Unlinked epics/ })
        .getByRole('button')
        .first()
        .waitFor();
    },
  },
  'the strategy’s overview, a factor opened': {
    path: portfolioPath(),
    ready: async (page) => {
      await portfolioPage(page).getByText('Clarity', { exact: true }).click();
      await portfolioPage(page).getByText('Evidence').first().click();
    },
  },
  'the tree of objectives': {
    path: portfolioPath('/objectives'),
    as: 'admin',
    ready: (page) =>
      portfolioPage(page)
        .getByRole('row', { name: /OBJ-1 / })
        .waitFor(),
  },
  'an objective’s own page': {
    path: portfolioPath('/objectives/OBJ-4'),
    as: 'admin',
    ready: (page) => portfolioPage(page).getByRole('heading', { name: 'Blocked work' }).waitFor(),
  },
  'the issues behind a bar of the flow': {
    path: portfolioPath('/objectives/OBJ-4'),
    ready: (page) => listed(page, /, Added to OBJ-4, .*: show the issues/),
  },
  'a point of a trend, opened': {
    path: portfolioPath('/objectives/OBJ-4'),
    ready: async (page) => {
      const scope = portfolioPage(page).getByRole('region', { name: 'Scope and progress' });
      await scope.getByRole('slider').press('End');
      await scope.getByRole('slider').press('Enter');
      await scope.getByRole('button', { name: /Done of OBJ-4 on / }).waitFor();
    },
  },
  'a check-in': {
    path: portfolioPath('/objectives/OBJ-4'),
    as: 'admin',
    ready: async (page) => {
      await portfolioPage(page).getByRole('button', { name: 'Check in' }).click();
      await portfolioPage(page).getByRole('dialog').waitFor();
    },
  },
  'where the effort goes': {
    path: portfolioPath('/effort'),
    ready: (page) => portfolioPage(page).getByRole('heading', { name: 'Functions by objectives' }).waitFor(),
  },
  'the issues behind a cell of the matrix': {
    path: portfolioPath('/effort?by=component'),
    ready: (page) => listed(page, /, Effort of .* on OBJ-\d+: show the issues/),
  },
  'the scorecard': {
    path: portfolioPath('/scorecard'),
    ready: (page) => portfolioPage(page).getByRole('heading', { name: 'Customer', exact: true }).waitFor(),
  },
  'the review': {
    path: portfolioPath('/review'),
    ready: (page) => portfolioPage(page).getByRole('heading', { name: 'Decisions due' }).waitFor(),
  },
  'the review, a finding’s evidence opened': {
    path: portfolioPath('/review'),
    ready: async (page) => {
      await portfolioPage(page)
        .getByRole('button', { name: /: the evidence$/ })
        .first()
        .click();
      await portfolioPage(page).getByRole('dialog').waitFor();
    },
  },
  'the review of last quarter beside today': {
    path: portfolioPath('/review?asOf=quarter'),
    as: 'admin',
    ready: (page) => portfolioPage(page).getByRole('table', { name: 'Objectives then and now' }).waitFor(),
  },
  'a project of last month beside today': {
    path: `${projectPath('WEB')}?asOf=month`,
    ready: (page) =>
      projectPage(page)
        .getByText(/^Recorded on/)
        .waitFor(),
  },
  'where to start over projects, a group and the picker opened': {
    path: portfolioPath('/triage?group=team'),
    as: 'admin',
    ready: async (page) => {
      const frame = portfolioPage(page);
      await frame.getByRole('button', { name: 'Set aside: Buildings' }).waitFor();
      await frame
        .getByText(/^\d+ work items/)
        .first()
        .click();
      await frame.locator('[data-group]').first().focus();
      await page.keyboard.press('o');
      await frame.getByRole('option', { name: 'Run the business' }).waitFor();
    },
  },
  'setting work aside': {
    path: portfolioPath('/triage?group=team'),
    as: 'admin',
    ready: async (page) => {
      await portfolioPage(page).getByRole('button', { name: 'Set aside: Buildings' }).click();
      await portfolioPage(page).getByRole('dialog').waitFor();
    },
  },
  'the strategy as stated': {
    path: portfolioPath('/strategy'),
    as: 'admin',
    ready: (page) => portfolioPage(page).getByRole('treegrid', { name: 'The strategy as stated' }).waitFor(),
  },
  'stating an objective': {
    path: portfolioPath('/strategy'),
    as: 'admin',
    ready: async (page) => {
      await portfolioPage(page).getByRole('button', { name: 'Create objective' }).click();
      await portfolioPage(page).getByRole('dialog', { name: 'Create objective' }).waitFor();
    },
  },
  'the settings': {
    path: ADMIN_PATH,
    as: 'admin',
    ready: (page) => adminPage(page).getByRole('button', { name: 'Save' }).waitFor(),
  },
  'what counts as dropped, a choice changed': {
    path: ADMIN_PATH,
    as: 'admin',
    ready: async (page) => {
      await adminPage(page).getByRole('tab', { name: 'Dropped work' }).click();
      await adminPage(page).getByRole('checkbox', { name: 'Duplicate' }).uncheck();
      await adminPage(page)
        .getByText(/^Saving moves/)
        .waitFor();
    },
  },
  'how the app runs': {
    path: ADMIN_PATH,
    as: 'admin',
    ready: async (page) => {
      await adminPage(page).getByRole('tab', { name: 'Operations' }).click();
      await adminPage(page).getByRole('region', { name: 'What failed' }).waitFor();
    },
  },
  'the audit log': {
    path: ADMIN_PATH,
    as: 'admin',
    ready: async (page) => {
      await adminPage(page).getByRole('tab', { name: 'Audit log' }).click();
      await adminPage(page).getByRole('table', { name: 'Audit log' }).waitFor();
    },
  },
  'starting a sync again': {
    path: ADMIN_PATH,
    as: 'admin',
    ready: async (page) => {
      await adminPage(page).getByRole('tab', { name: 'Operations' }).click();
      await adminPage(page).getByRole('button', { name: 'Sync again' }).click();
      await adminPage(page).getByRole('dialog').waitFor();
    },
  },
};
