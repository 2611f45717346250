import { configure, screen, waitFor } from '@testing-library/react';
import type { Settings } from '../../../../src/contract';
import { asked, ok, operations, placeJira, placePage } from '../../support/bridge';
import { openPage } from '../../support/render';

// The first page of a file is compiled as it is opened.
configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(30_000);

const settings: Settings = {
  editorGroups: [],
  viewerGroups: [],
  totalsGroups: [],
  guardrail: 0.3,
  cadenceDays: 30,
  responseDays: 14,
  estimateFields: [],
  excludedProjects: [],
  objectiveTypes: [],
  objectiveLinks: [],
  ownQuotaShare: 0.65,
};

const POINTS = { id: 'customfield_1', name: 'Story Points' };
const EFFORT = { id: 'customfield_2', name: 'Effort' };
const BOX = { id: '7', key: 'BOX', name: 'Sandbox' };

const open = (more: Parameters<typeof placePage>[2] = {}) => {
  placePage(
    'alignment-settings',
    {},
    {
      settings: () => ok(settings),
      saveSettings: (saved) => ok(saved),
      settingChoices: () => ok({ numberFields: [POINTS, EFFORT], projects: [BOX], issueTypes: [], linkTypes: [] }),
      ...more,
    },
  );
  placeJira({ groups: [{ id: 'g1', name: 'strategy-office' }] });
  return openPage();
};

const saved = () => asked.find(({ call }) => call === 'saveSettings')?.payload;

describe('the settings', () => {
  it('saves groups, guardrail and days, and says so', async () => {
    const user = open();
    await user.click(await screen.findByRole('combobox', { name: /may edit the strategy/ }));
    await user.click(await screen.findByText('strategy-office'));
    const guardrail = screen.getByRole('textbox', { name: /Guardrail/ });
    await user.clear(guardrail);
    await user.type(guardrail, '25');
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    await waitFor(() =>
      expect(saved()).toEqual({
        ...settings,
        editorGroups: [{ id: 'g1', name: 'strategy-office' }],
        guardrail: 0.25,
      }),
    );
    expect(operations.find(([op]) => op === 'showFlag')?.[1]).toMatchObject({ title: 'Settings saved' });
  });

  it('saves which fields hold estimates, in the order they were chosen, and which projects are left out', async () => {
    const user = open();
    const fields = await screen.findByRole('combobox', { name: /hold an estimate/ });
    for (const name of ['Effort', 'Story Points']) {
      await user.click(fields);
      await user.click(await screen.findByRole('option', { name }));
    }
    await user.type(screen.getByRole('combobox', { name: /Excluded projects/ }), 'box');
    await user.click(await screen.findByRole('option', { name: 'Sandbox (BOX)' }));
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    await waitFor(() =>
      expect(saved()).toEqual({ ...settings, estimateFields: [EFFORT, POINTS], excludedProjects: [BOX] }),
    );
  });

  it('lets the app have more of the site’s own rate points, but not all of them', async () => {
    const user = open();
    const share = await screen.findByRole('textbox', { name: /rate points/ });
    expect(share).toHaveValue('65');
    await user.clear(share);
    await user.type(share, '100');
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    expect(await screen.findByText('Give a percentage from 20 to 95.')).toBeVisible();
    expect(share).toHaveFocus();
    await user.clear(share);
    await user.type(share, '90');
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    await waitFor(() => expect(saved()).toEqual({ ...settings, ownQuotaShare: 0.9 }));
  });

  it('says at the field what is wrong, and sends nothing', async () => {
    const user = open();
    const cadence = await screen.findByRole('textbox', { name: /cadence/ });
    await user.clear(cadence);
    await user.type(cadence, '0');
    await user.click(screen.getByRole('button', { name: 'Save settings' }));
    expect(await screen.findByText('Give whole days, from 1 to 365.')).toBeVisible();
    expect(cadence).toHaveFocus();
    expect(saved()).toBeUndefined();
  });

  it('shows what the app refuses at the field that it names', async () => {
    const user = open({
      saveSettings: () => ({
        ok: false,
        error: { code: 'invalid', message: 'This group is gone.', reference: 'r', field: 'viewerGroups' },
      }),
    });
    await user.click(await screen.findByRole('button', { name: 'Save settings' }));
    expect(await screen.findByText('This group is gone.')).toBeVisible();
  });
});
