import { findWorkItems } from '../../../src/store/work/findWorkItems';
import { syncState } from '../../../src/site/syncState';
import { makeWorld } from '../../resolvers/world';
import { SiteClock } from '../../site/clock';
import { createSite, type Site } from '../../site/site';
import { migrated } from '../../site/platform/sql/migrated';
import { heldFigures, rightFigures } from '../drift/figures';

jest.setTimeout(60_000);
// The app logs what it could not write to an issue that is gone.
beforeEach(() => jest.spyOn(console, 'warn').mockReturnValue());

const FIELD = 'strategic-objective';
const OBJ_2 = { key: 'OBJ-2', name: 'Superior service' };
const MEMBER = { kind: 'user', accountId: 'member' } as const;
const MINUTE_MS = 60_000;

/** Two projects: an epic with a tag in one, and stories below it in both. */
const load = ({ jira }: Site): void => {
  jira.addProject({ key: 'POS', name: 'Tills' });
  jira.createIssue({ project: 'POS', type: 'Epic', summary: 'E', appValues: { [FIELD]: OBJ_2 } }, null);
  for (const project of ['WEB', 'POS'])
    for (let made = 0; made < 3; made += 1)
      jira.createIssue({ project, type: 'Story', summary: 'S', parent: 'POS-1' }, null);
  jira.createIssue({ project: 'POS', type: 'Sub-task', summary: 'T', parent: 'POS-2' }, null);
};

/** Lets the events, and the jobs that they ask for, come due. */
const settleLater = async (site: Site): Promise<void> => {
  for (let round = 0; round < 3; round += 1) {
    await site.settle();
    site.clock.advance(10_000);
  }
};

const hourLater = async (site: Site): Promise<void> => {
  site.clock.advance(60 * MINUTE_MS);
  await site.schedule('hour');
  await settleLater(site);
  await site.schedule('fiveMinute');
};

const isInStep = async (site: Site): Promise<void> => expect(await heldFigures(site)).toEqual(rightFigures(site));

const holds = (site: Site, key: string): Promise<boolean> =>
  site.runInApp(async () => (await findWorkItems([Number(site.jira.issue(key).id)])).length > 0);

const bulkFetches = (site: Site): string[] => {
  const asked: string[] = [];
  site.faults.answer = ({ url }) => {
    if (url.endsWith('/issue/bulkfetch')) asked.push(url);
    return null;
  };
  return asked;
};

describe.each(['archive', 'trash'] as const)('a project goes to the %s', (where) => {
  const goes = ({ jira: { life } }: Site) =>
    where === 'archive' ? life.archiveProject('POS') : life.trashProject('POS');

  test.each([true, false])('and comes back; its event comes: %s', async (event) => {
    const { site, panel } = await makeWorld(load);
    if (!event) site.faults.deliveries = () => [];
    goes(site);
    await settleLater(site);
    if (event) await site.schedule('fiveMinute');
    else await hourLater(site);
    expect(await holds(site, 'POS-2')).toBe(false);
    expect((await panel('WEB-1')).serves).toEqual({ kind: 'none' });
    await isInStep(site);

    site.jira.life.restoreProject('POS');
    await settleLater(site);
    if (event) await site.schedule('fiveMinute');
    else await hourLater(site);
    await settleLater(site);
    await site.schedule('fiveMinute');
    expect(await holds(site, 'POS-2')).toBe(true);
    expect((await panel('WEB-1')).serves).toMatchObject({ kind: 'objective' });
    await isInStep(site);
    await site.close();
  });

  test('and stays away, although somebody looks at one of its issues or an event of it comes late', async () => {
    const { site, panel } = await makeWorld(load);
    site.eventDelayMs = 3 * MINUTE_MS;
    site.jira.editIssue('POS-2', { status: 'In Progress' }, MEMBER);
    goes(site);
    await hourLater(site);
    await panel('POS-2').catch(() => undefined);
    await settleLater(site);
    await site.schedule('fiveMinute');
    expect(await holds(site, 'POS-2')).toBe(false);
    await isInStep(site);
    await site.close();
  });
});

