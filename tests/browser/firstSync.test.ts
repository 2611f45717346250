import { demoPeople } from '../site/demo/people';
import { portfolioPage, portfolioPath, projectPage, projectPath } from './surfaces';
import { aWorld } from './world';

const ISSUES = 400;

const world = aWorld({
  data: 'none',
  load: ({ jira }) => {
    jira.addUser(demoPeople.engineer);
    jira.addUser({ ...demoPeople.admin, jiraAdmin: true });
    jira.addProject({ key: 'WEB', name: 'Web shop' });
    for (let made = 0; made < ISSUES; made += 1) {
      jira.createIssue({ project: 'WEB', type: 'Story', summary: `Story ${made}` }, null);
    }
    // Of a shared quota a site takes a tenth, and its first sync seven tenths of that: 252 points.
    jira.rates.quota = { points: 3_600, own: false };
    return Promise.resolve();
  },
});

test('a first sync that waits for Jira says until when, beside the figures so far, and goes when it has ended', async () => {
  const { site } = world;
  site.clock.advance(60_000);
  const engineer = await world.open(projectPath('WEB'), { as: 'engineer' });
  const project = projectPage(engineer);
  await project
    .getByText(/read what Jira lets the app read in an hour, and goes on at May 18, 2026, 1:0\d.PM/)
    .waitFor();
  // Jira is not asked how much a small project needs.
  await project.getByText('Alignment of the last 90 days: a part of what this needs is read').waitFor();
  // When the whole site is read is told to those who may see all totals.
  await project.getByText(/The project that you may browse is not read to its end yet/).waitFor();
  const admin = await world.open(portfolioPath(), { as: 'admin' });
  await portfolioPage(admin)
    .getByText(/should end around May 18, 2026, [12]:\d\d.PM/)
    .waitFor();
  await project.getByRole('region', { name: 'Planned', exact: true }).getByText('200 work items').waitFor();
  const dark = await world.open(portfolioPath(), { as: 'engineer', theme: 'dark' });
  await portfolioPage(dark).getByText('The first sync is running').waitFor();

  // The safety net of every five minutes takes it up again.
  for (let passed = 0; passed < 14; passed += 1) {
    site.clock.advance(300_000);
    await site.schedule('fiveMinute');
    await site.settle();
  }
  await project.getByText('The first sync is running').waitFor({ state: 'detached' });
  await project.getByRole('region', { name: 'Planned', exact: true }).getByText(`${ISSUES} work items`).waitFor();
});
