import { configure, screen, waitFor, within } from '@testing-library/react';
import type { Failure, Operations, SyncProgress } from '../../../../../src/contract';
import { JOBS } from '../../../../../src/domain/failure';
import { csvOf } from '../../../../../static/src/shared/csv/csvFile';
import { duration } from '../../../../../static/src/surfaces/admin/operations/duration';
import { FAILURES_CSV, isJob, whatFailed } from '../../../../../static/src/surfaces/admin/operations/failureWords';
import { isMoving, stateOf } from '../../../../../static/src/surfaces/admin/operations/state';
import { createFormat } from '../../../../../static/src/shared/format';
import { asked, ok, placePage } from '../../../support/bridge';
import { openPage } from '../../../support/render';
import { asDay } from '../../../../domain/days';

// The first page of a file is compiled as it is opened.
configure({ asyncUtilTimeout: 8_000 });
jest.setTimeout(30_000);

const hour = (at: number) => `2026-05-18T${String(at).padStart(2, '0')}:00:00.000Z`;

const calm: Operations = {
  asOf: hour(12),
  sync: { state: 'complete', finishedAt: hour(2) },
  lastSync: { startedAt: hour(0), finishedAt: hour(2), issues: 12_345 },
  syncAgain: { issues: 12_345, points: 12_469, minutes: 120 },
  lag: { waiting: 0, oldest: null, projects: 6, outdated: 0, countedAt: hour(11), titleUpdates: 0 },
  objectives: { stated: 12, issues: 0, most: 2000 },
  setAside: [],
  checks: { hourly: { at: hour(12), found: 0, drift: null }, daily: { at: hour(3), found: 0, drift: null } },
  snapshotDay: asDay('2026-05-18'),
  rate: {
    hour: hour(12),
    spent: 120,
    calls: 20,
    share: 6500,
    limitedUntil: null,
    lastLimit: null,
    hours: Array.from({ length: 12 }, (_, at) => ({ hour: hour(at + 1), points: at === 0 ? 4000 : 10 })),
  },
  failures: [],
};

const progress: SyncProgress = {
  done: 5000,
  total: 12_345,
  startedAt: hour(10),
  waitingUntil: null,
  of: 'issues' as const,
  estimatedEnd: hour(15),
};

const open = async (seen: Operations, more: Parameters<typeof placePage>[2] = {}) => {
  const settings = {
    editorGroups: [],
    viewerGroups: [],
    totalsGroups: [],
    guardrail: null,
    cadenceDays: 30,
    responseDays: 14,
    estimateFields: [],
    excludedProjects: [],
    objectiveTypes: [],
    objectiveLinks: [],
    ownQuotaShare: 0.65,
  };
  placePage(
    'alignment-settings',
    {},
    {
      settings: () => ok(settings),
      settingChoices: () => ok({ numberFields: [], projects: [], issueTypes: [], linkTypes: [] }),
      operations: () => ok(seen),
      ...more,
    },
  );
  const user = openPage();
  await user.click(await screen.findByRole('tab', { name: 'Operations' }));
  await screen.findByRole('region', { name: 'What failed' });
  return user;
};

const card = (name: string) => within(screen.getByRole('region', { name }));