test('the work of a project that is gone is removed without asking Jira for each issue', async () => {
  const { site } = await makeWorld(load);
  // The titles of its strategy reach the issues first.
  await site.schedule('fiveMinute');
  await settleLater(site);
  const asked = bulkFetches(site);
  site.jira.life.archiveProject('POS');
  await settleLater(site);
  await site.schedule('fiveMinute');
  expect(asked).toEqual([]);
  await isInStep(site);
  await site.close();
});

test('a project that is deleted takes its issues along, and what stays behind loses its parent', async () => {
  const { site, page } = await makeWorld(load);
  site.faults.deliveries = () => [];
  site.jira.life.deleteProject('POS');
  await hourLater(site);
  expect((await page()).basis.unknownParents).toBe(0);
  await isInStep(site);
  await site.close();
});

test('a project that is restored before all of its work was removed is read anew', async () => {
  const { site } = await makeWorld(load);
  site.jira.life.archiveProject('POS');
  await settleLater(site);
  // The five minutes end in the middle of it.
  for (let at = 1; ; at += 1) {
    site.faults.atStatement(at, { when: 'after', what: 'functionEnds' });
    await site.schedule('fiveMinute').catch(() => undefined);
    site.faults.disarm();
    if (!(await holds(site, 'POS-2'))) break;
  }
  site.jira.life.restoreProject('POS');
  await hourLater(site);
  expect(await holds(site, 'POS-2')).toBe(true);
  await isInStep(site);
  await site.close();
});

const switches = [true, false].flatMap((bulkfetch) =>
  [true, false].flatMap((event) => [true, false].map((updated) => ({ bulkfetch, event, updated }))),
);

test.each(switches)(
  'a single issue that is archived is out within the hour, and back when restored: %p',
  async (as) => {
    const { site } = await makeWorld(load);
    site.jira.life.archiving = as;
    site.clock.advance(60 * MINUTE_MS);
    site.jira.life.archiveIssue('POS-2');
    await settleLater(site);
    await hourLater(site);
    // A sub-task goes with its parent.
    expect([await holds(site, 'POS-2'), await holds(site, 'POS-5')]).toEqual([false, false]);
    await isInStep(site);

    // One is archived for the one restored: counts reveal nothing.
    site.jira.life.archiveIssue('POS-2', false);
    site.jira.life.archiveIssue('POS-3');
    site.jira.life.archiveIssue('POS-4');
    await settleLater(site);
    await hourLater(site);
    expect([await holds(site, 'POS-2'), await holds(site, 'POS-5'), await holds(site, 'POS-3')]).toEqual([
      true,
      true,
      false,
    ]);
    await isInStep(site);
    await site.close();
  },
);

test('in a project too large to be compared in an hour, a single issue that is archived is out within it, and back when restored', async () => {
  const days = 300;
  const { site } = await makeWorld(({ jira }) => {
    // A site's upkeep may spend 5,850 points of this, and a tenth of those on comparing ids.
    jira.rates.quota = { points: 65_000, own: false };
    for (const key of ['BIG', 'WEB'])
      for (let made = 0; made < 1500; made += 1) {
        if (key === 'BIG' && made === 0) jira.addProject({ key, name: key });
        const created = Date.UTC(2025, 1, 1) + (made % days) * 86_400_000;
        jira.createIssue({ project: key, type: 'Story', summary: 'S', created }, null);
      }
  });
  site.jira.life.archiving = { bulkfetch: true, event: false, updated: false };
  for (const [archived, key] of [
    [true, 'BIG-1'],
    [true, 'WEB-1400'],
    [false, 'WEB-1400'],
    [false, 'BIG-1'],
  ] as const) {
    site.clock.advance(60 * MINUTE_MS);
    site.jira.life.archiveIssue(key, archived);
    await hourLater(site);
    expect(await holds(site, key)).toBe(!archived);
  }
  await isInStep(site);
  await site.close();
});

