import { screen, within } from '@testing-library/react';
import type { BulkJob } from '../../../../src/contract';
import { jqlFor } from '../../../../static/src/surfaces/project/bulk/chosen';
import { asked, ok, read } from '../../support/bridge';
import { project } from '../../support/samples';
import { lastAsked, open } from './openProject';

const running: BulkJob = {
  id: '17',
  source: 'jql',
  state: 'running',
  to: { kind: 'objective', key: 'OBJ-7' },
  overwrites: false,
  issues: { waiting: 1, done: 1, forbidden: 1 },
  gatheredAt: '2026-05-18T12:00:00.000Z',
  finishedAt: null,
};

const BATCH = { job: '17', editable: 2, tagged: { 'OBJ-1': 1 }, forbidden: 1, notFound: 0, subtask: 0, objective: 1 };

const withBulk = (jobs: BulkJob[] = [], more = {}) => {
  let shown = jobs;
  return open(
    project,
    {
      bulkJobs: () => ok({ jobs: shown, next: null }),
      gatherBulk: () => ok(BATCH),
      startBulk: () => {
        shown = [running];
        return ok({ job: running.id });
      },
      ...more,
    },
    '/?tab=unlinked',
  );
};

const dialog = async () => within(await screen.findByRole('dialog', { name: 'Link many issues' }));

describe('linking many issues', () => {
  it('finds what a JQL matches as the viewer, shows what would become of it, and starts', async () => {
    const user = withBulk();
    await user.click(await screen.findByRole('button', { name: 'Link many issues…' }));
    const shown = await dialog();
    await user.type(shown.getByLabelText(/^JQL/), 'labels = b2b ORDER BY created');
    await user.click(shown.getByRole('button', { name: 'Check' }));
    expect(await shown.findByRole('button', { name: '3 issues: show them in Jira' })).toBeVisible();
    expect(shown.getByText(/2 may be linked \(1 with a link already\)/)).toBeVisible();
    expect(shown.getByText('1 you may not edit')).toBeVisible();
    expect(shown.getByText('1 objectives themselves, and no work: link what is below them')).toBeVisible();
    expect(read.find(({ path }) => path.endsWith('/search/jql'))?.body).toMatchObject({
      jql: 'project = 1 AND (labels = b2b)',
      fields: ['id'],
    });
    expect(lastAsked('gatherBulk')).toEqual({ job: null, source: 'jql', issueIds: ['1', '2', '7'] });

    await user.click(shown.getByRole('combobox'));
    await user.click(await screen.findByRole('option', { name: /Run the business/ }));
    await user.click(shown.getByRole('checkbox', { name: 'Change the 1 that have another link, too' }));
    await user.click(shown.getByRole('button', { name: 'Link 2 issues' }));
    expect(lastAsked('startBulk')).toEqual({ job: '17', to: { kind: 'run' }, overwrites: true });
    expect(await screen.findByText(/^2 of 3 issues done/)).toBeVisible();
  });

  it('does not start what was checked before the JQL changed', async () => {
    const user = withBulk();
    await user.click(await screen.findByRole('button', { name: 'Link many issues…' }));
    const shown = await dialog();
    await user.type(shown.getByLabelText(/^JQL/), 'labels = b2b');
    await user.click(shown.getByRole('button', { name: 'Check' }));
    await shown.findByRole('button', { name: '3 issues: show them in Jira' });
    await user.type(shown.getByLabelText(/^JQL/), ' AND labels = c');
    expect(shown.queryByRole('button', { name: '3 issues: show them in Jira' })).toBeNull();
    expect(shown.getByRole('button', { name: 'Check' })).toBeEnabled();
    expect(asked.some(({ call }) => call === 'startBulk')).toBe(false);
  });

  it('opens each number of a finished job to its issues, and takes the whole back', async () => {
    const finished: BulkJob = {
      ...running,
      state: 'finished',
      issues: { done: 2, forbidden: 1, waiting: 4 },
      finishedAt: '2026-05-18T12:01:00.000Z',
    };
    let shown = finished;
    const user = withBulk([], {
      bulkJobs: () => ok({ jobs: [shown], next: null }),
      bulkAnswers: () => ok({ issues: [{ id: '1' }], next: null }),
      undoBulk: () => {
        shown = { ...finished, state: 'undoing', issues: { undoing: 2 } };
        return ok({ isMore: false });
      },
    });
    const card = within(await screen.findByRole('region', { name: 'Linked to OBJ-7' }));
    expect(card.getByText('4 not reached, as it was ended before')).toBeVisible();
    await user.click(card.getByRole('button', { name: '1 you may not edit: show the issues' }));
    expect(await screen.findByRole('dialog')).toHaveTextContent('WEB-1');
    expect(lastAsked('bulkAnswers')).toEqual({ job: '17', became: 'forbidden', after: null });
    await user.click(screen.getAllByRole('button', { name: /^Close/ }).at(-1)!);
    await user.click(card.getByRole('button', { name: 'Undo: Linked to OBJ-7' }));
    expect(await screen.findByRole('region', { name: 'Taking back links to OBJ-7' })).toBeVisible();
    expect(screen.getByText(/^0 of 2 issues done/)).toBeVisible();
  });
});

