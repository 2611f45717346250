import type { Page } from 'playwright-core';
import { demoPeople } from '../site/demo/people';
import { ADMIN_PATH, adminPage, eventually, projectPage, projectPath, tabTo } from './surfaces';
import { aWorld } from './world';

const world = aWorld();

const open = async (): Promise<Page> => {
  const page = await world.open(ADMIN_PATH, { as: 'admin' });
  await adminPage(page).getByRole('tab', { name: 'Operations' }).click();
  await adminPage(page).getByRole('region', { name: 'What failed' }).waitFor();
  return page;
};

test('an admin starts a sync again with the keyboard, pages stay usable meanwhile, and sees it finish', async () => {
  world.site.clock.advance(60_000);
  const page = await open();
  const admin = adminPage(page);
  await admin.getByText('In step with Jira').first().waitFor();
  const sync = admin.getByRole('region', { name: 'Full sync' });
  const before = await sync.getByText('452').innerText();

  await tabTo(page, sync.getByRole('button', { name: 'Sync again' }));
  await page.keyboard.press('Enter');
  const dialog = admin.getByRole('dialog', { name: 'Start another full sync?' });
  await dialog.getByText('Pages stay usable').waitFor();
  await dialog.getByRole('button', { name: 'Start full sync' }).focus();
  await page.keyboard.press('Enter');
  await sync.getByRole('progressbar').waitFor();
  // Where the button was that is gone.
  await eventually(async () => expect(await sync.locator(':focus').innerText()).toMatch(/^Running: 0 of about 452/));
  expect(await sync.getByRole('button', { name: 'Sync again' }).count()).toBe(0);

  const project = projectPage(await world.open(projectPath('WEB'), { as: 'engineer' }));
  await project.getByRole('region', { name: 'Effort', exact: true }).getByRole('listitem').first().waitFor();
  expect(await project.getByText('The first sync is running').count()).toBe(0);

  world.site.clock.advance(120_000);
  await world.site.settle();
  // The page looks again by itself.
  await sync.getByRole('button', { name: 'Sync again' }).waitFor();
  expect(await sync.getByText('452').innerText()).toBe(before);
  await eventually(async () => expect(await sync.getByText('May 18, 2026, 12:03 PM').count()).toBe(1));
});

test('an admin sees that a change waits, that one was missed, and that both were put right', async () => {
  const { site } = world;
  site.faults.deliveries = () => [];
  site.jira.editIssue('WEB-70', { status: 'Done' }, { kind: 'user', accountId: demoPeople.engineer.accountId });
  site.clock.advance(3_600_000);
  await site.schedule('hour');
  const page = await open();
  const admin = adminPage(page);
  await admin.getByText('The app is catching up with changes').first().waitFor();
  await admin.getByText(/Jira told us late, or not at all, about 1 issue; we found it/).waitFor();
  site.clock.advance(10_000);
  await site.settle();
  site.faults.end();
  await admin.getByRole('button', { name: 'Refresh' }).click();
  await admin.getByText(/we found and repaired it/).waitFor();
  await admin.getByText('In step with Jira').first().waitFor();
});

test('who is no admin neither sees the operations nor starts a sync', async () => {
  const page = await world.open(ADMIN_PATH, { as: 'viewer' });
  await page.getByText('Jira says no').waitFor();
  expect(await page.locator('iframe').count()).toBe(0);
  const viewer = { accountId: demoPeople.viewer.accountId, moduleKey: 'alignment-settings', extension: {} };
  for (const call of ['operations', 'syncAgain']) {
    expect(await world.site.invoke(call, {}, viewer)).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  }
});

test('the operations fit a narrow page', async () => {
  const page = await open();
  await page.setViewportSize({ width: 400, height: 900 });
  const frame = page.frames().find((one) => one !== page.mainFrame());
  await eventually(async () =>
    expect(await frame?.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
      0,
    ),
  );
});
