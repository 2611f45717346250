import { syncAgain } from '../../../src/sync/firstSync/syncAgain';
import type { Site } from '../../site/site';
import { DAY_MS, makeWorld, NOW } from '../../resolvers/world';

jest.setTimeout(60_000);

const FIELD = 'strategic-objective';
const TAGS = { 'OBJ-1': 'Win the market', 'OBJ-2': 'Superior service', RUN: 'Run the business' };
const MEMBER = { kind: 'user', accountId: 'member' } as const;

const tagged = (key: keyof typeof TAGS | null) => ({
  appValues: { [FIELD]: key === null ? null : { key, name: TAGS[key] } },
});

/** An epic with two stories that were done ten days ago, and two more such stories, one of them tagged. */
const load = ({ jira }: Site): void => {
  const ten = { status: 'Done', created: NOW - 20 * DAY_MS, resolved: NOW - 10 * DAY_MS };
  jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'E', created: NOW - 20 * DAY_MS }, null);
  for (const more of [{ parent: 'WEB-1' }, { parent: 'WEB-1' }, {}, tagged('OBJ-1')])
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', ...ten, ...more }, null);
};

/** Lets the events, and the drain that they ask for, come due. */
const settleLater = async (site: Site): Promise<void> => {
  await site.settle();
  site.clock.advance(10_000);
  await site.settle();
};

test('what is tagged after it was done is told, by a tag of its own, one above it, or another one than before', async () => {
  const { site, page } = await makeWorld(load);
  const late = async () => (await page()).retags.late;
  // As the first sync found it.
  expect(await late()).toEqual({ units: 0, aligned: 0, run: 0, alignmentWithout: 1 / 4 });

  site.jira.editIssue('WEB-1', tagged('OBJ-2'), MEMBER);
  await settleLater(site);
  expect(await late()).toEqual({ units: 2, aligned: 2, run: 0, alignmentWithout: 1 / 4 });

  site.jira.editIssue('WEB-4', tagged('RUN'), MEMBER);
  site.jira.editIssue('WEB-5', tagged('OBJ-2'), MEMBER);
  await settleLater(site);
  // All three aligned ones are late, and what runs the business would be strategic.
  expect(await late()).toEqual({ units: 4, aligned: 3, run: 1, alignmentWithout: 0 });

  // Reading the site again, and the next day, change nothing.
  await site.runInApp(() => syncAgain('admin', site.clock.now()));
  await settleLater(site);
  site.clock.advance(DAY_MS);
  await site.schedule('fiveMinute');
  await settleLater(site);
  expect(await late()).toMatchObject({ units: 4, aligned: 3, run: 1 });

  // Cleared, it is unlinked; reopened, it is no longer done; done again, it was tagged before.
  site.jira.editIssue('WEB-5', tagged(null), MEMBER);
  site.jira.editIssue('WEB-4', { status: 'In Progress' }, MEMBER);
  await settleLater(site);
  expect(await late()).toMatchObject({ units: 2, aligned: 2, run: 0 });
  site.jira.editIssue('WEB-4', { status: 'Done' }, MEMBER);
  await settleLater(site);
  expect(await late()).toMatchObject({ units: 2, aligned: 2, run: 0 });
  await site.close();
});

test('what is done and tagged just before midnight is in time, whenever the app hears of it', async () => {
  const { site, page } = await makeWorld(({ jira }) => {
    jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
  });
  site.clock.advance(DAY_MS / 2 - 60_000);
  site.eventDelayMs = 180_000;
  site.jira.editIssue('WEB-1', { status: 'Done' }, MEMBER);
  site.jira.editIssue('WEB-1', tagged('OBJ-2'), MEMBER);
  site.clock.advance(240_000);
  await settleLater(site);
  const { effort, retags } = await page();
  expect([effort.aligned, retags.late.units]).toEqual([1, 0]);
  await site.close();
});
