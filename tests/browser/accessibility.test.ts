import { COLOUR_RULES, turnDark, violations } from './axe';
import { PAGES } from './everyPage';
import { portfolioPath, projectPath } from './surfaces';
import { aWorld } from './world';

const world = aWorld();

test.each(Object.entries(PAGES))('axe finds nothing wrong with %s, in light and in dark', async (_, looked) => {
  const { path, as = 'engineer', ready } = looked;
  const page = await world.open(path, { as });
  await ready(page, world);
  expect(await violations(page)).toEqual([]);
  await turnDark(page);
  expect(await violations(page, COLOUR_RULES)).toEqual([]);
});

// What the test above relies on when it turns pages dark itself.
test.each(['/browse/WEB-17', projectPath('WEB'), portfolioPath()])(
  '%s opens dark, with all its frames',
  async (path) => {
    const page = await world.open(path, { as: 'engineer', theme: 'dark' });
    await page.frameLocator('iframe').first().locator('#root > *').first().waitFor();
    for (const frame of page.frames()) await frame.locator('html[data-color-mode=dark]').waitFor({ state: 'attached' });
  },
);