describe('the state in a line', () => {
  const format = createFormat('en-GB', 'UTC');
  const titleOf = (changes: Partial<Operations>) => stateOf({ ...calm, ...changes }, format).title;
  const waitingSince = (oldest: string) => ({ ...calm.lag, waiting: 2, oldest });

  it.each<[string, Partial<Operations>]>([
    ['In step with Jira', {}],
    ['The app has not read this site yet', { sync: { state: 'never' } }],
    ['The app is reading this site for the first time', { sync: { state: 'running', windows: [], ...progress } }],
    ['Jira asked the app to wait', { rate: { ...calm.rate, limitedUntil: hour(13) } }],
    ['The app is catching up with changes', { lag: waitingSince('2026-05-18T11:50:00.000Z') }],
    ['The app is catching up with changes', { lag: { ...calm.lag, outdated: 3 } }],
    ['Figures are 3 hours behind Jira', { lag: waitingSince(hour(9)) }],
    [
      'The hourly check did not come',
      { checks: { ...calm.checks, hourly: { at: '2026-05-18T09:20:00.000Z', found: 0, drift: null } } },
    ],
    [
      'In step with Jira, but for 4 issues and 1 project',
      {
        setAside: [
          { what: 'issue', code: 'jiraMalformed', count: 3 },
          { what: 'issue', code: 'database', count: 1 },
          { what: 'project', code: 'database', count: 1 },
        ],
      },
    ],
  ])('%s', (title, changes) => {
    expect(titleOf(changes)).toBe(title);
  });

  it('moves while something is to come', () => {
    expect(isMoving(calm)).toBe(false);
    expect(isMoving({ ...calm, sync: { ...calm.sync, state: 'complete', finishedAt: hour(2), again: progress } })).toBe(
      true,
    );
    expect(isMoving({ ...calm, lag: waitingSince(hour(11)) })).toBe(true);
  });
});

it('says that there are more objectives than a strategy holds, and what to do', async () => {
  await open({ ...calm, objectives: { stated: 12, issues: 2_150, most: 2_000 } });
  expect(screen.getByText('2,162 objectives are too many')).toBeVisible();
  expect(
    screen.getByText(/^2,150 issues of the types that are named in Settings and 12 stated objectives/),
  ).toBeVisible();
});

it('says nothing of objectives while a strategy holds them', async () => {
  await open({ ...calm, objectives: { stated: 12, issues: 1_988, most: 2_000 } });
  expect(screen.queryByText(/too many/)).not.toBeInTheDocument();
});

it('tells spans of time in words', () => {
  expect([0, 60_000, 5_400_000, 7_200_000, 10_800_000, 172_800_000].map(duration)).toEqual([
    'less than a minute',
    '1 minute',
    '90 minutes',
    '2 hours',
    '3 hours',
    '2 days',
  ]);
});

