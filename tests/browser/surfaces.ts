import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The app's pages within Jira's, by the titles of their frames. */
const frame = (page: Page, title: string): FrameLocator => page.getByTitle(title, { exact: true }).contentFrame();

export const field = (page: Page): FrameLocator => frame(page, 'Strategic objective');
export const fieldEditor = (page: Page): FrameLocator => frame(page, 'Edit Strategic objective');
export const context = (page: Page): FrameLocator => frame(page, 'Alignment context');
export const panel = (page: Page): FrameLocator => frame(page, 'Alignment');
export const projectPage = (page: Page, project = 'Web shop'): FrameLocator => frame(page, `Alignment of ${project}`);
export const portfolioPage = (page: Page): FrameLocator => frame(page, 'Strategy');
export const adminPage = (page: Page): FrameLocator => frame(page, 'Execution alignment');

/** @param route a path within the page, with its query where it has one: `/objectives?window=30` */
export const portfolioPath = (route = ''): string => `/apps/portfolio${route}`;
export const ADMIN_PATH = '/admin/apps/alignment-settings';

export const projectPath = (key: string): string => `/projects/${key}/apps/project-alignment`;

/** Clicks the button under an issue's summary that makes Jira show the panel. */
export const showPanel = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Alignment', exact: true }).click();
  await panel(page).getByRole('region', { name: 'Objective' }).waitFor();
};

/** Types into a picker and takes the option with this key or name. */
export async function pick(within: FrameLocator, picker: string, typed: string, option: string): Promise<void> {
  await within.getByRole('combobox', { name: picker }).fill(typed);
  await within.getByRole('option', { name: option }).click();
}

/** What a card of the project page says: sizes, and the alignment as it is written, or null where there is none. */
export type Mix = { aligned: number; run: number; stale: number; unlinked: number; alignment: string | null };

/** Reads a card of the project page, once it is there. */
export async function mix(within: FrameLocator, card: 'Effort' | 'Planned'): Promise<Mix> {
  const region = within.getByRole('region', { name: card, exact: true });
  const size = async (name: string): Promise<number> => {
    const line = await region.getByRole('listitem').filter({ hasText: name }).innerText();
    const [, number = 'none'] = /([\d.,]+) (?:item|point)/.exec(line) ?? [];
    return Number(number.replace(/,/g, ''));
  };
  const alignment = region.getByRole('button', { name: 'Alignment of' });
  return {
    aligned: await size('Aligned'),
    run: await size('Run the business'),
    stale: await size('Stale objective'),
    unlinked: await size('No objective'),
    alignment: (await alignment.count()) > 0 ? await alignment.innerText() : null,
  };
}

/** The alignment of these sizes, as the page writes it. */
export const percent = ({ aligned, stale, unlinked }: Omit<Mix, 'alignment'>): string =>
  `${Math.round((100 * aligned) / (aligned + stale + unlinked))}%`;

/** How many issues the tab says are unlinked. */
export async function unlinkedCount(within: FrameLocator): Promise<number> {
  return Number(/\d+/.exec(await within.getByRole('tab', { name: 'Unlinked work' }).innerText())?.[0]);
}

/** Tries until the page shows what is expected of it: for figures, which change in place. */
export async function eventually(expectation: () => Promise<void>, patienceMs = 5_000): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (performance.now() > deadline) throw error;
    }
  }
}

/** More than any page has to tab through. */
const TABS = 80;

/** Presses Tab until this has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let pressed = 0; pressed < TABS; pressed += 1) {
    if (await target.evaluate((element) => element.ownerDocument.activeElement === element)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(target)} is not reached with ${TABS} Tabs.`);
}
