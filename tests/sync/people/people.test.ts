import { z } from 'zod';
import { accountIds } from '../../../src/store/work/accounts';
import { peopleServing } from '../../../src/store/blocks/people';
import { knownTagIds } from '../../../src/store/strategy/objectives';
import { projectIds } from '../../../src/store/work/projects';
import { reportPeople } from '../../../src/sync/people/reportPeople';
import { walkPeople } from '../../../src/sync/people/walkPeople';
import { DAY_MS, dataOf, makeWorld, NOW } from '../../resolvers/world';
import { REPORT_PATH } from '../../site/platform/forge/personalData';
import type { SqlEngine } from '../../site/platform/sql/engine';
import type { Site } from '../../site/site';

const FIELD = 'strategic-objective';
const MEMBER = { kind: 'user', accountId: 'member' } as const;
const OBJ_2 = { [FIELD]: { key: 'OBJ-2', name: 'Superior service' } };
const HOUR_MS = 3_600_000;

beforeEach(() => {
  jest.spyOn(console, 'error').mockReturnValue();
  jest.spyOn(console, 'warn').mockReturnValue();
});

const rows = z.array(z.record(z.string(), z.unknown()));

/** A world whose database can be looked into, with a story of `member` and one of `owner`, both in progress. */
const peopled = async (load: (site: Site) => void = () => undefined) => {
  const engines: SqlEngine[] = [];
  const world = await makeWorld(
    (site) => {
      for (const assignee of ['member', 'owner'])
        site.jira.createIssue(
          { project: 'WEB', type: 'Story', summary: 'S', assignee, status: 'In Progress', appValues: OBJ_2 },
          null,
        );
      load(site);
    },
    (engine) => {
      engines.push(engine);
      return engine;
    },
  );
  const select = async (query: string) => rows.parse((await engines[0]?.execute(query, []))?.rows);
  return { ...world, select, reports: reportsOf(world.site) };
};

/** The accounts of each report from now on. */
const reportsOf = (site: Site): string[][] => {
  const reports: string[][] = [];
  const sent = z.object({ accounts: z.array(z.object({ accountId: z.string() })) });
  site.faults.answer = (request, body) => {
    if (new URL(request.url).pathname === REPORT_PATH)
      reports.push(sent.parse(JSON.parse(body)).accounts.map(({ accountId }) => accountId));
    return null;
  };
  return reports;
};

/** Delivers events, and what they ask for. */
const settle = async (site: Site): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    await site.settle();
    site.clock.advance(10_000);
  }
};

/** An hour passes, with its schedule and what comes of it. */
const anHour = async (site: Site): Promise<void> => {
  await settle(site);
  site.clock.advance(HOUR_MS);
  await site.schedule('hour');
  await settle(site);
  await site.schedule('fiveMinute');
  await settle(site);
};

const days = async (site: Site, count: number): Promise<void> => {
  site.clock.advance(count * DAY_MS);
  await anHour(site);
};

/** Every table that holds a text, with where this account id stands in it. */
const tablesWith = async (select: (query: string) => Promise<Record<string, unknown>[]>, account: string) => {
  const found: string[] = [];
  for (const { name } of await select("SELECT name FROM sqlite_master WHERE type = 'table'")) {
    if (String(name).startsWith('sqlite_')) continue;
    const held = (await select(`SELECT * FROM ${String(name)}`)).flatMap((row) => Object.values(row));
    if (held.some((value) => value === account || String(value).includes(`"${account}"`))) found.push(String(name));
  }
  return found;
};

const peopleOf = (site: Site) =>
  site.runInApp(async () => {
    const served = await knownTagIds(['OBJ-2']);
    return peopleServing({ objectives: ['OBJ-2'], served, days: 90, projects: await projectIds() });
  });

