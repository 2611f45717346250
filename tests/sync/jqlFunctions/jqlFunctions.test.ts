import { siteSettings } from '../../../src/settings/siteSettings';
import { applySettings } from '../../../src/sync/applySettings';
import { MINUTE_MS } from '../../../src/domain/time/milliseconds';
import type { CountedWork } from '../../../src/domain/work/countedWork';
import { demoPeople } from '../../site/demo/people';
import { createSite, type Site } from '../../site/site';
import { answered, opened } from '../../insight/openFigures';
import { demoSite } from '../../insight/sites';
import { makeWorld, NOW } from '../../resolvers/world';
import { SiteClock } from '../../site/clock';
import { migrated } from '../../site/platform/sql/migrated';
import type { Portfolio } from '../../../src/contract';

const ADMIN = demoPeople.admin.accountId;

/** The ids that a search finds for a person; the error that they are shown instead. */
const search = async (site: Site, accountId: string, jql: string): Promise<string[] | string> => {
  const request = new Request(new URL('/rest/api/3/search/jql', site.jira.baseUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jql, fields: ['id'], maxResults: 5000 }),
  });
  const response = await site.jira.fetch(request, { kind: 'user', accountId });
  const said = (await response.json()) as { issues?: { id: string }[]; errorMessages?: string[] };
  return said.issues?.map(({ id }) => id).sort() ?? (said.errorMessages ?? []).join();
};

const counting = (of: Partial<CountedWork> & Pick<CountedWork, 'part'>) =>
  ({
    project: null,
    asked: { counted: { standing: null, objective: null, weeks: null, ...of }, window: 90, measure: 'items' },
  }) as const;

const counted = async (site: Site, ...works: Parameters<typeof counting>[0][]): Promise<string[]> => {
  const lists = await Promise.all(works.map((of) => opened(site, ADMIN, counting(of))));
  return lists.flatMap(({ ids }) => ids).sort();
};

const objectivesOf = async (site: Site) =>
  answered<Portfolio>(
    await site.invoke(
      'portfolio',
      { window: 90, measure: 'items' },
      { accountId: ADMIN, moduleKey: 'portfolio', extension: {} },
    ),
  ).objectives.map(({ objective }) => objective);

test('too much work for a function is said, with what to do instead', async () => {
  const { site } = await makeWorld((made) => {
    for (let one = 0; one < 1_001; one += 1)
      made.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'One' }, null);
  });
  const error = await search(site, 'member', 'issue in servesNothing()');
  expect(error).toMatch(/^That is too much work for a JQL function: .* Ask for less/);
  await site.close();
});

test('before the app has read the site a search says so, and finds the work a minute after it has', async () => {
  const site = await createSite({ engine: await migrated(), clock: new SiteClock(NOW) });
  site.jira.addUser({ accountId: 'reader', displayName: 'A reader' });
  site.jira.addProject({ key: 'WEB', name: 'Web shop' });
  const { id } = site.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'One' }, null);
  expect(await search(site, 'reader', 'issue in servesNothing()')).toMatch(/still reading this site/);
  site.install();
  await site.settle();
  site.clock.advance(2 * MINUTE_MS);
  expect(await search(site, 'reader', 'issue in servesNothing()')).toEqual([id]);
  await site.close();
});

test('work in a project that an admin leaves out is not found, also below an epic of another project', async () => {
  const { site } = await makeWorld(({ jira }) => {
    jira.addProject({ key: 'BOX', name: 'Sandbox' });
    jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'E' }, null);
    for (const project of ['WEB', 'WEB', 'BOX'])
      jira.createIssue({ project, type: 'Story', summary: 'S', parent: 'WEB-1' }, null);
  });
  const ids = (...keys: string[]): string[] => keys.map((key) => site.jira.issue(key).id).sort();
  expect(await search(site, 'member', 'issue in servesNothing()')).toEqual(ids('WEB-2', 'WEB-3', 'BOX-1'));
  await site.runInApp(async () => {
    const before = await siteSettings();
    const excludedProjects = [{ id: site.jira.project('BOX').id, key: 'BOX', name: 'Sandbox' }];
    await applySettings(before, { ...before, excludedProjects }, site.clock.now());
  });
  for (let round = 0; round < 3; round += 1) {
    site.clock.advance(30 * MINUTE_MS);
    await site.schedule('fiveMinute');
    await site.schedule('hour');
    await site.settle();
  }
  expect(await search(site, 'member', 'issue in servesNothing()')).toEqual(ids('WEB-2', 'WEB-3'));
  expect(await search(site, 'member', 'issue not in servesNothing()')).toEqual(ids('WEB-1', 'BOX-1'));
  await site.close();
});

