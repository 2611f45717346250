import { configure, screen, waitFor, within } from '@testing-library/react';
import type { DroppedWork, EndedWork } from '../../../../src/contract';
import { asked, ok, operations, placeJira, placePage } from '../../support/bridge';
import { openPage } from '../../support/render';

// The first page of a file is compiled as it is opened.
configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(30_000);

const work: DroppedWork = {
  resolution: [
    { id: '1', name: 'Done' },
    { id: '2', name: "Won't Do" },
    { id: '3', name: 'Parked' },
  ],
  status: [
    { id: '21', name: 'Cancelled' },
    { id: '20', name: 'Done' },
    { id: '22', name: 'done' },
  ],
  decided: { resolution: {}, status: {} },
};

/** Answered in two parts. */
const PARTS: Record<string, EndedWork> = {
  null: {
    found: [
      { status: '20', resolution: '1', issues: 1000 },
      { status: '20', resolution: '2', issues: 40 },
      { status: '21', resolution: '1', issues: 7 },
    ],
    next: '500',
  },
  500: {
    found: [
      { status: '22', resolution: '3', issues: 4 },
      { status: '21', resolution: '3', issues: 2 },
      { status: '20', resolution: '3', issues: 1 },
      { status: null, resolution: null, issues: 9 },
    ],
    next: null,
  },
};

const open = async (more: Parameters<typeof placePage>[2] = {}) => {
  placePage(
    'alignment-settings',
    {},
    {
      droppedWork: () => ok(work),
      endedWork: ({ after }) => ok(PARTS[String(after)] ?? { found: [], next: null }),
      saveDropped: (decided) => ok(decided),
      ...more,
    },
  );
  placeJira({});
  const user = openPage();
  await user.click(await screen.findByRole('tab', { name: 'Dropped work' }));
  return { user, region: within(await screen.findByRole('region', { name: 'Dropped work' })) };
};

const saved = () => asked.filter(({ call }) => call === 'saveDropped').map(({ payload }) => payload);

describe('what counts as dropped', () => {
  it('shows what names propose, how many issues ended so, and what ticking or unticking moves', async () => {
    const { region } = await open();
    expect(await region.findByRole('checkbox', { name: "Won't Do" })).toBeChecked();
    expect(region.getByRole('checkbox', { name: 'Cancelled' })).toBeChecked();
    expect(region.getByRole('checkbox', { name: 'Parked' })).not.toBeChecked();
    await region.findByText('40 issues');
    const told = [
      ["Won't Do", '40 issues · proposed by its name · unticking it brings 40 back'],
      // Two of the seven that were parked are dropped already, by their status.
      ['Parked', '7 issues · ticking it drops 5'],
      ['Cancelled', '9 issues · proposed by its name · unticking it brings 9 back'],
    ] as const;
    for (const [name, facts] of told) expect(region.getByRole('checkbox', { name })).toHaveAccessibleDescription(facts);
    // Two statuses of one name, in two projects.
    expect(region.getAllByRole('checkbox', { name: 'Done' })[1]).toHaveAccessibleDescription(
      '1,045 issues · 2 of this name · ticking it drops 1,005',
    );
    expect(region.getByRole('button', { name: 'Save' })).toBeDisabled();
  });

  it('opens the issues in Jira', async () => {
    const { user, region } = await open();
    await user.click(await region.findByRole('button', { name: '7 issues: show them in Jira' }));
    const pairs = [22, 21, 20].map((status) => `(status = ${status} AND resolution = 3)`).join(' OR ');
    const jql = `statusCategory = Done AND (${pairs})`;
    expect(JSON.stringify(operations.at(-1))).toContain(encodeURIComponent(jql));
  });

  it('says before saving how many issues move each way, and saves ids of all that was shown', async () => {
    const { user, region } = await open();
    await region.findByText(/^40 issues/);
    await user.click(region.getByRole('checkbox', { name: 'Parked' }));
    expect(region.getByRole('status')).toHaveTextContent(
      'Saving moves 5 issues from done to dropped, sub-tasks included.',
    );
    await user.click(region.getByRole('checkbox', { name: 'Cancelled' }));
    expect(region.getByRole('status')).toHaveTextContent(
      'Saving moves 5 issues from done to dropped and 7 issues from dropped to done, sub-tasks included.',
    );
    await user.click(region.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(saved()).toEqual([
        { resolution: { 1: false, 2: true, 3: true }, status: { 20: false, 21: false, 22: false } },
      ]),
    );
    await waitFor(() => expect(region.getByRole('button', { name: 'Save' })).toBeDisabled());
    expect(operations.find(([op]) => op === 'showFlag')?.[1]).toMatchObject({
      title: 'What counts as dropped is saved',
    });
  });

  it('discards changes, and lets names decide again', async () => {
    const decided = { resolution: { 1: false, 2: false, 3: true }, status: {} };
    const { user, region } = await open({ droppedWork: () => ok({ ...work, decided }) });
    const wontDo = await region.findByRole('checkbox', { name: "Won't Do" });
    expect(wontDo).not.toBeChecked();
    await user.click(wontDo);
    await user.click(region.getByRole('button', { name: 'Discard changes' }));
    expect(wontDo).not.toBeChecked();
    await user.click(region.getByRole('button', { name: 'Let names decide' }));
    expect(wontDo).toBeChecked();
    await waitFor(() =>
      expect(region.getByRole('status')).toHaveTextContent(
        'Saving moves 40 issues from done to dropped and 5 issues from dropped to done, sub-tasks included.',
      ),
    );
    await user.click(region.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toEqual([{ resolution: {}, status: {} }]));
  });

  it('shows a name of which only some are decided as such, and ticks them all', async () => {
    const decided = { resolution: {}, status: { 20: true } };
    const { user, region } = await open({ droppedWork: () => ok({ ...work, decided }) });
    const done = (await region.findAllByRole('checkbox', { name: 'Done' }))[1] as HTMLInputElement;
    expect(done.indeterminate).toBe(true);
    await user.click(done);
    await user.click(region.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toEqual([{ resolution: {}, status: { 20: true, 21: true, 22: true } }]));
  });

  it('can be saved where the issues cannot be counted, and says why it shows no numbers', async () => {
    const { user, region } = await open({
      endedWork: () => ({ ok: false, error: { code: 'internal', message: 'No luck today.', reference: 'r' } }),
    });
    expect(await region.findByText('No luck today.')).toBeVisible();
    await user.click(region.getByRole('checkbox', { name: 'Parked' }));
    await user.click(region.getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(saved()).toHaveLength(1));
  });
});
