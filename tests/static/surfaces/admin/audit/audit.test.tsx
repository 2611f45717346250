import { configure, screen, within } from '@testing-library/react';
import type { AuditLine, Settings } from '../../../../../src/contract';
import { createFormat } from '../../../../../static/src/shared/format';
import { actWords } from '../../../../../static/src/surfaces/admin/audit/auditWords';
import { asked, ok, placeJira, placePage } from '../../../support/bridge';
import { openPage } from '../../../support/render';

// The first page of a file is compiled as it is opened.
configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(30_000);

const SETTINGS: Settings = {
  ...{
    editorGroups: [],
    viewerGroups: [],
    totalsGroups: [],
    estimateFields: [],
    excludedProjects: [],
    objectiveTypes: [],
    objectiveLinks: [],
  },
  ...{ guardrail: null, cadenceDays: 30, responseDays: 14, ownQuotaShare: 0.65 },
};

const line = (id: number, by: string | null, act: AuditLine['act']): AuditLine => ({
  ...{ id, at: '2026-05-18T12:00:00.000Z', by, act },
});

const open = async (lines: readonly AuditLine[], more: Parameters<typeof placePage>[2] = {}) => {
  placePage(
    'alignment-settings',
    {},
    {
      settings: () => ok(SETTINGS),
      auditLog: ({ before }) =>
        before === null ? ok({ lines: [...lines], next: { at: 1, id: 2 } }) : ok({ lines: [], next: null }),
      ...more,
    },
  );
  placeJira({});
  const user = openPage();
  await user.click(await screen.findByRole('tab', { name: 'Audit log' }));
  return { user, region: await screen.findByRole('region', { name: 'Audit log' }) };
};

describe('the audit log', () => {
  it('lists who did what, a former user without a name, and goes on with older lines', async () => {
    const { user, region } = await open([line(3, null, { what: 'links', issues: 57, to: 'OBJ-1' })]);
    const table = await within(region).findByRole('table', { name: 'Audit log' });
    expect(within(table).getByText('Former user')).toBeInTheDocument();
    expect(within(table).getByText('linked 57 issues to OBJ-1')).toBeInTheDocument();
    await user.click(within(region).getByRole('button', { name: 'Show older' }));
    expect(asked.filter(({ call }) => call === 'auditLog').map(({ payload }) => payload)).toEqual([
      { before: null },
      { before: { at: 1, id: 2 } },
    ]);
    expect(within(region).queryByRole('button', { name: 'Show older' })).toBeNull();
  });

  it('says that nothing was done', async () => {
    const { region } = await open([], { auditLog: () => ok({ lines: [], next: null }) });
    expect(await within(region).findByText('Nothing has been done yet')).toBeInTheDocument();
  });

  it('tells every act in words', () => {
    const format = createFormat('en-US', 'UTC');
    const words = (act: AuditLine['act']) => actWords(act, format);
    expect(words({ what: 'links', issues: 1, to: 'RUN' })).toBe('linked 1 issue to Run the business');
    expect(words({ what: 'import', created: 2, changed: 0 })).toBe(
      'imported a strategy file: 2 new objectives, 0 changed',
    );
    expect(words({ what: 'archive', objective: 'OBJ-4' })).toBe('archived OBJ-4');
    expect(words({ what: 'delete', objective: 'OBJ-3' })).toBe('deleted the draft OBJ-3');
    expect(words({ what: 'restore', objective: 'OBJ-4' })).toBe('brought OBJ-4 back from the archive');
    expect(words({ what: 'sync' })).toBe('started another full sync');
    expect(words({ what: 'dropped', resolutions: 1, statuses: null })).toBe(
      'decided what counts as dropped: 1 resolution, statuses by their names',
    );
    expect(
      words({
        what: 'settings',
        changed: [
          { setting: 'guardrail', before: null, after: 0.25 },
          { setting: 'cadenceDays', before: 30, after: 14 },
          { setting: 'editorGroups', before: 1, after: 1 },
        ],
      }),
    ).toBe(
      'changed the settings: guardrail from – to 25%; days between check-ins from 30 to 14; other groups that may edit the strategy',
    );
  });
});
