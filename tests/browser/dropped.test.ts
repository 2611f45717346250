import { database } from '../../src/store/sql/database';
import { OUTCOMES } from '../../src/store/sql/storedNumbers';
import { demoPeople } from '../site/demo/people';
import { ADMIN_PATH, adminPage, eventually, tabTo } from './surfaces';
import { aWorld, EVENT_DELAY_MS } from './world';

const world = aWorld();

const droppedIssues = (): Promise<number> =>
  world.site.runInApp(async () => {
    const dropped = OUTCOMES.indexOf('dropped');
    return (await database.selectFrom('work_item').select('id').where('outcome', '=', dropped).execute()).length;
  });

test('an admin unticks a resolution with the keyboard, sees how many issues that moves, and then they are moved', async () => {
  const { site } = world;
  const { jira } = site;
  const ended = [...jira.issues.all()].filter(({ status }) => status.category === 'done');
  const duplicates = ended.filter(({ resolution }) => resolution?.name === 'Duplicate').length;
  const before = await droppedIssues();
  expect(duplicates).toBeGreaterThan(0);
  expect(before).toBeGreaterThan(duplicates);

  const page = await world.open(ADMIN_PATH, { as: 'admin' });
  const admin = adminPage(page);
  await admin.getByRole('tab', { name: 'Dropped work' }).click();
  const region = admin.getByRole('region', { name: 'Dropped work' });
  const duplicate = region.getByRole('checkbox', { name: 'Duplicate' });
  await tabTo(page, duplicate);
  expect(await duplicate.isChecked()).toBe(true);
  await page.keyboard.press('Space');
  await region.getByText(`Saving moves ${duplicates} issues from dropped to done, sub-tasks included.`).waitFor();
  await tabTo(page, region.getByRole('button', { name: 'Save' }));
  await page.keyboard.press('Enter');
  await page.getByText('What counts as dropped is saved').first().waitFor();

  await site.schedule('fiveMinute');
  expect(await droppedIssues()).toBe(before - duplicates);

  await region.getByRole('button', { name: 'Let names decide' }).click();
  await region.getByText(`Saving moves ${duplicates} issues from done to dropped, sub-tasks included.`).waitFor();
  await region.getByRole('button', { name: 'Save' }).click();
  await eventually(async () => expect(await region.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true));
  await site.schedule('fiveMinute');
  expect(await droppedIssues()).toBe(before);
});

test('a status that a team calls Cancelled is proposed at once, and its work is dropped', async () => {
  const { site } = world;
  site.jira.catalogue.addStatus('Cancelled', 'done');
  const before = await droppedIssues();
  site.jira.editIssue('WEB-70', { status: 'Cancelled' }, { kind: 'user', accountId: demoPeople.engineer.accountId });
  // The event comes late, and the drain a little later.
  for (const wait of [EVENT_DELAY_MS, 10_000]) {
    site.clock.advance(wait);
    await site.settle();
  }
  expect(await droppedIssues()).toBe(before + 1);
  const page = await world.open(ADMIN_PATH, { as: 'admin' });
  const admin = adminPage(page);
  await admin.getByRole('tab', { name: 'Dropped work' }).click();
  expect(await admin.getByRole('checkbox', { name: 'Cancelled' }).isChecked()).toBe(true);
  await admin.getByText('1 issue · proposed by its name · unticking it brings 1 back').waitFor();
});
