import { findWorkItems } from '../../../src/store/work/findWorkItems';
import { drain } from '../../../src/sync/jobs/handlers';
import { writeItems } from '../../../src/sync/follow/writeItems';
import { noteConfigurationChange } from '../../../src/sync/compare/configurationChange';
import { asApp } from '../../../src/site/rateBudget';
import { siteReading } from '../../../src/site/siteReading';
import { fetchIssues } from '../../../src/jira/issues';
import { countingFields } from '../../../src/jira/fields';
import { toWorkItem } from '../../../src/jira/toWorkItem';
import { makeWorld } from '../../resolvers/world';
import type { Site } from '../../site/site';
import { heldFigures, rightFigures } from '../drift/figures';

jest.setTimeout(60_000);

const FIELD = 'strategic-objective';
const OBJ_2 = { key: 'OBJ-2', name: 'Superior service' };
const QUARTER_MS = 15 * 60_000;

/** An epic with a tag, and below it stories of each outcome, resolved in two ways. */
const load = ({ jira }: Site): void => {
  jira.createIssue({ project: 'WEB', type: 'Epic', summary: 'E', appValues: { [FIELD]: OBJ_2 } }, null);
  const story = { project: 'WEB', type: 'Story', summary: 'S', parent: 'WEB-1' };
  jira.createIssue(story, null);
  jira.createIssue({ ...story, status: 'In Progress' }, null);
  jira.createIssue({ ...story, status: 'Done' }, null);
  jira.createIssue({ ...story, status: 'Done', resolution: "Won't Do" }, null);
};

/** The hourly schedule notices, the five-minute schedule counts again. */
const hourLater = async (site: Site): Promise<void> => {
  await site.schedule('hour');
  await site.schedule('fiveMinute');
};

const isInStep = async (site: Site): Promise<void> => expect(await heldFigures(site)).toEqual(rightFigures(site));

const outcomes = (site: Site) =>
  site.runInApp(async () =>
    (await findWorkItems([...site.jira.issues.all()].map(({ id }) => Number(id)))).map(({ outcome }) => outcome),
  );

test('a status that an admin moves to another category is noticed within the hour, and no issue is read for it', async () => {
  const { site, page } = await makeWorld(load);
  const { catalogue } = site.jira;
  catalogue.moveStatus(catalogue.status('To Do')!, 'done');
  const asked: string[] = [];
  site.faults.answer = ({ url }) => (asked.push(new URL(url).pathname), null);
  await hourLater(site);
  expect(asked.filter((path) => /bulkfetch/.test(path))).toEqual([]);
  expect(await outcomes(site)).toEqual(['done', 'done', 'doing', 'done', 'dropped']);
  // Open work has a day in case its status turns out to mean done.
  expect((await page()).basis).toMatchObject({ undated: 0 });
  await isInStep(site);
  catalogue.moveStatus(catalogue.status('To Do')!, 'new');
  await hourLater(site);
  expect(await outcomes(site)).toEqual(['todo', 'todo', 'doing', 'done', 'dropped']);
  await isInStep(site);
  await site.close();
});

test('a resolution that gets a name which means dropped, or loses it, counts so within the hour', async () => {
  const { site } = await makeWorld(load);
  const { resolutions } = site.jira.catalogue;
  resolutions.rename(resolutions.named("Won't Do"), 'Shipped');
  resolutions.rename(resolutions.named('Done'), 'Obsolete');
  await hourLater(site);
  expect(await outcomes(site)).toEqual(['todo', 'todo', 'doing', 'dropped', 'done']);
  await isInStep(site);
  await site.close();
});

test('a status that gets another category means dropped there by its name', async () => {
  const { site } = await makeWorld((made) => {
    load(made);
    made.jira.catalogue.addStatus('Cancelled', 'new');
    made.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', status: 'Cancelled' }, null);
  });
  expect((await outcomes(site))[5]).toBe('todo');
  site.jira.catalogue.moveStatus(site.jira.catalogue.status('Cancelled')!, 'done');
  await hourLater(site);
  expect((await outcomes(site))[5]).toBe('dropped');
  await isInStep(site);
  await site.close();
});

test('a type that gets another level takes its tag to what is below, or away from it', async () => {
  const { site, panel } = await makeWorld(load);
  site.jira.catalogue.addIssueType('Epic', -1);
  await hourLater(site);
  expect((await panel('WEB-2')).serves).toEqual({ kind: 'none' });
  await isInStep(site);
  site.jira.catalogue.addIssueType('Epic', 2);
  await hourLater(site);
  expect((await panel('WEB-2')).serves).toMatchObject({ kind: 'objective' });
  await isInStep(site);
  await site.close();
});

test('what a function had read before the change and writes after it is counted again once none can be under way', async () => {
  const { site } = await makeWorld(load);
  const id = Number(site.jira.issue('WEB-2').id);
  const before = await site.runInApp(async () => {
    const reading = await siteReading();
    return (await fetchIssues(asApp('events'), [id], countingFields(reading.fields))).map((issue) =>
      toWorkItem(issue, reading),
    );
  });
  site.jira.catalogue.moveStatus(site.jira.catalogue.status('To Do')!, 'indeterminate');
  await hourLater(site);
  await site.runInApp(() => writeItems(before));
  expect((await outcomes(site))[1]).toBe('todo');
  site.clock.advance(QUARTER_MS);
  await site.schedule('fiveMinute');
  expect((await outcomes(site))[1]).toBe('doing');
  await isInStep(site);
  await site.close();
});

test('what Jira lists no longer keeps its meaning: a site that shows the app nothing for an hour changes no figure', async () => {
  const { site } = await makeWorld(load);
  site.faults.answer = ({ url }) => (/\/(status|issuetype)$/.test(new URL(url).pathname) ? Response.json([]) : null);
  await site.schedule('hour');
  site.faults.end();
  await hourLater(site);
  expect(await outcomes(site)).toEqual(['todo', 'todo', 'doing', 'done', 'dropped']);
  await isInStep(site);
  await site.close();
});

test('thousands of issues are gone through a stretch at a time, and wherever that is cut short it goes on', async () => {
  const { site } = await makeWorld((made) => {
    for (let story = 0; story < 2300; story += 1)
      made.jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S' }, null);
  });
  const { catalogue } = site.jira;
  const cutShort = async (at: number, category: 'new' | 'done') => {
    catalogue.moveStatus(catalogue.status('To Do')!, category);
    site.clock.advance(1);
    await site.runInApp(() => noteConfigurationChange(site.clock.now()));
    site.faults.atStatement(at, { when: 'after', what: 'functionEnds' });
    await site.schedule('fiveMinute').catch(() => undefined);
    const { statements } = site.faults;
    site.faults.disarm();
    site.clock.advance(QUARTER_MS);
    await site.schedule('fiveMinute');
    expect({ at, figures: await heldFigures(site) }).toEqual({ at, figures: rightFigures(site) });
    return statements;
  };
  const statements = await cutShort(Infinity, 'done');
  for (let at = 3; at <= statements; at += 4) await cutShort(at, at % 8 === 3 ? 'new' : 'done');
  await site.runInApp(drain);
  await site.close();
});
