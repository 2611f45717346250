import type { Page } from 'playwright-core';
import { ADMIN_PATH, adminPage, eventually, portfolioPage, portfolioPath } from './surfaces';
import { aWorld } from './world';

const world = aWorld();

const addressOf = (page: Page): string => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};

/** The view whose link the page marks as where one is. */
const view = (page: Page) =>
  portfolioPage(page).getByRole('navigation', { name: 'Views of the strategy' }).locator('[aria-current=page]');

const expectView = (page: Page, name: string): Promise<void> =>
  eventually(async () => expect(await view(page).allInnerTexts()).toEqual([name]), 20_000);

describe('the strategy page', () => {
  test('is found among the apps, and the address follows its views there and back', async () => {
    const page = await world.open('/projects', { as: 'viewer' });
    await page.getByRole('link', { name: 'Strategy' }).click();
    await expectView(page, 'Overview');
    expect(addressOf(page)).toBe(portfolioPath());

    await portfolioPage(page).getByRole('link', { name: 'Scorecard' }).click();
    await expectView(page, 'Scorecard');
    expect(addressOf(page)).toMatch(portfolioPath('/scorecard'));
    await portfolioPage(page).getByRole('link', { name: 'Review', exact: true }).click();
    await expectView(page, 'Review');

    await page.goBack();
    await expectView(page, 'Scorecard');
    await page.goForward();
    await expectView(page, 'Review');
    expect(addressOf(page)).toMatch(portfolioPath('/review'));
    await page.reload();
    await expectView(page, 'Review');
  });

  test('opens where an address leads, what it names included', async () => {
    const page = await world.open(portfolioPath('/objectives?window=180'), { as: 'viewer' });
    await expectView(page, 'Objectives');
    expect(addressOf(page)).toBe(portfolioPath('/objectives?window=180'));
  });

  test('takes the whole room beside the navigation', async () => {
    const page = await world.open(portfolioPath(), { as: 'viewer' });
    await view(page).waitFor();
    const box = await page.getByTitle('Strategy', { exact: true }).boundingBox();
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBe(width);
    expect(box?.height).toBeGreaterThanOrEqual(height - 48);
  });

  test('downloads and prints from within its frame', async () => {
    const page = await world.open(portfolioPath(), { as: 'viewer' });
    await view(page).waitFor();
    const frame = page.frames().find((one) => one !== page.mainFrame());
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      frame?.evaluate(() => {
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob(['key,title\n'], { type: 'text/csv' }));
        link.download = 'strategy.csv';
        link.click();
      }),
    ]);
    expect(download.suggestedFilename()).toBe('strategy.csv');
    const printed = frame?.evaluate(
      () => new Promise((resolve) => window.addEventListener('beforeprint', () => resolve(true), { once: true })),
    );
    await frame?.evaluate(() => window.print());
    expect(await printed).toBe(true);
  });
});

describe('the settings page', () => {
  test('is found by Jira admins among Jira’s settings', async () => {
    const page = await world.open('/projects', { as: 'admin' });
    await page.getByRole('link', { name: 'Execution alignment' }).click();
    await adminPage(page).getByText('strategy-office').first().waitFor();
    expect(addressOf(page)).toBe(ADMIN_PATH);
  });

  test('is neither shown nor open to anybody else', async () => {
    const page = await world.open(ADMIN_PATH, { as: 'productManager' });
    await page.getByText('Jira says no').waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Execution alignment' }).count()).toBe(0);
  });
});
