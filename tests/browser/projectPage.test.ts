import type { FrameLocator } from 'playwright-core';
import { DAY_MS } from '../../src/domain/time/milliseconds';
import { demoPeople } from '../site/demo/people';
import { COLOUR_RULES, turnDark, violations } from './axe';
import { eventually, mix, percent, projectPage, projectPath, unlinkedCount } from './surfaces';
import { aWorld, EVENT_DELAY_MS } from './world';

const world = aWorld();

test('window, measure and a filter each change the figures', async () => {
  const page = projectPage(await world.open(projectPath('WEB')));
  const quarter = await mix(page, 'Effort');
  expect(quarter.alignment).toBe(percent(quarter));

  await page.getByRole('radio', { name: '30 days' }).check();
  await eventually(async () => expect((await mix(page, 'Effort')).aligned).toBeLessThan(quarter.aligned));
  await page.getByRole('radio', { name: '90 days', exact: true }).check();
  await eventually(async () => expect(await mix(page, 'Effort')).toEqual(quarter));

  await page.getByRole('radio', { name: 'Points' }).check();
  await page.getByRole('region', { name: 'Effort', exact: true }).getByText('points').first().waitFor();
  expect((await mix(page, 'Effort')).aligned).toBeGreaterThan(quarter.aligned);
  await page.getByRole('radio', { name: 'Work items' }).check();
  await eventually(async () => expect(await mix(page, 'Effort')).toEqual(quarter));

  const unlinked = await unlinkedCount(page);
  await page.getByRole('combobox', { name: 'Component' }).fill('bask');
  await page.getByRole('option', { name: 'Basket' }).click();
  await eventually(async () =>
    expect(await mix(page, 'Effort')).toMatchObject({ run: 0, unlinked: 0, alignment: '100%' }),
  );
  expect(await unlinkedCount(page)).toBeLessThan(unlinked);
});

test('a number of the mix opens to its issues, which are as many as it says', async () => {
  const page = await world.open(projectPath('WEB'));
  const project = projectPage(page);
  const { unlinked } = await mix(project, 'Effort');
  await project.getByRole('button', { name: 'Effort, no objective: show the issues' }).click();
  const dialog = project.getByRole('dialog', { name: 'Effort, no objective: the issues' });
  await dialog.getByText(`${unlinked} work items`).waitFor();
  await dialog.getByRole('row').nth(1).waitFor();
  const more = dialog.getByRole('button', { name: 'Show more' });
  while (await more.isVisible()) {
    const before = await dialog.getByRole('row').count();
    await more.click();
    await eventually(async () => expect(await dialog.getByRole('row').count()).toBeGreaterThan(before));
  }
  expect(await dialog.getByRole('row').count()).toBe(unlinked + 1);
});

test('tab, window and filter are in the address: it can be shared, and reloads to the same', async () => {
  const page = await world.open(projectPath('WEB'));
  const project = projectPage(page);
  await project.getByRole('tab', { name: /^Unlinked work/ }).click();
  await project.getByRole('radio', { name: '30 days' }).check();
  await project.getByRole('radio', { name: /^Planned/ }).check();
  await page.waitForURL((url) => url.search === '?tab=unlinked&window=30&part=planned');
  await page.reload();
  const again = projectPage(page);
  await again.getByRole('tab', { name: /^Unlinked work/, selected: true }).waitFor();
  await again.getByRole('radio', { name: '30 days', checked: true }).waitFor();
  await again.getByRole('radio', { name: /^Planned/, checked: true }).waitFor();
});

test('a number opens to its formula, its inputs and the time it is of, and closes again', async () => {
  const page = await world.open(projectPath('WEB'));
  const project = projectPage(page);
  const { aligned, stale, unlinked, alignment } = await mix(project, 'Effort');
  await project.getByRole('button', { name: 'Alignment of effort' }).click();
  const explanation = project.getByRole('dialog', { name: 'Alignment of effort' });
  await explanation.getByText(`Alignment of effort: ${alignment}`).waitFor();
  await explanation.getByText('aligned ÷ (aligned + stale objective + no objective)').waitFor();
  const inputs = await explanation.getByRole('definition').allInnerTexts();
  expect(inputs.map((text) => parseFloat(text))).toEqual([aligned, stale, unlinked]);
  await explanation.getByText(/done from Feb 18, 2026 to May 18, 2026/).waitFor();
  await explanation.getByText(/Figures as of May 18, 2026, 12:00/).waitFor();
  await page.keyboard.press('Escape');
  await explanation.waitFor({ state: 'detached' });
});

