import { demoPeople } from '../site/demo/people';
import { violations } from './axe';
import { eventually, projectPage, projectPath } from './surfaces';
import { aWorld } from './world';

const MANY = 600;

/** A project with much work that serves nothing. */
const world = aWorld({
  data: 'none',
  load: ({ jira }) => {
    jira.addUser(demoPeople.engineer);
    jira.addProject({ key: 'WEB', name: 'Web shop' });
    for (let made = 1; made <= MANY; made += 1)
      jira.createIssue({ project: 'WEB', type: 'Story', summary: `Story ${made}` }, null);
    return Promise.resolve();
  },
});

test('a group of hundreds opens to all its issues, of which only those in view are drawn', async () => {
  const page = await world.open(`${projectPath('WEB')}?tab=unlinked&group=everything`, { as: 'engineer' });
  const frame = projectPage(page);
  await frame.getByRole('region', { name: 'Where to start' }).getByText(`${MANY} work items`).click();
  const list = frame.getByRole('list', { name: /^Work of / });
  await list.getByText('Story 600', { exact: true }).waitFor();
  expect(await list.getByRole('listitem').count()).toBeLessThan(100);
  // It grows a little while its issues are measured.
  await eventually(async () => {
    await list.locator('xpath=..').evaluate((one) => one.scrollTo(0, one.scrollHeight));
    expect(await list.getByText('Story 1', { exact: true }).isVisible()).toBe(true);
  });
  expect(await violations(page)).toEqual([]);
});
