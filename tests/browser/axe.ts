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

/** Gives a page and its frames the dark theme, which is an attribute of each document, as if it had been opened in it. */
export async function turnDark(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    await frame.evaluate(() => {
      document.documentElement.dataset.colorMode = 'dark';
      // What fades from one colour into another has arrived.
      for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    });
  }
}

async function violationsIn(frame: Frame, rules?: readonly string[]): Promise<string[]> {
  const where = (await frame.title()) || new URL(frame.url()).pathname;
  await frame.evaluate(source);
  // Frames are looked at one by one, so that a frame that could not be reached does not pass for a good one.
  // Only what is wrong is asked for, and by its HTML: the rest is most of the work.
  const asked = { resultTypes: ['violations'], selectors: false, preload: false };
  const options = { iframes: false, ...asked, ...(rules && { runOnly: rules }) };
  const results = await frame.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(options)})`);
  return results.violations.map(
    ({ id, help, nodes }) => `${where}: ${id}, ${help}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}
