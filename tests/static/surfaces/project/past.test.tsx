import { screen, within } from '@testing-library/react';
import { asDay } from '../../../domain/days';
import { addresses, ok } from '../../support/bridge';
import { pastProject } from '../../support/pastSamples';
import { project } from '../../support/samples';
import { lastAsked, open } from './openProject';

jest.setTimeout(20_000);

const asItWas = async () => within(await screen.findByRole('region', { name: 'As it was on 30 Sept 2026' }));
const rowsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent));

it('shows the project as of the end of the last quarter beside today', async () => {
  const user = open(project, { pastProject: () => ok(pastProject) });
  await user.click(await screen.findByRole('radio', { name: 'Last quarter’s end' }));
  expect(addresses.at(-1)).toBe('/?asOf=quarter');
  expect(lastAsked('pastProject')).toEqual({ window: 90, measure: 'items', day: asDay('2026-09-30') });
  const shown = await asItWas();
  expect(rowsOf(shown.getByRole('table', { name: 'The project' }))).toEqual([
    ['Figure', '30 Sept 2026', 'Today', 'Change'],
    ['Alignment, effort', '50%', '60%', '+10 percentage points'],
    ['Alignment, planned', '75%', '50%', '−25 percentage points'],
    ['Run the business, of effort', '11%', '17%', '+5.6 percentage points'],
  ]);
  expect(rowsOf(shown.getByRole('table', { name: 'Work done by objective' })).slice(1)).toEqual([
    ['OBJ-12 One basket everywhere', '20%', '45%', '+25 percentage points'],
    ['OBJ-1 Win market share', '–', '–', '–'],
  ]);
});

it('says what is not recorded by project', async () => {
  const recorded = { ...pastProject, recorded: true, planned: null, objectives: null };
  open(project, { pastProject: () => ok(recorded) }, '/?asOf=2026-09-30');
  const shown = await asItWas();
  expect(shown.getByText(/^Recorded on 30 Sept 2026/)).toBeVisible();
  expect(shown.getByText(/is not recorded by project/)).toBeVisible();
});

it('asks for no past day through a filter', async () => {
  open(project, { pastProject: () => ok(pastProject) }, '/?asOf=quarter&sprint=8');
  expect(await screen.findByText(/^Past days are of the whole project/)).toBeVisible();
  expect(lastAsked('pastProject')).toBeUndefined();
});
