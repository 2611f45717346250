import { type AxeResults, source } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** What depends on the colours of a theme. All else is the same in each. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds wrong in the page and in each of its frames, one line for each kind; empty when all is well.
 * @param rules only these, instead of all
 */
export async function violations(page: Page, rules?: readonly string[]): Promise<string[]> {
  const found = await Promise.all(page.frames().map((frame) => violationsIn(frame, rules)));
  return found.flat();
}

async function violationsIn(frame: Frame, rules?: readonly string[]): Promise<string[]> {
  const where = (await frame.title()) || new URL(frame.url()).pathname;
  await frame.evaluate(source);
  // Frames are looked at one by one, so that a frame that could not be reached does not pass for a good one.
  const options = { iframes: false, ...(rules && { runOnly: rules }) };
  const results = await frame.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.map(
    ({ id, help, nodes }) => `${where}: ${id}, ${help}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}