test('each objective says how far it is here and in all projects, and what that is made of', async () => {
  const page = projectPage(await world.open(projectPath('WEB')));
  const row = page.getByRole('row', { name: 'OBJ-8' });
  await row.getByRole('button', { name: /^OBJ-8 in Web shop/ }).click();
  await page.getByText('Work items of Web shop that serve this objective itself.').waitFor();
  await row.getByRole('button', { name: /^OBJ-8 in all projects/ }).click();
  await page.getByText('All work items that serve this objective or one below it, in all projects.').waitFor();
});

test('the trend of the project is there to see, to hear and to read, and ends at its effort of today', async () => {
  const page = projectPage(await world.open(projectPath('WEB')));
  const trend = page.getByRole('region', { name: 'Alignment of effort over time' });
  const { alignment } = await mix(page, 'Effort');
  const days = trend.getByRole('slider', { name: 'Alignment of effort over time, day by day' });
  await days.focus();
  await days.press('End');
  await eventually(async () =>
    expect(await days.getAttribute('aria-valuetext')).toBe(`May 18, 2026: Recorded ${alignment}`),
  );
  await trend.getByRole('button', { name: 'Show as a table' }).click();
  expect(await trend.getByRole('row').count()).toBe(15);
  const last = trend.getByRole('row').filter({ hasText: 'May 18, 2026' });
  expect(await last.innerText()).toContain(alignment);
  await trend.getByText(/as the app recorded it on that day. Reconstructed: before/).waitFor();
});

test('with a filter there is no trend, and the page says why', async () => {
  const page = projectPage(await world.open(projectPath('WEB')));
  const trend = page.getByRole('region', { name: 'Alignment of effort over time' });
  await page.getByRole('combobox', { name: 'Component' }).fill('bask');
  await page.getByRole('option', { name: 'Basket' }).click();
  await trend.getByText(/not of a sprint, a fix version or a component/).waitFor();
  expect(await trend.getByRole('slider').count()).toBe(0);
});

test('what is linked after it was done is told beside the alignment, and opens to its issues', async () => {
  const { site } = world;
  const notes = (page: FrameLocator) => page.getByRole('region', { name: 'When it was linked' });
  const before = projectPage(await world.open(projectPath('WEB')));
  const { aligned } = await mix(before, 'Effort');
  expect(await notes(before).count()).toBe(0);

  const issues = [...site.jira.issues.all()];
  const isBare = ({ appValues }: (typeof issues)[number]) => Object.values(appValues).every((value) => value === null);
  const bare = new Set(issues.filter(isBare).map(({ id }) => id));
  const unlinked = issues.filter(
    ({ id, project, status, type, parent, resolved }) =>
      project.key === 'WEB' &&
      status.category === 'done' &&
      type.hierarchyLevel === 0 &&
      bare.has(id) &&
      (parent === null || bare.has(parent.id)) &&
      (resolved ?? 0) > site.clock.now() - 80 * DAY_MS &&
      (resolved ?? Infinity) < site.clock.now() - 2 * DAY_MS,
  );
  for (const { id } of unlinked) {
    const appValues = { 'strategic-objective': { key: 'OBJ-8', name: '' } };
    site.jira.editIssue(id, { appValues }, { kind: 'user', accountId: demoPeople.admin.accountId });
  }
  for (const wait of [EVENT_DELAY_MS, 10_000]) {
    site.clock.advance(wait);
    await site.settle();
  }

  const whole = await world.open(projectPath('WEB'));
  const page = projectPage(whole);
  // Some may have been closed without being done.
  const linked = (await mix(page, 'Effort')).aligned - aligned;
  expect(linked).toBeGreaterThan(1);
  const late = notes(page).getByRole('button', { name: /Linked after it was done, aligned: show the issues/ });
  expect(await late.innerText()).toBe(`${linked} items`);
  expect([
    ...(await violations(whole)),
    ...(await turnDark(whole).then(() => violations(whole, COLOUR_RULES))),
  ]).toEqual([]);
  await late.click();
  await page.getByRole('dialog').getByText(`${linked} work items`).waitFor();
});