describe('a job that was ended while it wrote', () => {
  it('is undone also where it is not known of any issue that Jira took the link, and says so', async () => {
    const ended: BulkJob = {
      ...running,
      state: 'finished',
      issues: { waiting: 4, writing: 3 },
      finishedAt: '2026-05-18T12:01:00.000Z',
    };
    const user = withBulk([ended], { undoBulk: () => ok({ isMore: false }) });
    const card = within(await screen.findByRole('region', { name: 'Linked to OBJ-7' }));
    expect(card.getByText('4 not reached, as it was ended before')).toBeVisible();
    expect(card.getByText('3 begun as it was ended: Undo takes back what Jira has')).toBeVisible();
    await user.click(card.getByRole('button', { name: 'Undo: Linked to OBJ-7' }));
    expect(lastAsked('undoBulk')).toEqual({ job: '17' });
  });
});

describe('earlier links', () => {
  it('are shown on demand and undone as the newest are', async () => {
    const finished: BulkJob = { ...running, state: 'finished', issues: { done: 2 }, finishedAt: running.gatheredAt };
    const older: BulkJob = { ...finished, id: '3', to: { kind: 'objective', key: 'OBJ-1' } };
    const user = withBulk([], {
      bulkJobs: ({ before }: { before: string | null }) =>
        ok(before === null ? { jobs: [finished], next: finished.id } : { jobs: [older], next: null }),
      undoBulk: () => ok({ isMore: false }),
    });
    await screen.findByRole('region', { name: 'Linked to OBJ-7' });
    expect(screen.queryByRole('region', { name: 'Linked to OBJ-1' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Show older links' }));
    await user.click(await screen.findByRole('button', { name: 'Undo: Linked to OBJ-1' }));
    expect(lastAsked('undoBulk')).toEqual({ job: '3' });
    expect(screen.queryByRole('button', { name: 'Show older links' })).toBeNull();
  });
});

describe('a job of which nothing is linked yet', () => {
  it('can be stopped', async () => {
    const user = withBulk([{ ...running, issues: { waiting: 5 } }], { undoBulk: () => ok({ isMore: false }) });
    await user.click(await screen.findByRole('button', { name: 'Stop: Linking to OBJ-7' }));
    expect(lastAsked('undoBulk')).toEqual({ job: '17' });
  });
});

describe('the JQL of what is chosen', () => {
  it('quotes the key of an epic, so that it is no condition', () => {
    expect(jqlFor({ source: 'epic', key: ' WEB-1" OR "x' }, '7')).toBe(
      'project = 7 AND (key = "WEB-1 OR x" OR parent = "WEB-1 OR x")',
    );
  });
});
