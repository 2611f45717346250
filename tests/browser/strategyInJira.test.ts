import { demoPeople } from '../site/demo/people';
import { quiet } from '../sync/drift/quiet';
import { COLOUR_RULES, turnDark, violations } from './axe';
import { ADMIN_PATH, adminPage, panel, portfolioPage, portfolioPath, showPanel } from './surfaces';
import { aWorld } from './world';

const AIM = 'Win back lapsed shoppers';
const HIDDEN_AIM = 'Be heard before the rival';
const UNSEEN = 'An objective that you cannot see';
const ADMIN = { kind: 'user', accountId: demoPeople.admin.accountId } as const;

/** The demo with two initiatives above epics that serve nothing; one of them in a project that the contractor may not browse. */
const world = aWorld({
  load: async (site) => {
    const { jira } = site;
    jira.catalogue.addIssueType('Initiative', 2);
    for (const [project, summary] of [
      ['WEB', AIM],
      ['MKT', HIDDEN_AIM],
    ] as const) {
      const initiative = jira.createIssue({ project, type: 'Initiative', summary, due: '2026-12-31' }, ADMIN);
      const epic = jira.createIssue({ project: 'WEB', type: 'Epic', summary: `${project} epic` }, ADMIN);
      jira.editIssue(epic.id, { parent: initiative.key }, ADMIN);
      for (const status of ['To Do', 'In Progress'])
        jira.createIssue(
          { project: 'WEB', type: 'Story', summary: `${project} story`, parent: epic.key, status },
          ADMIN,
        );
    }
    // The demo is installed already: these issues come by their events.
    await quiet(site);
  },
});

const keyOf = (summary: string): string =>
  [...world.site.jira.issues.all()].find((issue) => issue.summary === summary)?.key ?? '';

test('an admin sees beforehand what a type of issues makes of the site, and saves it', async () => {
  const page = await world.open(ADMIN_PATH, { as: 'admin' });
  const admin = adminPage(page);
  await admin.getByRole('combobox', { name: 'Types of issues that are objectives' }).fill('Initiative');
  await admin.getByRole('option', { name: 'Initiative' }).click();
  await admin.getByText('2 objectives, which 4 work items would serve').waitFor();
  const table = admin.getByRole('table', { name: 'The objectives that these types make' });
  const row = table.getByRole('row').filter({ hasText: AIM });
  expect(await row.getByRole('cell').allInnerTexts()).toEqual(['2', '0']);
  expect(await row.getByRole('link').innerText()).toBe(keyOf(AIM));
  expect(await violations(page)).toEqual([]);
  await turnDark(page);
  expect(await violations(page, COLOUR_RULES)).toEqual([]);
  await admin.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText('Settings saved').first().waitFor();
  await quiet(world.site);
});

test('who may see the issue reads what Jira says of it, and who may not reads that there is one', async () => {
  const engineer = portfolioPage(await world.open(portfolioPath('/objectives'), { as: 'engineer' }));
  await engineer.getByRole('link', { name: AIM }).waitFor();
  await engineer.getByRole('link', { name: HIDDEN_AIM }).waitFor();

  const page = await world.open(portfolioPath('/objectives'), { as: 'contractor' });
  const contractor = portfolioPage(page);
  await contractor.getByRole('link', { name: UNSEEN }).waitFor();
  await contractor.getByRole('link', { name: AIM }).waitFor();
  expect(await contractor.getByText(HIDDEN_AIM).count()).toBe(0);
  await contractor.getByRole('link', { name: UNSEEN }).click();
  await contractor.getByText('Its issue is hidden from you').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('its page opens by the issue’s key, and what Jira says is changed there', async () => {
  const page = await world.open(portfolioPath(`/objectives/${keyOf(AIM)}`), { as: 'productManager' });
  const portfolio = portfolioPage(page);
  await portfolio.getByRole('heading', { name: AIM }).waitFor();
  await portfolio.getByText('are changed in Jira:').waitFor();
  expect(await violations(page)).toEqual([]);
  await turnDark(page);
  expect(await violations(page, COLOUR_RULES)).toEqual([]);
  await portfolio.getByRole('button', { name: 'Edit', exact: true }).click();
  const dialog = portfolio.getByRole('dialog');
  await dialog.getByText('This objective is an issue').waitFor();
  expect(await dialog.getByRole('textbox', { name: 'Title' }).count()).toBe(0);
  await dialog.getByRole('textbox', { name: 'Weight' }).fill('3');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page
    .getByText(`${keyOf(AIM)} saved`)
    .first()
    .waitFor();
});

test('the panel of work below it says that the hierarchy leads there', async () => {
  const page = await world.open(`/browse/${keyOf('WEB story')}`, { as: 'engineer' });
  await showPanel(page);
  await panel(page).getByText('Below it in Jira:').waitFor();
  await panel(page)
    .getByRole('link', { name: keyOf(AIM), exact: true })
    .waitFor();
});
