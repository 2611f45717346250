import type { Locator } from 'playwright-core';
import { eventually, projectPage, projectPath, tabTo } from './surfaces';
import { aWorld } from './world';

const world = aWorld();

const hasFocus = (button: Locator): Promise<boolean> =>
  button.evaluate((element) => element.ownerDocument.activeElement === element);

test('the marketing project’s large steps are linked by keyboard alone, one decision each', async () => {
  const page = await world.open(`${projectPath('MKT')}?tab=unlinked&part=effort`, { as: 'productManager' });
  const project = projectPage(page, 'Marketing');
  const card = project.getByRole('region', { name: 'Where to start' });
  const share = card.getByText(/^These 4 links align \d+% of the effort here that serves nothing/);
  await share.waitFor();
  const promised = Number(/(\d+)%/.exec(await share.innerText())?.[1]);
  expect(promised).toBeGreaterThanOrEqual(75);

  const choose = card.getByRole('button', { name: /^Choose an objective for/ });
  await tabTo(page, choose.first());
  let decisions = 0;
  for (let left = await choose.count(); left > 0; left -= 1) {
    await page.keyboard.press('Enter');
    await card.getByRole('option', { name: 'OBJ-4' }).waitFor();
    await page.keyboard.type('OBJ-4');
    await card.getByRole('option', { name: 'OBJ-6' }).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    decisions += 1;
    // The next step has the focus, once the page has read again what is left.
    if (left > 1)
      await eventually(
        async () => expect([await choose.count(), await hasFocus(choose.first())]).toEqual([left - 1, true]),
        20_000,
      );
  }
  await card.getByText('No single link aligns more of it.').waitFor();
  expect(decisions).toBeLessThanOrEqual(8);
  process.stdout.write(`triage: ${decisions} interactions for ${promised} % of the unlinked effort of one project\n`);
});