test('every stored account is reported within the hour, and again once a week', async () => {
  const { site, reports, select } = await peopled();
  const stored = async () =>
    (await select('SELECT account_id FROM account')).map(({ account_id }) => account_id).sort();
  await anHour(site);
  expect(reports.map((accounts) => accounts.sort())).toEqual([await stored()]);
  await anHour(site);
  await days(site, 6);
  expect(reports).toHaveLength(1);
  site.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', assignee: 'reader' }, MEMBER);
  await anHour(site);
  expect(reports.slice(1)).toEqual([['reader']]);
  await days(site, 1);
  expect(reports.slice(2).flat().sort()).toEqual((await stored()).filter((account) => account !== 'reader'));
  await site.close();
});

test('at most 90 accounts are reported in a call; after a refusal the rest are reported an hour later', async () => {
  const { site, select } = await peopled();
  await site.runInApp(() => accountIds(Array.from({ length: 200 }, (_, index) => `person-${index}`)));
  let calls = 0;
  site.faults.answer = (request) => {
    if (!request.url.endsWith(REPORT_PATH)) return null;
    calls += 1;
    return calls === 2 ? new Response('{}', { status: 429 }) : null;
  };
  const unreported = async () =>
    Number((await select('SELECT COUNT(*) AS n FROM account WHERE reported_at = 0'))[0]?.n);
  const all = await unreported();
  await anHour(site);
  expect(await unreported()).toBe(all - 90);
  await anHour(site);
  expect([await unreported(), calls]).toEqual([0, 4]);
  await site.close();
});

test('a closed account is erased everywhere, its work counts for nobody, and nothing brings it back', async () => {
  const { site, onPortfolio, reports, select } = await peopled();
  const saved = await onPortfolio('owner', 'checkIn', {
    ...{ objective: 'OBJ-2', day: NOW / DAY_MS - 0.5, note: 'On its way', decision: null },
    ...{ health: 'onTrack' as const, values: [] },
  });
  expect(saved.ok).toBe(true);
  await anHour(site);
  expect(await tablesWith(select, 'owner')).toEqual(['account']);
  expect(await peopleOf(site)).toMatchObject([
    { accountId: 'member', units: 1 },
    { accountId: 'owner', units: 1 },
  ]);

  site.jira.directory.close('owner', site.clock.now());
  await days(site, 7);
  expect(reports.at(-1)).toContain('owner');
  expect(await tablesWith(select, 'owner')).toEqual([]);
  expect(await peopleOf(site)).toMatchObject([{ accountId: 'member', units: 1 }]);
  expect(await select('SELECT COUNT(*) AS n FROM work_item WHERE assignee IS NULL')).toEqual([{ n: 1 }]);
  expect(await select('SELECT person_units FROM block WHERE serves <> 0')).not.toEqual([]);

  // Its issue changes, and is read again: by the event, by a look at its page, and with the whole site.
  site.jira.editIssue('WEB-2', { status: 'Done' }, MEMBER);
  await anHour(site);
  site.jira.editIssue('WEB-2', { storyPoints: 3 }, MEMBER);
  const look = dataOf(await onPortfolio('admin', 'objectiveDetail', { ...LOOK, key: 'OBJ-2' }));
  // One person is counted and not named.
  expect(look).toMatchObject({ people: [], peopleTotal: 1 });
  await site.invoke('syncAgain', {}, { accountId: 'admin', moduleKey: 'alignment-settings', extension: {} });
  await site.settle();
  await days(site, 7);
  expect(await tablesWith(select, 'owner')).toEqual([]);
  const portfolio = dataOf(await onPortfolio('admin', 'portfolio', LOOK));
  expect(JSON.stringify(portfolio)).not.toContain('"owner":"owner"');
  await site.close();
});

const LOOK = { window: 90, measure: 'items' } as const;