let site: Site;
beforeAll(async () => ({ site } = await demoSite()));
afterAll(() => site.close());

test('a search finds the very work that the app counts: what serves an objective, nothing, or a stale one', async () => {
  const objectives = await objectivesOf(site);
  const drafts = objectives.filter(({ status }) => status === 'draft');
  const onDrafts = new Set(
    (
      await Promise.all(drafts.map(({ key }) => counted(site, { part: 'all', objective: { key, below: false } })))
    ).flat(),
  );
  for (const { key, status } of objectives) {
    if (status === 'draft') continue;
    const listed = await counted(site, { part: 'all', objective: { key, below: true } });
    // Which objective a draft is below is not for everybody to know.
    expect(await search(site, ADMIN, `issue in serves("${key}")`)).toEqual(listed.filter((id) => !onDrafts.has(id)));
  }
  expect(onDrafts.size).toBeGreaterThan(0);
  const unlinked = await counted(
    site,
    { part: 'effort', standing: 'unlinked' },
    { part: 'planned', standing: 'unlinked' },
  );
  expect(unlinked.length).toBeGreaterThan(20);
  expect(await search(site, ADMIN, 'issue in servesNothing()')).toEqual(unlinked);
  expect(await search(site, ADMIN, 'key in servesStale()')).toEqual(
    await counted(site, { part: 'open', standing: 'stale' }),
  );
});

test('the others are found by not in, also by NOT, those without a parent too', async () => {
  const all = [...site.jira.issues.all()].map(({ id }) => id);
  const [found, others, negated] = await Promise.all(
    ['issue in servesNothing()', 'issue not in servesNothing()', 'NOT issue in servesNothing()'].map((jql) =>
      search(site, ADMIN, jql),
    ),
  );
  expect([...(found ?? []), ...(others ?? [])].sort()).toEqual(all.sort());
  expect(negated).toEqual(others);
});

test('Jira keeps one answer for everybody, and shows each person only what they may see of it', async () => {
  const person = demoPeople.contractor.accountId;
  const all = await search(site, ADMIN, 'issue in servesNothing()');
  const invocations = site.statements.invocations;
  const seen = await search(site, person, 'issue in servesNothing()');
  expect(site.statements.invocations).toBe(invocations);
  expect(seen).toEqual(
    [...all].filter((id) => site.jira.access.mayFind({ kind: 'user', accountId: person }, site.jira.issue(id))),
  );
  expect(seen.length).toBeLessThan(all.length);
});

test('a draft is answered like an objective that does not exist, and a wrong call by Jira', async () => {
  const draft = (await objectivesOf(site)).find(({ status }) => status === 'draft')?.key ?? '';
  const said = async (key: string) => String(await search(site, ADMIN, `issue in serves("${key}")`)).replace(key, 'X');
  expect(draft).not.toBe('');
  expect(await said(draft)).toBe(await said('NOWHERE'));
  expect(await said(draft)).toMatch(/^There is no objective "X"/);
  expect(await search(site, ADMIN, 'issue in serves()')).toMatch(/arguments/);
  expect(await search(site, ADMIN, 'issue = servesNothing()')).toMatch(/operator/);
  expect(await search(site, ADMIN, 'project in servesNothing()')).toMatch(/field/);
});

test('answers are renewed within the hour, also into an error and back', async () => {
  const [id = ''] = await search(site, ADMIN, 'issue in servesNothing()');
  const { key } = (await objectivesOf(site)).find(({ status }) => status === 'active') ?? { key: '' };
  const servesIt = `issue in serves("${key}")`;
  expect(await search(site, ADMIN, servesIt)).not.toContain(id);
  const context = { accountId: ADMIN, moduleKey: 'project-alignment' };
  const { project } = site.jira.issue(id);
  answered(
    await site.invoke(
      'linkIssues',
      { issueIds: [id], to: { kind: 'objective', key } },
      { ...context, extension: { project: { id: project.id } } },
    ),
  );
  site.clock.advance(60 * MINUTE_MS);
  await site.schedule('hour');
  await site.settle();
  expect(await search(site, ADMIN, 'issue in servesNothing()')).not.toContain(id);
  expect(await search(site, ADMIN, servesIt)).toContain(id);
});
