import { alignmentReport } from '../site/report/alignmentReport';
import { waitingMarks } from '../../src/store/runs/dirtyIssues';
import { siteSettings } from '../../src/settings/siteSettings';
import { applySettings } from '../../src/sync/applySettings';
import { syncState } from '../../src/site/syncState';
import { beginFirstSync, beginSyncAgain, continueFirstSync } from '../../src/sync/firstSync/firstSync';
import { drain } from '../../src/sync/jobs/handlers';
import type { Site } from '../site/site';
import { dataOf, makeWorld, NOW } from '../resolvers/world';
import { ESTIMATE_FIELD, heldFigures, POINTS_FIELD, rightFigures } from './drift/figures';
import { quiet } from './drift/quiet';

jest.setTimeout(120_000);

const MINUTE_MS = 60_000;
const DAY = Math.floor(NOW / 86_400_000);
const LOOK = { window: 90, measure: 'items' } as const;
const MEMBER = { kind: 'user', accountId: 'member' } as const;

/** A site with three stories in WEB and two in a public sandbox, one of them below an epic of WEB. */
const withSandbox = () =>
  makeWorld(({ jira }) => {
    jira.addProject({ key: 'BOX', name: 'Sandbox' });
    jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'E', status: 'In Progress' }, null);
    for (const project of ['WEB', 'WEB', 'BOX']) {
      jira.createIssue({ project, type: 'Story', summary: 'S', status: 'In Progress', storyPoints: 3 }, null);
    }
    jira.createIssue({ project: 'BOX', type: 'Story', summary: 'S', status: 'In Progress', parent: 'WEB-1' }, null);
  });

const excluding = async (site: Site, ...keys: string[]) => {
  const excludedProjects = keys.map((key) => ({ id: site.jira.project(key).id, key, name: key }));
  return decide(site, { excludedProjects });
};

const decide = async (site: Site, changes: Partial<Awaited<ReturnType<typeof siteSettings>>>) =>
  site.runInApp(async () => {
    const before = await siteSettings();
    return applySettings(before, { ...before, ...changes }, site.clock.now());
  });

/** Runs the five-minute schedule once no function can be reading issues the old way. */
const soon = async (site: Site): Promise<void> => {
  site.clock.advance(16 * MINUTE_MS);
  for (let round = 0; round < 2; round += 1) {
    await site.schedule('fiveMinute');
    site.clock.advance(10_000);
    await site.settle();
  }
};

const isInStep = async (site: Site): Promise<void> => {
  const decided = await site.runInApp(siteSettings);
  expect(await heldFigures(site)).toEqual(rightFigures(site, 90, decided));
};

const keys = (site: Site) =>
  site.runInApp(async () => (await alignmentReport({ from: DAY - 89, to: DAY + 2 }, 'items')).unlinked);

test('what an admin leaves out counts nowhere, and comes back when it is taken in again', async () => {
  const { site, onPortfolio } = await withSandbox();
  expect(await keys(site)).toEqual(['BOX-1', 'BOX-2', 'WEB-2', 'WEB-3']);
  await excluding(site, 'BOX');
  await soon(site);
  // Without the story below it in the sandbox, the epic is no longer broken down.
  expect(await keys(site)).toEqual(['WEB-1', 'WEB-2', 'WEB-3']);
  await isInStep(site);
  const portfolio = dataOf(await onPortfolio('member', 'portfolio', LOOK));
  expect(portfolio.effort.unlinked).toBe(3);
  expect(portfolio.projects.map(({ project }) => project?.key)).toEqual(['WEB']);
  await excluding(site);
  await soon(site);
  expect(await keys(site)).toEqual(['BOX-1', 'BOX-2', 'WEB-2', 'WEB-3']);
  await isInStep(site);
  await site.close();
});

test('nothing brings work back that is left out: no event, no look at a page, no reconciliation', async () => {
  const { site, onIssue } = await withSandbox();
  const { jira } = site;
  await excluding(site, 'BOX');
  await soon(site);
  jira.editIssue('BOX-1', { status: 'Done' }, MEMBER);
  jira.createIssue({ project: 'BOX', type: 'Story', summary: 'S' }, MEMBER);
  jira.moveIssue('WEB-2', 'BOX', MEMBER);
  expect(await onIssue('member', 'BOX-1', 'issueAlignment', { measure: 'items' })).toMatchObject({
    ok: false,
    error: { code: 'excluded' },
  });
  await quiet(site);
  expect(await site.runInApp(() => waitingMarks(9))).toEqual([]);
  expect(await keys(site)).toEqual(['WEB-1', 'WEB-3']);
  await isInStep(site);
  await site.close();
});

test('its pages say that it is left out, and only to who may see it', async () => {
  const { site, call, onIssue } = await withSandbox();
  const box = site.jira.project('BOX');
  const web = site.jira.project('WEB');
  await excluding(site, 'BOX', 'WEB');
  const page = (person: 'member' | 'outsider', { id, key }: { id: string; key: string }) =>
    call(person, 'project-alignment', { project: { id, key } }, 'projectAlignment', { ...LOOK, filter: {} });
  expect(await page('member', box)).toMatchObject({ ok: false, error: { code: 'excluded' } });
  expect(await page('outsider', web)).toMatchObject({ ok: false, error: { code: 'notFound' } });
  const tag = { tag: { kind: 'run' }, measure: 'items' } as const;
  expect(await onIssue('member', 'BOX-1', 'tagIssue', tag)).toMatchObject({ ok: false, error: { code: 'excluded' } });
  expect(site.jira.issue('BOX-1').appValues).toEqual({});
  await site.close();
});

test('where an admin chooses other fields for estimates, what has a value in one of them is read again', async () => {
  const { site } = await withSandbox();
  const { jira } = site;
  const estimate = { id: ESTIMATE_FIELD, name: 'Story point estimate' };
  const points = { id: POINTS_FIELD, name: 'Story Points' };
  jira.editIssue('WEB-2', { storyPointEstimate: 8 }, MEMBER);
  await site.settle();
  for (const estimateFields of [[points], [points, estimate], [estimate], []]) {
    await decide(site, { estimateFields });
    await soon(site);
    await isInStep(site);
  }
  await site.close();
});

test('a sync of the whole site keeps nothing of what is left out before or while it runs', async () => {
  const { site } = await withSandbox();
  const { clock } = site;
  clock.advance(MINUTE_MS);
  await site.runInApp(() => beginFirstSync(clock.now()));
  await excluding(site, 'BOX');
  expect(await site.runInApp(() => continueFirstSync(() => clock.now(), Infinity))).toBe('finished');
  await site.runInApp(drain);
  await isInStep(site);
  clock.advance(MINUTE_MS);
  await site.runInApp(() => beginSyncAgain(clock.now()));
  expect(await site.runInApp(() => syncState(clock.now()))).toMatchObject({ again: { done: 0, total: 3 } });
  await soon(site);
  expect(await site.runInApp(() => syncState(clock.now()))).not.toHaveProperty('again');
  await isInStep(site);
  await site.close();
});
