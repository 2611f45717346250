import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Answer, Portfolio } from '../../src/contract';
import { servedUnits } from '../../src/domain/reference/servedUnits';
import { demoPeople } from '../site/demo/people';
import { allWorkItems } from '../site/report/allWorkItems';
import { eventually, portfolioPage, portfolioPath, tabTo } from './surfaces';
import { aWorld } from './world';

const world = aWorld();

/**
 * What the demo's unlinked work rightly serves, written down before: by the epic that it is below, and what customers reported
 * by itself. Nobody can tell the screens of the canteen from the tills by their component.
 */
const RIGHT: Record<string, string> = {
  'Seasonal brochures': 'OBJ-3',
  'City marathon sponsoring': 'OBJ-3',
  'A presence on every platform': 'OBJ-3',
  'Anniversary campaign': 'OBJ-3',
  'Till hardware refresh': 'OBJ-4',
  'Old tills out': 'OBJ-4',
  'Screens for the staff canteen': 'RUN',
  'Reporting rewrite': 'RUN',
  'Fresh look for the landing pages': 'OBJ-6',
  'A blog for the buyers': 'OBJ-6',
  'Shop window for the anniversary': 'OBJ-6',
  'Refit of the flagship store': 'RUN',
  'A new car park': 'RUN',
  'Windows for the season': 'RUN',
  'Local ideas': 'OBJ-2',
  'Move to the new floor': 'RUN',
  'One intranet for all': 'OBJ-15',
};
const RIGHT_OF_REPORTED = 'OBJ-2';

/** The decisions: the group, by what, and the objective that it gets. */
const DECISIONS = [
  ['Label', 'customer-reported', 'OBJ-2'],
  ['Team', 'Buildings', 'RUN'],
  ['Team', 'Brand', 'OBJ-3'],
  ['Team', 'Storefront', 'OBJ-6'],
  ['Team', 'Devices', 'OBJ-4'],
] as const;

/** Five decisions, each with a dozen keys, on whatever machine. */
const TEST_MS = 180_000;

const unlinkedEffort = async (): Promise<number> => {
  const answer = (await world.site.invoke(
    'portfolio',
    { window: 90, measure: 'items' },
    { accountId: demoPeople.admin.accountId, moduleKey: 'portfolio', extension: {} },
  )) as Answer<Portfolio>;
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.data.effort.unlinked;
};

/** What every unit serves, by its id. */
const servedNow = () =>
  world.site.runInApp(async () => new Map(servedUnits(await allWorkItems()).map(({ id, serves }) => [id, serves])));

const rightOf = (id: number): string | null => {
  const { jira } = world.site;
  const issue = jira.issue(String(id));
  const epic = issue.parent === null ? null : jira.issue(issue.parent.id).summary;
  if (epic !== null) return RIGHT[epic] ?? null;
  return issue.labels.includes('customer-reported') ? RIGHT_OF_REPORTED : null;
};

const hasFocus = (element: Locator): Promise<boolean> =>
  element.evaluate((one) => one.ownerDocument.activeElement === one);

/** Chooses what work is grouped by, with the arrow keys. */
const groupBy = async (page: Page, frame: FrameLocator, name: string): Promise<void> => {
  await tabTo(page, frame.getByRole('radio', { name: 'Epic' }).or(frame.locator('input[type=radio]:checked')).last());
  const wanted = frame.getByRole('radio', { name, exact: true });
  while (!(await wanted.isChecked())) await page.keyboard.press('ArrowRight');
};

test(
  '80 % of the demo’s unlinked effort is linked in at most eight decisions, by keyboard alone, and rightly',
  async () => {
    const page = await world.open(portfolioPath('/triage?part=effort'), { as: 'admin' });
    const frame = portfolioPage(page);
    const before = { effort: await unlinkedEffort(), served: await servedNow() };
    await frame.getByRole('region', { name: 'Where to start' }).waitFor();

    let decisions = 0;
    for (const [by, group, objective] of DECISIONS) {
      await groupBy(page, frame, by);
      const button = frame
        .locator('[data-group]')
        .and(frame.getByRole('button', { name: new RegExp(`(for|Link) ${group}( to .*)?$`) }));
      await button.waitFor();
      await tabTo(page, frame.locator('[data-group]').first());
      while (!(await hasFocus(button))) await page.keyboard.press('j');
      await page.keyboard.press('o');
      await frame.getByRole('combobox', { name: `Objective for ${group}` }).waitFor();
      await page.keyboard.type(objective === 'RUN' ? 'Run the' : objective);
      await frame.getByRole('option').first().waitFor();
      await eventually(async () => expect(await frame.getByRole('option').count()).toBe(1));
      await page.keyboard.press('Enter');
      decisions += 1;
      await frame.getByText(new RegExp(`^${group} linked to `)).waitFor();
    }

    const after = { effort: await unlinkedEffort(), served: await servedNow() };
    const linked = (before.effort - after.effort) / before.effort;
    const changed = [...after.served].filter(([id, serves]) => serves !== null && before.served.get(id) === null);
    const right = changed.filter(([id, serves]) => serves === rightOf(id)).length / changed.length;
    process.stdout.write(
      `triage: ${decisions} interactions for ${Math.round(100 * linked)} % of the demo’s unlinked effort, ${Math.round(100 * right)} % of it right\n`,
    );
    expect(decisions).toBeLessThanOrEqual(8);
    expect(linked).toBeGreaterThanOrEqual(0.8);
    expect(right).toBeGreaterThanOrEqual(0.95);
  },
  TEST_MS,
);
