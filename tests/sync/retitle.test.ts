import { hasTitleUpdates } from '../../src/store/strategy/titleUpdates';
import { importStrategy } from '../strategy/importStrategy';
import { beginFirstSync } from '../../src/sync/firstSync/firstSync';
import { updateTitles } from '../../src/sync/updateTitles';
import { objective } from '../domain/build';
import { SiteClock } from '../site/clock';
import { createSite, type Site } from '../site/site';
import { embeddedEngine } from '../site/platform/sql/engine';
import { type ReusedEngine, reusedEngine } from '../site/platform/sql/reusedEngine';

jest.setTimeout(60_000);

const NOW = Date.UTC(2026, 4, 18, 12);
const FIELD = 'strategic-objective';

let engine: ReusedEngine;
beforeAll(async () => (engine = await reusedEngine(embeddedEngine())));
afterAll(() => engine.close());

/** A site with 250 issues tagged with A, some with B, and some with neither, none of them read. */
const newSite = async (): Promise<Site> => {
  await engine.restore();
  const site = await createSite({ clock: new SiteClock(NOW), engine, openapi: false });
  const { jira } = site;
  jira.addProject({ key: 'WEB', name: 'Web' });
  const create = (type: string, key: string | null, parent: string | null = null) => {
    const appValues = key === null ? {} : { [FIELD]: { key, name: `Title of ${key}` } };
    jira.createIssue({ project: 'WEB', type, summary: 'S', appValues, ...(parent === null ? {} : { parent }) }, null);
  };
  for (let made = 0; made < 249; made += 1) {
    create('Story', 'A');
    if (made % 50 === 0) create('Story', 'B');
    if (made % 50 === 1) create('Story', null);
  }
  // A tag on a sub-task has no effect, but it is shown as well.
  create('Sub-task', 'A', 'WEB-1');
  return site;
};

/** The same site, with all issues read. */
const makeSite = async (): Promise<Site> => {
  const site = await newSite();
  site.install();
  await site.settle();
  await site.runInApp(() => importStrategy([objective('A'), objective('B')]));
  await site.settle();
  return site;
};

const rename = (site: Site, key: string, title: string) =>
  site.runInApp(() => importStrategy([objective(key, { title })]));

/** How often each name occurs on issues tagged with a key. */
const namesOf = ({ jira }: Site, key: string): Record<string, number> => {
  const names: Record<string, number> = {};
  for (const issue of jira.issues.all()) {
    const [value] = Object.values(issue.appValues) as ({ key: string; name: string } | null)[];
    if (value?.key === key) names[value.name] = (names[value.name] ?? 0) + 1;
  }
  return names;
};

test('a new title reaches every issue that carries the objective, and no other', async () => {
  const site = await makeSite();
  await rename(site, 'A', 'New');
  expect(await site.runInApp(hasTitleUpdates)).toBe(true);
  await site.settle();
  expect([namesOf(site, 'A'), namesOf(site, 'B')]).toEqual([{ New: 250 }, { 'Title of B': 5 }]);
  expect(await site.runInApp(hasTitleUpdates)).toBe(false);
});

test('two new titles go through the issues together', async () => {
  const site = await makeSite();
  await site.runInApp(() => importStrategy([objective('A', { title: 'New A' }), objective('B', { title: 'New B' })]));
  site.statements.reset();
  await site.settle();
  expect([namesOf(site, 'A'), namesOf(site, 'B')]).toEqual([{ 'New A': 250 }, { 'New B': 5 }]);
  // Three batches, each at most three calls: one reads, two write.
  expect(site.statements.jira).toBeLessThanOrEqual(9);
});

test('it goes on where it was ended, wherever that is, and where a push was lost', async () => {
  let at = 0;
  for (let ended = true; ended;) {
    at += 1;
    for (const when of ['before', 'after'] as const) {
      const site = await makeSite();
      await rename(site, 'A', 'New');
      site.faults.atStatement(at, { when, what: 'functionEnds' });
      await site.runInApp(() => updateTitles(Date.now, NOW + 1e9)).catch(() => undefined);
      ended = site.faults.statements >= at;
      site.faults.end();
      // The job was pushed when the objective was renamed, and again by the schedule.
      await site.schedule('fiveMinute');
      await site.settle();
      expect({ at, when, names: namesOf(site, 'A') }).toEqual({ at, when, names: { New: 250 } });
      expect(await site.runInApp(hasTitleUpdates)).toBe(false);
    }
  }
  expect(at).toBeGreaterThan(8);
});

test('it stops when its time is over, and is asked for again', async () => {
  const site = await makeSite();
  await rename(site, 'A', 'New');
  expect(await site.runInApp(() => updateTitles(() => 1, 0))).toBe(false);
  expect(namesOf(site, 'A')).toEqual({ New: 100, 'Title of A': 150 });
  await site.schedule('fiveMinute');
  await site.settle();
  expect(namesOf(site, 'A')).toEqual({ New: 250 });
});

test('an issue that was just tagged otherwise, or cleared, keeps that', async () => {
  const site = await makeSite();
  const [cleared, moved] = [site.jira.issue('WEB-3'), site.jira.issue('WEB-5')];
  site.jira.writeAppValue(cleared.id, FIELD, null, { changelog: false, events: false });
  site.jira.writeAppValue(moved.id, FIELD, { key: 'B', name: 'Title of B' }, { changelog: false, events: false });
  await rename(site, 'A', 'New');
  await site.settle();
  expect([namesOf(site, 'A'), namesOf(site, 'B')]).toEqual([{ New: 248 }, { 'Title of B': 6 }]);
});

test('a title that changes while it is brought is brought to all in the end', async () => {
  const site = await makeSite();
  await rename(site, 'A', 'Once');
  await site.runInApp(() => updateTitles(() => 1, 0));
  await rename(site, 'A', 'Twice');
  await site.settle();
  expect(namesOf(site, 'A')).toEqual({ Twice: 250 });
});

test('issues that Jira refuses do not stop the rest, and only their ids are logged', async () => {
  const warned = jest.spyOn(console, 'warn').mockReturnValue();
  const site = await makeSite();
  site.jira.life.archiving = { bulkfetch: true, event: false, updated: false };
  const archived = ['WEB-3', 'WEB-120'].map((key) => Number(site.jira.issue(key).id));
  for (const id of archived) site.jira.life.archiveIssue(String(id));
  site.jira.deleteIssue(site.jira.issue('WEB-5').id);
  await rename(site, 'A', 'New');
  await site.settle();
  expect(namesOf(site, 'A')).toEqual({ New: 247, 'Title of A': 2 });
  expect(warned.mock.calls.map(([line]) => JSON.parse(String(line)) as unknown)).toEqual(
    archived.map((issue) => ({ event: 'tagNotWritten', issue, status: 400 })),
  );
  warned.mockRestore();
});

test('until issues have been read for the first time, it waits', async () => {
  const site = await newSite();
  await site.runInApp(() => beginFirstSync(NOW));
  await rename(site, 'A', 'Title of A');
  await rename(site, 'A', 'New');
  await site.settle();
  expect(namesOf(site, 'A')).toEqual({ 'Title of A': 250 });
  // The schedule resumes the sync, then this.
  await site.schedule('fiveMinute');
  await site.settle();
  await site.schedule('fiveMinute');
  await site.settle();
  expect(namesOf(site, 'A')).toEqual({ New: 250 });
});
