import { portfolioPage, portfolioPath } from './surfaces';
import { aWorld } from './world';

const world = aWorld();

test('a strategy editor sees the portfolio as it was, reconstructed and recorded, beside today, and what turned since', async () => {
  const around = await world.open(portfolioPath(), { as: 'productManager' });
  const page = portfolioPage(around);
  await page.getByRole('radio', { name: '90 days ago' }).check({ force: true });
  await page.getByText(/^Reconstructed, because nothing was recorded on/).waitFor();
  const figures = page.getByRole('table', { name: 'The portfolio' });
  await figures.getByRole('row', { name: /^Execution alignment index/ }).waitFor();
  expect(around.url()).toContain('asOf=90');
  // Yesterday was recorded.
  await page.getByRole('radio', { name: 'Another day' }).check({ force: true });
  const yesterday = await page.getByLabel('Day', { exact: true }).getAttribute('max');
  await page.getByLabel('Day', { exact: true }).fill(yesterday ?? '');
  await page.getByText(/^Recorded on/).waitFor();
  await figures.getByRole('row', { name: /^Buy-in/ }).waitFor();
  await page.getByRole('link', { name: 'Review', exact: true }).click();
  await page
    .getByRole('region', { name: 'What turned' })
    .getByRole('row', { name: /^Clarity/ })
    .waitFor();
  await page.getByRole('heading', { name: /^As it was on/ }).waitFor();
});
