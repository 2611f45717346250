import { UNDECIDED, type DroppedDecisions } from '../../../src/domain/work/dropped';
import { readSetting, writeSetting } from '../../../src/store/runs/settingStore';
import { database } from '../../../src/store/sql/database';
import { OUTCOMES } from '../../../src/store/sql/storedNumbers';
import { findWorkItems } from '../../../src/store/work/findWorkItems';
import { applyDecisions } from '../../../src/sync/applyDecisions';
import { makeWorld } from '../../resolvers/world';
import type { Site } from '../../site/site';
import { heldFigures, NOTHING_DECIDED, rightFigures } from '../drift/figures';

jest.setTimeout(60_000);

const EDITOR = { kind: 'user', accountId: 'editor' } as const;

/** Stories that ended in two statuses, with and without a resolution. */
const load = ({ jira }: Site): void => {
  jira.catalogue.addStatus('Archived', 'done');
  jira.catalogue.addStatus('Cancelled', 'done');
  const story = { project: 'WEB', type: 'Story', summary: 'S' };
  jira.createIssue({ ...story, status: 'Done', resolution: 'Done' }, null);
  jira.createIssue({ ...story, status: 'Done', resolution: "Won't Do" }, null);
  jira.createIssue({ ...story, status: 'Archived' }, null);
  jira.createIssue({ ...story, status: 'Archived', resolution: 'Duplicate' }, null);
  jira.createIssue({ ...story, status: 'Cancelled', resolution: 'Done' }, null);
  jira.createIssue({ ...story, status: 'To Do' }, null);
};
const BY_NAMES = ['done', 'dropped', 'done', 'dropped', 'dropped', 'todo'];

const outcomes = (site: Site) =>
  site.runInApp(async () => {
    const items = await findWorkItems([...site.jira.issues.all()].map(({ id }) => Number(id)));
    return items.sort((a, b) => a.id - b.id).map(({ outcome }) => outcome);
  });

const statusId = ({ jira }: Site, name: string): string => jira.catalogue.status(name)?.id ?? '';
const resolutionId = ({ jira }: Site, name: string): string => jira.catalogue.resolutions.named(name).id;

const decide = (site: Site, decided: DroppedDecisions) =>
  site.runInApp(() => applyDecisions(decided, site.clock.now()));

const counts = async (site: Site, expected: string[], dropped: DroppedDecisions): Promise<void> => {
  expect(await outcomes(site)).toEqual(expected);
  expect(await heldFigures(site)).toEqual(rightFigures(site, 90, { ...NOTHING_DECIDED, dropped }));
};

test('what an admin decides counts within five minutes, both ways, and Jira is asked for no issue', async () => {
  const { site } = await makeWorld(load);
  await counts(site, BY_NAMES, UNDECIDED);
  const asked: string[] = [];
  site.faults.answer = ({ url }) => (asked.push(new URL(url).pathname), null);
  const decided = {
    resolution: { [resolutionId(site, "Won't Do")]: false },
    status: { [statusId(site, 'Archived')]: true, [statusId(site, 'Cancelled')]: false },
  };
  expect(await decide(site, decided)).toBe(true);
  await site.schedule('fiveMinute');
  await counts(site, ['done', 'done', 'dropped', 'dropped', 'done', 'todo'], decided);
  expect(asked).toEqual([]);
  expect(await decide(site, decided)).toBe(false);
  await decide(site, UNDECIDED);
  await site.schedule('fiveMinute');
  await counts(site, BY_NAMES, UNDECIDED);
  expect(asked).toEqual([]);
  await site.close();
});

test('a decision is about an id: another name changes nothing, and what comes later goes by its name', async () => {
  const { site } = await makeWorld(load);
  const { jira } = site;
  const wontDo = jira.catalogue.resolutions.named("Won't Do");
  const decided = { resolution: { [wontDo.id]: true, [resolutionId(site, 'Done')]: false }, status: {} };
  await decide(site, decided);
  jira.catalogue.resolutions.rename(wontDo, 'Shipped');
  jira.catalogue.resolutions.rename(jira.catalogue.resolutions.named('Done'), 'Obsolete');
  jira.catalogue.addStatus('Rejected', 'done');
  jira.createIssue({ project: 'WEB', type: 'Story', summary: 'S', status: 'Rejected' }, EDITOR);
  await site.schedule('hour');
  site.clock.advance(10_000);
  await site.settle();
  await site.schedule('fiveMinute');
  await counts(site, [...BY_NAMES, 'dropped'], decided);
  await site.close();
});

test('what is not listed by Jira is counted by what was decided of its id', async () => {
  const { site } = await makeWorld(load);
  const id = statusId(site, 'Archived');
  const status = (of: Record<string, boolean>): DroppedDecisions => ({ status: of, resolution: {} });
  await site.runInApp(async () => {
    const kept = (await readSetting('configuration')) as { statuses: object; statusNames: object };
    const without = (named: object) => Object.fromEntries(Object.entries(named).filter(([one]) => one !== id));
    await writeSetting('configuration', {
      ...kept,
      statuses: without(kept.statuses),
      statusNames: without(kept.statusNames),
    });
  });
  await decide(site, status({ [id]: true }));
  await site.schedule('fiveMinute');
  await counts(site, ['done', 'dropped', 'dropped', 'dropped', 'dropped', 'todo'], status({ [id]: true }));
  await decide(site, status({ [id]: false }));
  await site.schedule('fiveMinute');
  await counts(site, BY_NAMES, status({ [id]: false }));
  await site.close();
});

test('after an older version, which knew fewer names, issues are counted again without being read', async () => {
  const { site } = await makeWorld(load);
  await site.runInApp(async () => {
    const kept = (await readSetting('configuration')) as Record<string, unknown>;
    await writeSetting('configuration', { statuses: kept.statuses, resolutions: kept.resolutions, types: kept.types });
  });
  const done = OUTCOMES.indexOf('done');
  await site.runInApp(() => database.updateTable('work_item').set({ outcome: done }).where('number', '=', 5).execute());
  expect((await outcomes(site))[4]).toBe('done');
  const asked: string[] = [];
  site.faults.answer = ({ url }) => (asked.push(new URL(url).pathname), null);
  await site.schedule('hour');
  await site.schedule('fiveMinute');
  expect(asked.filter((path) => /bulkfetch/.test(path))).toEqual([]);
  await counts(site, BY_NAMES, UNDECIDED);
  await site.close();
});