test('a deactivated person stays on their work; one whom the app first meets inactive is not stored', async () => {
  const { site, select } = await peopled();
  await anHour(site);
  site.jira.directory.deactivate('owner', site.clock.now());
  site.jira.directory.deactivate('reader', site.clock.now());
  site.jira.editIssue('WEB-1', { assignee: 'reader' }, MEMBER);
  site.jira.editIssue('WEB-2', { storyPoints: 5 }, MEMBER);
  await days(site, 8);
  expect(await peopleOf(site)).toMatchObject([{ accountId: 'owner', units: 1 }]);
  expect(await tablesWith(select, 'reader')).toEqual([]);
  // What Jira answers of a deleted user whose record is corrupted is no person.
  site.faults.distort = (_, text) => text.replaceAll('"accountId":"member"', '"accountId":"unknown"');
  site.jira.editIssue('WEB-1', { assignee: 'member' }, MEMBER);
  await anHour(site);
  expect(await tablesWith(select, 'unknown')).toEqual([]);
  await site.close();
});

test('an account whose data was updated is up to date again with the report: nothing but its id is stored', async () => {
  const { site, select } = await peopled();
  await anHour(site);
  const updatedAt = async () =>
    Number((await select("SELECT updated_at FROM account WHERE account_id = 'owner'"))[0]?.updated_at);
  const before = await updatedAt();
  site.jira.directory.rename('owner', 'Another name', site.clock.now());
  await days(site, 7);
  expect(await updatedAt()).toBeGreaterThan(before + 6 * DAY_MS);
  expect(await peopleOf(site)).toHaveLength(2);
  await site.close();
});

test('an account that nothing names any more is deleted within five weeks; one that comes back into use stays', async () => {
  const { site, select } = await peopled((site) => {
    site.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', assignee: 'reader' }, null);
    site.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', assignee: 'editor' }, null);
  });
  for (const key of ['WEB-3', 'WEB-4']) site.jira.editIssue(key, { assignee: 'member' }, MEMBER);
  const stored = async () =>
    (await select('SELECT account_id FROM account ORDER BY account_id')).map((row) => row.account_id);
  for (let week = 0; week < 3; week += 1) await days(site, 7);
  expect(await stored()).toEqual(['editor', 'member', 'owner', 'reader']);
  site.jira.editIssue('WEB-4', { assignee: 'editor' }, MEMBER);
  for (let week = 0; week < 2; week += 1) await days(site, 7);
  expect(await stored()).toEqual(['editor', 'member', 'owner']);
  await site.close();
});

test('who linked an issue stays known for as long as that is told, and is erased like everybody', async () => {
  const { site, select, onIssue, panel } = await peopled();
  const tag = { kind: 'objective', key: 'OBJ-1' } as const;
  dataOf(await onIssue('member', 'WEB-2', 'tagIssue', { tag, measure: 'items' }));
  site.jira.editIssue('WEB-1', { assignee: 'owner' }, MEMBER);
  for (let week = 0; week < 6; week += 1) await days(site, 7);
  const origin = async () => (await panel('WEB-2', 'reader')).provenance;
  expect(await origin()).toMatchObject({ origin: { how: 'person', by: 'member' } });
  site.jira.directory.close('member', site.clock.now());
  await days(site, 8);
  expect(await tablesWith(select, 'member')).toEqual([]);
  expect(await origin()).toMatchObject({ origin: { how: 'person', by: null } });
  await site.close();
});

/** What the hourly schedule does of it. */
const report = async (): Promise<void> => {
  await reportPeople(Date.now);
  await walkPeople(Date.now, Infinity);
};

test('wherever the job is ended, at the latest the next walk leaves nothing of an erased person', async () => {
  for (let at = 1, ended = false; !ended; at += 1) {
    const { site, select } = await peopled();
    await anHour(site);
    site.jira.directory.close('owner', site.clock.now());
    site.clock.advance(7 * DAY_MS);
    site.faults.atStatement(at, { when: 'after', what: 'functionEnds' });
    await site.runInApp(report).catch(() => undefined);
    ended = site.faults.statements < at;
    site.faults.disarm();
    await days(site, 1);
    await days(site, 7);
    expect(await tablesWith(select, 'owner')).toEqual([]);
    expect(await peopleOf(site)).toHaveLength(1);
    expect(await select('SELECT COUNT(*) AS n FROM work_item WHERE assignee IS NULL')).toEqual([{ n: 1 }]);
    await site.close();
  }
}, 120_000);
