import { type AxeResults, source } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** What axe finds wrong in the page and in each of its frames, one line for each kind; empty when all is well. */
export async function violations(page: Page): Promise<string[]> {
  const found = await Promise.all(page.frames().map(violationsIn));
  return found.flat();
}

async function violationsIn(frame: Frame): Promise<string[]> {
  const where = (await frame.title()) || new URL(frame.url()).pathname;
  await frame.evaluate(source);
  // Frames are looked at one by one, so that a frame that could not be reached does not pass for a good one.
  const results = await frame.evaluate<AxeResults>('axe.run(document, { iframes: false })');
  return results.violations.map(
    ({ id, help, nodes }) => `${where}: ${id}, ${help}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}
