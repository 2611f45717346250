import { parse } from 'csv-parse/sync';
import type { AuditPage } from '../../src/contract';
import { AUDIT_DAYS } from '../../src/domain/retention';
import { addAuditLine, forgetAuditLines } from '../../src/store/runs/auditLines';
import { DAY_MS, dataOf, makeWorld, NOW } from './world';

const SETTINGS = 'alignment-settings';

type World = Awaited<ReturnType<typeof makeWorld>>;

const logOf = async ({ call }: World) => dataOf(await call('admin', SETTINGS, {}, 'auditLog', { before: null })).lines;

const withStories = () =>
  makeWorld(({ jira }) => {
    for (const summary of ['A secret', 'Another']) jira.createIssue({ project: 'WEB', type: 'Story', summary }, null);
  });

test('settings, links, imports, archived objectives and syncs leave a line each, newest first, without any text of Jira’s', async () => {
  const world = await withStories();
  const { site, call, onProject, onPortfolio } = world;
  const before = dataOf(await call('admin', SETTINGS, {}, 'settings', {}));
  const project = { id: site.jira.project('WEB').id, key: 'WEB', name: 'Web shop' };
  site.jira.addProject({ key: 'BOX', name: 'Sandbox' });
  const box = { ...project, id: site.jira.project('BOX').id, key: 'BOX', name: 'Sandbox' };
  const tick = () => site.clock.advance(1000);

  await call('admin', SETTINGS, {}, 'saveSettings', { ...before, cadenceDays: 14, excludedProjects: [box] });
  tick();
  const issueIds = ['WEB-1', 'WEB-2'].map((key) => site.jira.issue(key).id);
  await onProject('member', 'linkIssues', { issueIds, to: { kind: 'objective', key: 'OBJ-2' } });
  tick();
  await onPortfolio('editor', 'importStrategy', { csv: 'key,title\nOBJ-1,Renamed\nOBJ-9,New', apply: true });
  tick();
  await onPortfolio('editor', 'archiveObjective', { key: 'OBJ-4', revision: 1, archived: true });
  tick();
  await onPortfolio('editor', 'deleteObjective', { key: 'OBJ-3', revision: 1 });
  tick();
  await call('admin', SETTINGS, {}, 'syncAgain', {});

  const lines = await logOf(world);
  expect(lines.map(({ by, act }) => [by, act])).toEqual([
    ['admin', { what: 'sync' }],
    ['editor', { what: 'delete', objective: 'OBJ-3' }],
    ['editor', { what: 'archive', objective: 'OBJ-4' }],
    ['editor', { what: 'import', created: 1, changed: 1 }],
    ['member', { what: 'links', issues: 2, to: 'OBJ-2' }],
    [
      'admin',
      {
        what: 'settings',
        changed: [
          { setting: 'cadenceDays', before: 30, after: 14 },
          { setting: 'excludedProjects', before: 0, after: 1 },
        ],
      },
    ],
  ]);
  expect(lines.at(-1)?.at).toBe(new Date(NOW).toISOString());
  expect(JSON.stringify(lines)).not.toMatch(/secret|Sandbox|Renamed|The admin/);
  await site.close();
});

test('what changes nothing leaves no line', async () => {
  const world = await withStories();
  const { site, call, onProject, onPortfolio } = world;
  const settings = dataOf(await call('admin', SETTINGS, {}, 'settings', {}));
  await call('admin', SETTINGS, {}, 'saveSettings', settings);
  expect((await call('admin', SETTINGS, {}, 'saveSettings', { ...settings, cadenceDays: 0 })).ok).toBe(false);
  await onPortfolio('editor', 'importStrategy', { csv: 'key,title\nOBJ-9,New', apply: false });
  await onPortfolio('editor', 'importStrategy', { csv: 'key,title\nOBJ-1,Win the market', apply: true });
  await onPortfolio('editor', 'archiveObjective', { key: 'OBJ-4', revision: 1, archived: false });
  const issueIds = [site.jira.issue('WEB-1').id];
  await onProject('reader', 'linkIssues', { issueIds, to: { kind: 'run' } });
  for (let time = 0; time < 2; time += 1) await onProject('member', 'linkIssues', { issueIds, to: { kind: 'run' } });
  expect((await logOf(world)).map(({ act }) => act)).toEqual([{ what: 'links', issues: 1, to: 'RUN' }]);
  await site.close();
});

test('the log is read in pages, and exported as a whole', async () => {
  const world = await makeWorld();
  const { site, call } = world;
  await site.runInApp(async () => {
    // Many at once, so that ids must tell them apart.
    for (let line = 1; line <= 120; line += 1)
      await addAuditLine({ what: 'links', issues: line, to: 'OBJ-1' }, 'member', NOW + Math.floor(line / 70));
  });
  const pages: number[][] = [];
  let before: AuditPage['next'] = null;
  do {
    const page: AuditPage = dataOf(await call('admin', SETTINGS, {}, 'auditLog', { before }));
    pages.push(page.lines.map(({ act }) => (act.what === 'links' ? act.issues : 0)));
    before = page.next;
  } while (before !== null);
  expect(pages.map(({ length }) => length)).toEqual([50, 50, 20]);
  expect(pages.flat()).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
  const { csv } = dataOf(await call('admin', SETTINGS, {}, 'exportAuditLog', {}));
  const rows = parse(csv, { bom: true, columns: true });
  expect(rows).toHaveLength(120);
  expect(rows[0]).toEqual({
    ...{ at: new Date(NOW + 1).toISOString(), account: 'member', act: 'links', facts: 'issues=120 to=OBJ-1' },
  });
  await site.close();
});

test('lines go after two years, and the oldest beyond a number', async () => {
  const world = await makeWorld();
  const { site } = world;
  const before = dataOf(await world.call('admin', SETTINGS, {}, 'settings', {}));
  await world.call('admin', SETTINGS, {}, 'saveSettings', { ...before, guardrail: null });
  await world.call('admin', SETTINGS, {}, 'saveSettings', { ...before, guardrail: 0.5 });
  await site.runInApp(async () => {
    for (let line = 0; line < 5; line += 1) await addAuditLine({ what: 'sync' }, 'admin', NOW + line + 1);
    await forgetAuditLines(0, 3);
  });
  expect((await logOf(world)).map(({ at }) => Date.parse(at) - NOW)).toEqual([5, 4, 3]);
  site.clock.advance((AUDIT_DAYS - 1) * DAY_MS);
  await site.schedule('day');
  expect(await logOf(world)).toHaveLength(3);
  site.clock.advance(2 * DAY_MS);
  await site.schedule('day');
  expect(await logOf(world)).toEqual([]);
  await site.close();
});

test('an erased person’s lines stay, without them', async () => {
  const world = await makeWorld();
  const { site } = world;
  await site.runInApp(() => addAuditLine({ what: 'sync' }, 'editor', NOW));
  site.jira.directory.close('editor', NOW);
  await site.schedule('hour');
  expect((await logOf(world)).map(({ by, act }) => [by, act])).toEqual([[null, { what: 'sync' }]]);
  await site.close();
});