test('an archived issue stays out when somebody opens it by a link', async () => {
  const { site, panel } = await makeWorld(load);
  site.jira.life.archiving = { bulkfetch: true, event: false, updated: false };
  site.clock.advance(60 * MINUTE_MS);
  site.jira.life.archiveIssue('WEB-1');
  await hourLater(site);
  await panel('WEB-1').catch(() => undefined);
  expect(await holds(site, 'WEB-1')).toBe(false);
  await isInStep(site);
  await site.close();
});

test('a new project is found within the hour and its issues read, though an import sends no event', async () => {
  const { site } = await makeWorld(load);
  site.jira.addProject({ key: 'NEW', name: 'New' });
  for (let made = 0; made < 250; made += 1)
    site.jira.createIssue({ project: 'NEW', type: 'Story', summary: 'S', created: Date.UTC(2020, 1, 1) }, null);
  await hourLater(site);
  expect(await holds(site, 'NEW-250')).toBe(true);
  await isInStep(site);
  await site.close();
});

test('an issue of a project that was just made counts as soon as its event is there, and the rest within the hour', async () => {
  const { site } = await makeWorld(load);
  site.jira.addProject({ key: 'NEW', name: 'New' });
  site.jira.createIssue({ project: 'NEW', type: 'Story', summary: 'S' }, null);
  site.jira.createIssue({ project: 'NEW', type: 'Story', summary: 'S' }, MEMBER);
  await settleLater(site);
  expect([await holds(site, 'NEW-1'), await holds(site, 'NEW-2')]).toEqual([false, true]);
  await hourLater(site);
  await isInStep(site);
  await site.close();
});

describe('an app that is told that it is installed before it has its permissions', () => {
  const install = async (prepare: (site: Site) => void): Promise<Site> => {
    const site = await createSite({ engine: await migrated(), clock: new SiteClock(Date.UTC(2026, 4, 18, 12)) });
    for (const key of ['WEB', 'POS']) {
      site.jira.addProject({ key, name: key });
      site.jira.createIssue({ project: key, type: 'Story', summary: 'S' }, null);
    }
    prepare(site);
    site.install();
    await settleLater(site).catch(() => undefined);
    return site;
  };
  const state = async (site: Site) => (await site.runInApp(() => syncState(site.clock.now()))).state;
  const hide = ({ jira }: Site, ...keys: string[]) =>
    keys.forEach((key) => jira.setPermissions(key, jira.appUser.accountId, 'none'));
  const show = ({ jira }: Site, ...keys: string[]) =>
    keys.forEach((key) => jira.setPermissions(key, jira.appUser.accountId, 'admin'));

  test('and sees no project has not read the site, and tries again until it has', async () => {
    const site = await install((made) => hide(made, 'WEB', 'POS'));
    expect(await state(site)).toBe('never');
    await site.schedule('fiveMinute');
    await settleLater(site);
    expect(await state(site)).toBe('never');
    show(site, 'WEB', 'POS');
    await site.schedule('fiveMinute');
    await settleLater(site);
    expect(await state(site)).toBe('complete');
    await isInStep(site);
    await site.close();
  });

  test.each([401, 403])('and is refused with %i tries again', async (status) => {
    const site = await install((made) => {
      made.faults.answer = () => new Response('{}', { status });
    });
    expect(await state(site)).toBe('never');
    site.faults.end();
    await site.schedule('fiveMinute');
    await settleLater(site);
    expect(await state(site)).toBe('complete');
    await isInStep(site);
    await site.close();
  });

  test('and sees some of the projects reads the others within the hour', async () => {
    const site = await install((made) => hide(made, 'POS'));
    expect(await state(site)).toBe('complete');
    show(site, 'POS');
    await hourLater(site);
    expect(await holds(site, 'POS-1')).toBe(true);
    await isInStep(site);
    await site.close();
  });
});