describe('the operations tab', () => {
  it('says what was found late and repaired, and when', async () => {
    const at = hour(11);
    await open({
      ...calm,
      checks: {
        hourly: { at: hour(12), found: 0, drift: { at, found: 3, repaired: true } },
        daily: { at: hour(3), found: 1, drift: { at: hour(3), found: 1, repaired: false } },
      },
    });
    expect(card('Checks against Jira').getByText(/Jira told us late, or not at all, about 3 issues/)).toHaveTextContent(
      'No difference at 18 May 2026, 14:00. Before that: Jira told us late, or not at all, about 3 issues; we found and repaired them at 18 May 2026, 13:00.',
    );
    expect(card('Checks against Jira').getByText(/differed by 1 issue;/)).toHaveTextContent(
      'we found it at 18 May 2026, 05:00, and are reading it again.',
    );
  });

  it('says of a failure what it means, how often it came, and what finds the log', async () => {
    const failure = { what: 'drain', code: 'database', detail: 'QUERY_TIMED_OUT', reference: 'abc-1' } as const;
    await open({
      ...calm,
      failures: [
        { ...failure, firstAt: hour(9), lastAt: hour(11), times: 14 },
        { ...failure, what: 'portfolio', firstAt: hour(9), lastAt: hour(9), times: 1 },
      ],
    });
    const [job, call] = card('What failed').getAllByRole('listitem');
    expect(job).toHaveTextContent('Reading changed issuesThe app’s own database did not do what it was asked.');
    expect(job).toHaveTextContent('14 times since 18 May 2026, 11:00, last at 18 May 2026, 13:00.');
    expect(job).toHaveTextContent('Code QUERY_TIMED_OUT. Reference abc-1.');
    expect(call).toHaveTextContent('A page’s call “portfolio”');
    expect(call).toHaveTextContent('Once, at 18 May 2026, 11:00.');
  });

  it.each(JOBS)('says of the job “%s” that it is tried again, and of no person that they were told', (what) => {
    const failure = { code: 'internal', detail: null, reference: 'abc-1', firstAt: hour(9), lastAt: hour(9), times: 1 };
    expect(isJob({ what, ...failure } as Failure)).toBe(true);
    expect(whatFailed({ what, ...failure } as Failure)).not.toContain('page');
  });

  it('saves failures as they are shown, with instants that a machine can read', () => {
    const failure = { what: 'tagging', code: 'database', detail: 'QUERY_TIMED_OUT', reference: 'abc-1' } as const;
    const rows = [{ ...failure, firstAt: hour(9), lastAt: hour(11), times: 14 }];
    expect(csvOf(FAILURES_CSV, rows).trim().split('\r\n')).toEqual([
      'what failed,why,code,times,first,last,reference',
      `"Linking many issues, and by rules",The app’s own database did not do what it was asked.,QUERY_TIMED_OUT,14,${hour(9)},${hour(11)},abc-1`,
    ]);
  });

  it('shows how far a sync is, at which rate, and that it waits for points; another cannot be started', async () => {
    const again = { ...progress, waitingUntil: hour(13) };
    await open({ ...calm, sync: { state: 'complete', finishedAt: hour(2), again } });
    const sync = card('Full sync');
    expect(sync.getByText(/of about 12,345 issues read/)).toHaveTextContent('5,000 of about 12,345 issues read, 42 a');
    expect(sync.getByRole('progressbar')).toHaveAccessibleName('Full sync, 41% done');
    expect(sync.getByText(/goes on at 18 May 2026, 15:00/)).toHaveTextContent(
      'It should end around 18 May 2026, 17:00',
    );
    expect(sync.queryByRole('button', { name: 'Sync again' })).toBeNull();
  });

  it('asks before it begins another sync, says what that costs, and shows what the app refuses', async () => {
    const refused = { code: 'conflict', message: 'The site is being read already.', reference: 'r' } as const;
    const user = await open(calm, { syncAgain: () => ({ ok: false, error: refused }) });
    await user.click(screen.getByRole('button', { name: 'Sync again' }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Start another full sync?' }));
    expect(dialog.getByText(/rate points/)).toHaveTextContent(
      'It takes about 2 hours and 12,469 of Jira’s rate points.',
    );
    expect(asked.some(({ call }) => call === 'syncAgain')).toBe(false);
    await user.click(dialog.getByRole('button', { name: 'Start full sync' }));
    expect(await dialog.findByText('The site is being read already.')).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('says why it shows nothing when the app does not answer', async () => {
    placePage(
      'alignment-settings',
      {},
      {
        operations: () => ({
          ok: false,
          error: { code: 'internal', message: 'Something went wrong.', reference: 'r1' },
        }),
      },
    );
    const user = openPage();
    await user.click(await screen.findByRole('tab', { name: 'Operations' }));
    expect(await screen.findByText('Something went wrong.')).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Try again' }).length).toBeGreaterThan(0);
  });
});

test('what is set aside is counted, with the reason and what comes of it in plain words', async () => {
  await open({
    ...calm,
    setAside: [
      { what: 'issue', code: 'jiraMalformed', count: 3 },
      { what: 'project', code: 'database', count: 1 },
      { what: 'search', code: 'jiraBusy', count: 2 },
    ],
  });
  const [issues, projects, searches] = card('Set aside').getAllByRole('listitem');
  expect(within(issues!).getByRole('heading').textContent).toBe('3 issues');
  expect(issues!.textContent).toMatch(/another form than its documentation says.*read again every day/);
  expect(within(projects!).getByRole('heading').textContent).toBe('1 project');
  expect(projects!.textContent).toMatch(/own database did not do.*Their figures stay as they were/);
  expect(within(searches!).getByRole('heading').textContent).toBe('2 unsearchable projects');
  expect(searches!.textContent).toMatch(/fails to search them in Jira.*tried again, and read anew once Jira answers/);
});

test('nothing is said of what is set aside where nothing is', async () => {
  await open(calm);
  expect(screen.queryByRole('region', { name: 'Set aside' })).toBeNull();
});
